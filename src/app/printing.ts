/**
 * Prints once what was recorded as printed. Outside of that the page prints a notice and nothing
 * of the record, whatever the browser's own menu is asked (ui/styles/print.scss).
 */
import type { State } from '../flow/state.ts';

export type PrintingParts = {
  readonly page: Pick<Window, 'addEventListener' | 'print'>;
  /** The page's root element: while it carries `data-printing`, the print view may be printed. */
  readonly root: { readonly dataset: DOMStringMap };
  /** Whether the print view of this printing is on screen: its code comes when it is asked for. */
  readonly isDrawn: (printId: string) => boolean;
  readonly after: (run: () => void, ms: number) => void;
};

const lookAgainMs = 50;

/**
 * @param closed called when the browser's print dialog is gone, printed or not
 * @returns to be told of every state that was drawn
 */
export function watchPrinting(
  { page, root, isDrawn, after }: PrintingParts,
  closed: () => void,
): (state: State) => void {
  const begun = new Set<string>();
  let current: string | null = null;

  page.addEventListener('afterprint', () => {
    if (root.dataset['printing'] === undefined) return;
    forbid();
    closed();
  });

  function forbid(): void {
    delete root.dataset['printing'];
  }

  /** Once on screen; by then it may have been closed again, or the record with it. */
  function whenDrawn(printId: string): void {
    if (current !== printId) return;
    if (!isDrawn(printId)) {
      after(() => {
        whenDrawn(printId);
      }, lookAgainMs);
      return;
    }
    root.dataset['printing'] = printId;
    page.print();
  }

  return (state) => {
    const print = state.step === 'showing' && state.print?.type === 'ready' ? state.print : null;
    current = print?.printId ?? null;
    if (current === null) {
      forbid();
      return;
    }
    if (begun.has(current)) return;
    begun.add(current);
    const printId = current;
    // The browser stops in its dialog: first let this state be finished with.
    after(() => {
      whenDrawn(printId);
    }, 0);
  };
}
