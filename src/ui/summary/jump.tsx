import type { ComponentChildren } from 'preact';

type Props = {
  /** The id of a heading. */
  readonly to: string;
  readonly class?: string;
  /** What else goes with it: a list that closes. */
  readonly onGo?: () => void;
  readonly children: ComponentChildren;
};

/** A link that leaves the address alone: history must not fill with jumps inside one record. */
export function Jump({ to, class: look, onGo, children }: Props) {
  return (
    <a
      class={look}
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        onGo?.();
        jumpTo(to);
      }}
    >
      {children}
    </a>
  );
}

/** Brings a heading to the top and gives it the focus, so that it is read aloud. */
export function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
