/**
 * Allergies: the heading is exactly one of four, an assertion is a sentence and never a row.
 * Source: domain notes section 8.
 */
import { allergyHeading } from '../../domain/summary/absence.ts';
import { differencesOf } from '../../domain/summary/differences.ts';
import type { Row } from '../../domain/summary/combine.ts';
import type { Allergy } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { differenceWords } from '../wording/first-look.ts';
import { allergyHeadings, allergyWords } from '../wording/summary.ts';
import { Folded } from './folded.tsx';
import { RowLine, Tags } from './item-row.tsx';
import { AllergyWords } from './item-words.tsx';
import { Marks } from './marks.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { useView } from './view.ts';
import { Mark } from './words.tsx';

export function Allergies() {
  const { summary } = useView();
  const all = useRows('allergy').rows;
  const rows = all.filter(({ items: [item] }) => item.assertion === 'allergy');
  const present = rows.filter(({ items: [item] }) => item.status !== 'past');
  const past = rows.filter(({ items: [item] }) => item.status === 'past');
  const assertions = all.filter(({ items: [item] }) => item.assertion !== 'allergy');
  return (
    <Section
      kind="allergy"
      summary={summary}
      count={rows.length}
      heading={allergyHeadings[allergyHeading(summary)]}
      withAges
    >
      {present.length > 0 && (
        <PagedList anchored items={present} row={(row) => <Line row={row} />} />
      )}
      {assertions.map((row) => (
        <Assertion key={row.key} row={row} beside={present.length > 0} />
      ))}
      {past.length > 0 && (
        <Folded title={`${allergyWords.past} (${past.length})`}>
          <PagedList anchored items={past} row={(row) => <Line row={row} />} />
        </Folded>
      )}
    </Section>
  );
}

/** Where its sources tell of other reactions, each tells its own. */
function Line({ row }: { row: Row<Allergy> }) {
  const { summary } = useView();
  const [newest, ...others] = row.items;
  const said = new Set([reactionsOf(newest)]);
  const differing = others.filter(
    (item) => !said.has(reactionsOf(item)) && said.add(reactionsOf(item)),
  );
  const differs = row.items.some((item) =>
    differencesOf(summary, item).some(({ kind }) => kind === 'status'),
  );
  return (
    <RowLine row={row}>
      <AllergyWords item={newest} />
      {differing.map((item) => (
        <span key={item.key}>
          {'; '}
          <Tags row={{ key: item.key, items: [item], because: null }} />
          <AllergyWords item={item} />
        </span>
      ))}
      {differs && <Mark>{differenceWords.mark}</Mark>}
    </RowLine>
  );
}

function reactionsOf({ reactions, severity, certainty, note }: Allergy): string {
  return JSON.stringify([reactions, severity, certainty, note]).toLowerCase();
}

type AssertionProps = { readonly row: Row<Allergy>; readonly beside: boolean };

/** "No known allergy" beside an allergy is a disagreement; "of one kind" is, where compared. */
function Assertion({ row, beside }: AssertionProps) {
  const { summary } = useView();
  const [item] = row.items;
  const isPast = item.status === 'past';
  const said = isPast ? allergyWords.said : allergyWords.says;
  const compared = differencesOf(summary, item).length > 0;
  return (
    <p class="assertion">
      <Tags row={row} /> {said(item.title)}
      {item.date && (
        <>
          {' '}
          (<DateText date={item.date} />)
        </>
      )}
      {beside && !isPast && <Beside assertion={item.assertion} compared={compared} />}
      <Marks row={row} />
    </p>
  );
}

type BesideProps = { readonly assertion: Allergy['assertion']; readonly compared: boolean };

function Beside({ assertion, compared }: BesideProps) {
  if (compared || assertion === 'no-known-allergy') return <Mark>{differenceWords.mark}</Mark>;
  return assertion === 'no-known-of-kind' ? (
    <span class="quiet">: {allergyWords.compare}</span>
  ) : null;
}
