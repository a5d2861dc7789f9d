import type { ComponentChildren } from 'preact';

type Props = {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'danger' | 'secondary' | 'link';
  readonly disabled?: boolean;
};

/**
 * Never a submit button: nothing is sent because Enter was pressed in a field.
 * A disabled one keeps its place in the tab order, so that focus is not lost while recording.
 */
export function Button({ children, onPress, look = 'primary', disabled = false }: Props) {
  return (
    <button
      type="button"
      class={`button button--${look}`}
      aria-disabled={disabled ? 'true' : undefined}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
