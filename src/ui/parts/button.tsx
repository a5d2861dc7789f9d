import type { ComponentChildren, Ref } from 'preact';

type Props = {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'danger' | 'secondary' | 'link';
  readonly disabled?: boolean;
  /** Whether what it opens is open, where it opens something. */
  readonly expanded?: boolean;
  /** Read out with the words, where these do not say what they are about. */
  readonly describedBy?: string;
  /** For whoever moves the focus to it. */
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * Never a submit button: nothing is sent because Enter was pressed in a field.
 * A disabled one keeps its place in the tab order, so that focus is not lost while recording.
 */
export function Button(props: Props) {
  const { children, onPress, look = 'primary', disabled = false } = props;
  const { expanded, describedBy, ref = null } = props;
  return (
    <button
      type="button"
      ref={ref}
      class={`button button--${look}`}
      aria-disabled={disabled ? 'true' : undefined}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
