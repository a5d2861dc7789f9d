import { useContext } from 'preact/hooks';
import type { Row } from '../../domain/summary/combine.ts';
import { isNewSince } from '../../domain/summary/new-since.ts';
import { markWords } from '../wording/marks.ts';
import { ViewContext } from './view.ts';

/** What arrived while it was being read, else what is new since the last opening. */
export function Marks({ row }: { row: Row }) {
  const view = useContext(ViewContext);
  if (!view) return null;
  const { late, since } = view;
  if (row.items.some(({ key }) => late.has(key))) {
    return <Beside words={markWords.justArrived} look="new new--late" />;
  }
  if (since === null || !row.items.some((item) => isNewSince(item, since))) return null;
  return <Beside words={markWords.isNew} look="new" />;
}

/** Apart from the word before it for ears as well. */
function Beside({ words, look }: { words: string; look: string }) {
  return (
    <>
      {' '}
      <span class={look}>{words}</span>
    </>
  );
}
