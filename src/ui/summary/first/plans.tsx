/** Resuscitation and emergency plans: the decision first, every version, never the last word. */
import { useMemo } from 'preact/hooks';
import type { Row } from '../../../domain/summary/combine.ts';
import { differencesOf } from '../../../domain/summary/differences.ts';
import { plansOf } from '../../../domain/summary/first-look.ts';
import type { Entry } from '../../../domain/summary/item.ts';
import { unbroken } from '../../parts/unbroken.tsx';
import { differenceWords, firstLookWords, standingWords } from '../../wording/first-look.ts';
import { Details, Due, EntryLine, Files } from '../entry-line.tsx';
import { Folded } from '../folded.tsx';
import { RowLine } from '../item-row.tsx';
import { PagedList } from '../paged-list.tsx';
import { apart, useRows } from '../rows.ts';
import { Section } from '../section.tsx';
import { useView } from '../view.ts';
import { Mark, Words } from '../words.tsx';

export function Plans() {
  const { summary, combined } = useView();
  const plans = useMemo(() => plansOf(summary), [summary]);
  const { rows } = useRows('emergency-plan');
  // A decision may have been sent in another section; it stands here wherever it came from.
  const inForce = new Set(plans.flatMap(({ items }) => items.map(({ key }) => key)));
  const over = rows.filter(({ items }) => !items.some(({ key }) => inForce.has(key)));
  const shown = combined ? plans : plans.flatMap(apart);
  return (
    <Section kind="emergency-plan" summary={summary} count={rows.length} aside={<></>}>
      <PagedList
        anchored
        items={shown}
        first={2}
        more={firstLookWords.morePlans}
        row={(row) => <Plan row={row} />}
      />
      {over.length > 0 && (
        <Folded title={`${firstLookWords.over} (${over.length})`}>
          <PagedList anchored items={over} row={(row) => <EntryLine row={row} />} />
        </Folded>
      )}
    </Section>
  );
}

function Plan({ row }: { row: Row<Entry> }) {
  const { summary, hasDied } = useView();
  const [item] = row.items;
  const { title, value, status, note, kind, details } = item;
  const isDecision = item.role === 'resuscitation';
  const said = value ?? (isDecision ? firstLookWords.decision : null);
  const standing = standingWords(kind, item.standing, hasDied);
  const differs = row.items.some((each) => differencesOf(summary, each).length > 0);
  return (
    <RowLine
      row={row}
      title={said && isDecision ? `${title}: ${said}` : title}
      after={<Files row={row} />}
      more={<Behind note={isDecision ? note : null} details={details} />}
    >
      {said && !isDecision && unbroken(`: ${said}`)}
      {standing && <Mark>{standing}</Mark>}
      {differs && <Mark>{differenceWords.mark}</Mark>}
      <Words of={isDecision ? [status, firstLookWords.checkOriginal] : [status, note]} lead=" · " />
      <Due item={item} />
    </RowLine>
  );
}

/** What is decided is read at once, in the room of a line; why, and each step, on demand. */
function Behind({ note, details }: Pick<Entry, 'note' | 'details'>) {
  return (
    <>
      {note && <p>{note}</p>}
      <Details of={details} />
    </>
  );
}
