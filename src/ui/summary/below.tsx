/**
 * What lies below the first look, in a task of its own where the record is long: drawing all of
 * twenty thousand entries at once would hold up a key or a scroll.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LogView } from '../../flow/state.ts';
import { whenIdle } from '../parts/near.ts';
import { Sections } from './sections.tsx';
import { useIsWhole, useView, type View, ViewContext } from './view.ts';

/** Entries from which drawing takes long enough to be felt. */
const long = 5_000;

/**
 * The sections as the view stands; but where a long record has just grown, as it stood before, and
 * as it stands now as soon as what is above them has been painted.
 */
export function Below({ log }: { readonly log: LogView }) {
  const view = useView();
  const [painted, setPainted] = useState(view);
  // Run after the next painting.
  useEffect(() => setPainted(view), [view]);
  const { items } = view.summary;
  const grew = items.length > long && items.length > painted.summary.items.length;
  const drawn = grew ? painted : view;
  const sections = useMemo(() => <Sections log={log} />, [drawn, log]);
  const isLaidOut = useLaidOut(view);
  return (
    <ViewContext.Provider value={drawn}>
      <div class={isLaidOut ? 'sections' : 'sections sections--coming'}>{sections}</div>
    </ViewContext.Provider>
  );
}

/**
 * What is out of sight is laid out when somebody begins to read, or before, where the record is
 * whole and the page quiet: what is above a reader would move all that they read.
 */
function useLaidOut({ isRead }: View): boolean {
  const isWhole = useIsWhole();
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => (isWhole ? whenIdle(() => setQuiet(true)) : undefined), [isWhole]);
  return isRead || isQuiet;
}
