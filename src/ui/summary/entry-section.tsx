/** Every section whose items share one shape: alerts, contacts, encounters, plans and the rest. */
import type { Row } from '../../domain/summary/combine.ts';
import type { Entry } from '../../domain/summary/item.ts';
import type { EntryKind } from '../../domain/summary/section-kind.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { isHistory, standingGroup } from '../wording/first-look.ts';
import { EntryLine } from './entry-line.tsx';
import { Folded } from './folded.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { useView } from './view.ts';

type Props = {
  readonly kind: EntryKind;
  /** How many at first: alerts all, a history a few. */
  readonly first?: number;
};

export function EntrySection({ kind, first = 10 }: Props) {
  const { summary } = useView();
  const { rows, leftOut } = useRows(kind);
  const all: readonly Row<Entry>[] = rows;
  return (
    <Section kind={kind} summary={summary} count={rows.length} leftOut={leftOut}>
      {kind === 'other' ? (
        bySection(all, summary).map(([title, sent]) => (
          <div class="group" key={title}>
            {title && <h3>{title}</h3>}
            <EntryList rows={sent} first={first} />
          </div>
        ))
      ) : isHistory(kind) ? (
        <EntryList rows={all} first={first} />
      ) : (
        <ByStanding rows={all} first={first} />
      )}
    </Section>
  );
}

type ListProps = {
  readonly rows: readonly Row<Entry>[];
  readonly first?: number;
  readonly firstOfLong?: number;
};

export function EntryList({ rows, first = 10, ...long }: ListProps) {
  return (
    <PagedList
      anchored
      items={rows}
      first={first}
      {...long}
      row={(row) => <EntryLine row={row} />}
    />
  );
}

const open = ['current', 'planned', 'not-stated'] as const;
const over = ['past', 'not-done'] as const;

/** What holds stands open; what is over is one press away, and says so itself as well. */
export function ByStanding({ rows, first }: ListProps) {
  const { hasDied } = useView();
  // Alerts and safeguarding stand in full; of a history that fills several groups, each has a few.
  const firstOfLong = first !== undefined && first > 10 ? first : 3;
  const of = (standing: Entry['standing']) =>
    rows.filter(({ items: [item] }) => item.standing === standing);
  const groups = open.map((standing) => ({ standing, rows: of(standing) }));
  const needsTitle = rows.some(({ items: [item] }) => item.standing !== 'current');
  return (
    <>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <div class="group" key={group.standing}>
            {needsTitle && <h3>{standingGroup(group.standing, hasDied)}</h3>}
            <EntryList rows={group.rows} {...(first ? { first } : {})} firstOfLong={firstOfLong} />
          </div>
        ))}
      {over
        .map((standing) => ({ standing, rows: of(standing) }))
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <Folded
            key={group.standing}
            title={`${standingGroup(group.standing, hasDied)} (${group.rows.length})`}
          >
            <EntryList rows={group.rows} />
          </Folded>
        ))}
    </>
  );
}

/** As sent: the sections in the order in which they first came. */
function bySection(rows: readonly Row<Entry>[], { items }: Summary) {
  const sections = new Map<string, Row<Entry>[]>();
  for (const item of items) {
    if (item.kind !== 'other') continue;
    const title = item.section ?? '';
    if (!sections.has(title)) sections.set(title, []);
  }
  for (const row of rows) {
    const title = row.items[0].section ?? '';
    const list = sections.get(title);
    if (list) list.push(row);
    else sections.set(title, [row]);
  }
  return [...sections].filter(([, list]) => list.length > 0);
}
