/**
 * Allergies: the heading is exactly one of four, an assertion is a sentence and never a row.
 * Source: domain notes section 8.
 */
import { allergyHeading } from '../../domain/summary/absence.ts';
import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { Allergy } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { allergyHeadings, allergyStatus, allergyWords } from '../wording/summary.ts';
import { ItemRow, Mark, Words } from './item-row.tsx';
import { PagedList } from './paged-list.tsx';
import { Section } from './section.tsx';
import { SourceTag } from './source-tag.tsx';

export function Allergies({ summary }: { summary: Summary }) {
  const all = itemsOf(summary, 'allergy');
  const rows = all.filter(({ assertion }) => assertion === 'allergy');
  const present = rows.filter(({ status }) => status !== 'past');
  const past = rows.filter(({ status }) => status === 'past');
  const assertions = all.filter(({ assertion }) => assertion !== 'allergy');
  return (
    <Section
      kind="allergy"
      summary={summary}
      count={rows.length}
      heading={allergyHeadings[allergyHeading(summary)]}
      isEmpty={all.length === 0}
      withAges
    >
      {present.length > 0 && <PagedList items={present} row={(item) => <Row item={item} />} />}
      {assertions.map((item) => (
        <Assertion key={item.key} item={item} beside={present.length > 0} />
      ))}
      {past.length > 0 && (
        <div class="group">
          <h3>{allergyWords.past}</h3>
          <PagedList items={past} row={(item) => <Row item={item} />} />
        </div>
      )}
    </Section>
  );
}

function Row({ item }: { item: Allergy }) {
  return (
    <ItemRow item={item}>
      <Words of={[item.reactions.join(', '), item.severity, item.certainty, item.note]} />
      {allergyStatus[item.status] && <Mark>{allergyStatus[item.status]}</Mark>}
    </ItemRow>
  );
}

/** "No known allergy" beside an allergy is a disagreement; "of one kind" is for the reader. */
function Assertion({ item, beside }: { item: Allergy; beside: boolean }) {
  const isPast = item.status === 'past';
  const said = isPast ? allergyWords.said : allergyWords.says;
  return (
    <p class="assertion">
      <SourceTag source={item.source} /> {said(item.title)}
      {item.date && (
        <>
          {' '}
          (<DateText date={item.date} />)
        </>
      )}
      {beside && !isPast && <Beside assertion={item.assertion} />}
    </p>
  );
}

function Beside({ assertion }: { assertion: Allergy['assertion'] }) {
  if (assertion === 'no-known-allergy') return <Mark>{allergyWords.differs}</Mark>;
  return assertion === 'no-known-of-kind' ? (
    <span class="quiet">: {allergyWords.compare}</span>
  ) : null;
}
