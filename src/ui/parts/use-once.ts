import { useRef } from 'preact/hooks';

/**
 * A second click comes before the next render: what is sent from one state is sent once.
 * @param state the state on screen; another one may be answered again
 */
export function useOnce(state: object): (act: () => void) => void {
  const acted = useRef<object | null>(null);
  return (act) => {
    if (acted.current === state) return;
    acted.current = state;
    act();
  };
}
