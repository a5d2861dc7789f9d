/** Where sources disagree, side by side. Which of them is right is the reader's to say. */
import { useContext } from 'preact/hooks';
import {
  type Comparison,
  compare,
  type Difference,
  type Side,
} from '../../../domain/summary/differences.ts';
import { groupedBy } from '../../../domain/summary/by-drug.ts';
import { sayingOf } from '../../../domain/summary/dose-lines.ts';
import type { SourceReport } from '../../../domain/source.ts';
import { differenceWords } from '../../wording/first-look.ts';
import { inWords, summaryWords } from '../../wording/summary.ts';
import { Due } from '../entry-line.tsx';
import { When } from '../item-row.tsx';
import { ItemWords } from '../item-words.tsx';
import { MedicineWords } from '../medicine-words.tsx';
import { Few } from '../few.tsx';
import { PagedList } from '../paged-list.tsx';
import { nameOf, type SourceNames, SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView } from '../view.ts';
import { NotListed } from './drug-lines.tsx';

export function Differences() {
  const comparison = compare(useView().summary);
  const { differences } = comparison;
  return (
    <section class="panel section" aria-labelledby="differences">
      <div class="section__top">
        <h2 id="differences" tabIndex={-1}>
          {differenceWords.heading}
        </h2>
        {differences.length > 0 && <p class="count">{summaryWords.count(differences.length)}</p>}
      </div>
      {differences.length > 0 && (
        <PagedList items={differences} firstOfLong={5} row={(each) => <Line difference={each} />} />
      )}
      <Compared comparison={comparison} />
    </section>
  );
}

/** Fewer than this about one thing are all shown, whatever they say. */
const many = 6;

/**
 * What is cut short is only what its source has said in the same words already: of a difference,
 * every word is part.
 */
function firstSaid(sides: Difference['sides']): readonly Side[] {
  if (sides.length <= many) return sides;
  const said = groupedBy(sides, ({ source, item }) =>
    item?.kind === 'medication' ? `${source} ${sayingOf(item)}` : `${source} ${item?.key ?? ''}`,
  );
  return [...said.values()].flatMap(([one]) => one ?? []);
}

function Line({ difference: { title, kind, section, sides } }: { difference: Difference }) {
  const first = firstSaid(sides);
  return (
    <div class="difference">
      <p>
        <strong>{title}</strong> <span class="mark">{differenceWords.kinds[kind]}</span>
      </p>
      <ul class="drug__lines">
        <Few
          of={[...first, ...sides.filter((side) => !first.includes(side))]}
          first={first.length}
          about={title}
          more={(button) => <li>{button}</li>}
          row={(side) => (
            <li key={`${side.source} ${side.item?.key ?? ''}`}>
              <SourceTag source={side.source} /> <Said side={side} title={title} />
              {side.item && section !== 'medication' && (
                <>
                  {' · '}
                  <When item={side.item} asRecorded={kind === 'decision'} />
                </>
              )}
            </li>
          )}
        />
      </ul>
    </div>
  );
}

/** What one source says, in its own words. */
function Said({ side, title }: { side: Side; title: string }) {
  const { item } = side;
  if (item === null) return <NotListed side={side} />;
  const ownTitle = item.title.toLowerCase() === title.toLowerCase() ? '' : item.title;
  if (item.kind === 'medication') {
    return (
      <>
        {ownTitle}
        <MedicineWords item={item} lead={ownTitle === '' ? '' : ': '} />
      </>
    );
  }
  return (
    <>
      {item.title}
      <ItemWords item={item} />
      {'due' in item && <Due item={item} />}
    </>
  );
}

/** Silence is not agreement: who was compared is said, and who was not. */
function Compared({ comparison }: { comparison: Comparison }) {
  const names = useContext(SourceNamesContext);
  const { differences, compared, notCompared } = comparison;
  const [who, whoNot] = [tags(names, compared), tags(names, notCompared)];
  const some = differences.length > 0;
  const words = some ? differenceWords.notInFull : differenceWords.notCompared;
  const left = notCompared.length > 0 ? words(whoNot) : '';
  if (some) {
    const among = compared.length > 0 ? differenceWords.compared(who) : '';
    return <p class="quiet">{[among, left].join(' ').trim()}</p>;
  }
  if (compared.length < 2) {
    return <p class="quiet">{[differenceWords.nothingToCompare, left].join(' ').trim()}</p>;
  }
  return <p>{`${differenceWords.none(who)}${left ? `; ${left}` : '.'}`}</p>;
}

function tags(names: SourceNames, reports: readonly SourceReport[]): string {
  return inWords(reports.map(({ source }) => nameOf(names, source.id).tag));
}
