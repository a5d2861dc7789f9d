/** The rows of the review feed, by kind, person and day, newest first. */
import { useMemo, useState } from 'preact/hooks';
import type { ReviewEntry, ReviewKind } from '../../domain/review.ts';
import { Field, LogFilterFields } from '../log/log-filter.tsx';
import { type Column, LogTable } from '../log/log-table.tsx';
import { useLogFilter } from '../log/use-log-filter.ts';
import { DateText } from '../parts/date-text.tsx';
import { logWords } from '../wording/log.ts';
import { reasonText } from '../wording/reasons.ts';
import { kindWords, reviewWords } from '../wording/review.ts';

const kinds: readonly ReviewKind[] = [
  'break-glass',
  'refused',
  'own-record',
  'abandoned',
  'told',
  'not-yet-told',
  'unsafe-to-tell',
];

export function ReviewFeed({ entries }: { entries: readonly ReviewEntry[] }) {
  const [kind, setKind] = useState<ReviewKind | null>(null);
  const ofKind = useMemo(
    () => entries.filter((entry) => kind === null || entry.kind === kind),
    [entries, kind],
  );
  const log = useLogFilter(ofKind);
  return (
    <>
      <h2 class="hidden" id="review-table">
        {reviewWords.tableHeading}
      </h2>
      <LogFilterFields
        id="review"
        log={log}
        total={entries.length}
        unasked={kind === null ? reviewWords.total(entries.length) : ''}
      >
        <KindField kind={kind} onKind={setKind} />
      </LogFilterFields>
      {log.matching.length > 0 && (
        <LogTable
          key={JSON.stringify([kind, log.filter])}
          labelledBy="review-table"
          columns={columns}
          entries={log.matching}
          rowClass={({ kind: each }) => (each === 'break-glass' ? 'log__alert' : '')}
        />
      )}
    </>
  );
}

type KindFieldProps = {
  readonly kind: ReviewKind | null;
  readonly onKind: (kind: ReviewKind | null) => void;
};

function KindField({ kind, onKind }: KindFieldProps) {
  return (
    <Field id="review-kind" label={reviewWords.kind}>
      <select
        id="review-kind"
        value={kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onKind(kinds.find((each) => each === value) ?? null)
        }
      >
        <option value="">{reviewWords.anyKind}</option>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {kindWords[each]}
          </option>
        ))}
      </select>
    </Field>
  );
}

const columns: readonly Column<ReviewEntry>[] = [
  { name: logWords.when, cell: ({ recorded }) => <DateText date={recorded} withTime /> },
  {
    name: reviewWords.kind,
    cell: ({ kind, printed }) => kindWords[kind] + (printed ? `, ${logWords.printed}` : ''),
    marks: ({ kind }) => kind === 'break-glass' || kind === 'refused' || kind === 'own-record',
  },
  {
    name: logWords.who,
    cell: ({ person }) => <strong>{person ?? logWords.notGiven}</strong>,
  },
  { name: logWords.role, cell: ({ role }) => role ?? logWords.notGiven },
  { name: logWords.organisation, cell: ({ organisation }) => organisation ?? logWords.notGiven },
  {
    name: logWords.reason,
    cell: ({ kind, reason }) => (isAnswer(kind) ? reviewWords.none : reasonText(reason)),
  },
  {
    name: reviewWords.justification,
    cell: ({ justification }) => justification ?? reviewWords.none,
  },
  {
    name: reviewWords.patient,
    cell: ({ patient }) => <span class="nowrap">{patient ?? reviewWords.noPatient}</span>,
  },
];

/** What became of telling the patient has no reason of its own: its break glass has. */
function isAnswer(kind: ReviewEntry['kind']): boolean {
  return kind === 'told' || kind === 'not-yet-told' || kind === 'unsafe-to-tell';
}
