/** When an open record is looked at again: on focus, and every five minutes (domain notes, 11). */
export type Watching = {
  readonly page: Pick<Window, 'addEventListener'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
  readonly after: (run: () => void, ms: number) => void;
};

const everyMs = 5 * 60_000;

/** @param due called each time; deciding whether there is anything to look at is the flow's */
export function watch({ page, document, after }: Watching, due: () => void): void {
  page.addEventListener('focus', due);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') due();
  });
  const again = (): void => {
    due();
    after(again, everyMs);
  };
  after(again, everyMs);
}
