import type { ComponentChildren } from 'preact';

type Props = {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly tone?: 'plain' | 'danger';
  /** Stands under the words whether or not the answer is chosen. */
  readonly aside?: ComponentChildren;
  /** What this answer needs; shown under it only while it is chosen. */
  readonly children?: ComponentChildren;
};

/** A radio button with its words, and the fields it opens (NHS service manual, radios). */
export function Choice(props: Props) {
  const { name, id, label, hint, checked, disabled, onChoose, tone = 'plain' } = props;
  const { aside, children } = props;
  return (
    <div class="choice-group">
      <div class="choice">
        <input
          id={id}
          type="radio"
          name={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={onChoose}
        />
        <label for={id} class="choice__words">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} class="choice__hint">
            {hint}
          </span>
        )}
      </div>
      {aside && <div class="choice__aside">{aside}</div>}
      {checked && children && <div class={`reveal reveal--${tone}`}>{children}</div>}
    </div>
  );
}
