import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = {
  /** Its heading, with how many are in it. */
  readonly title: string;
  readonly children: ComponentChildren;
};

/** A group one press away; nothing of it is on the page until then. */
export function Folded({ title, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div class="group">
      <h3>
        <button
          type="button"
          class="button button--link"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {title}
        </button>
      </h3>
      {open && children}
    </div>
  );
}
