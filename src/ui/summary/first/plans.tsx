/** Resuscitation and emergency plans: the decision first, every version, never the last word. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Row } from '../../../domain/summary/combine.ts';
import { differencesOf } from '../../../domain/summary/differences.ts';
import { plansOf } from '../../../domain/summary/first-look.ts';
import { type Entry, stepLabel } from '../../../domain/summary/item.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import { unbroken } from '../../parts/unbroken.tsx';
import { differenceWords, firstLookWords, standingWords } from '../../wording/first-look.ts';
import { Details, Due, EntryLine, Files } from '../entry-line.tsx';
import { Folded } from '../folded.tsx';
import { RowLine } from '../item-row.tsx';
import { PagedList } from '../paged-list.tsx';
import { isAllKnown } from '../../../domain/summary/absence.ts';
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
  const areNone = over.length > 0 && plans.length === 0 && areAllKnown(summary);
  return (
    <Section
      kind="emergency-plan"
      summary={summary}
      count={rows.length}
      aside={areNone && <p class="count">{firstLookWords.noneInForce}</p>}
    >
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

/** Nobody's word is missing, and nobody wrote of plans in words that only a reader understands. */
function areAllKnown(summary: Summary): boolean {
  return (
    isAllKnown(summary, 'emergency-plan') &&
    !summary.texts.some(({ section }) => section === 'emergency-plan')
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
      <Words
        of={
          isDecision ? [status, firstLookWords.checkOriginal] : [status, firstStep(details), note]
        }
        lead=" · "
      />
      <Due item={item} />
    </RowLine>
  );
}

/** What a plan is for is not yet what to do: that is not left behind a press. */
function firstStep(details: Entry['details']): ComponentChildren {
  const steps = details.filter(({ label }) => label === stepLabel);
  const [first] = steps;
  if (!first) return null;
  return (
    <>
      <span class="quiet">{firstLookWords.firstStep(steps.length)}</span> {first.text}
    </>
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
