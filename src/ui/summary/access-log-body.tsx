/** Everyone who has opened this record. Never a justification: it may name other people. */
import type { AccessLogEntry } from '../../domain/access-log.ts';
import type { LogView } from '../../flow/state.ts';
import { LogFilterFields } from '../log/log-filter.tsx';
import { type Column, LogTable } from '../log/log-table.tsx';
import { useLogFilter } from '../log/use-log-filter.ts';
import { DateText } from '../parts/date-text.tsx';
import { doneWords, logWords } from '../wording/log.ts';
import { purposeWords, reasonText } from '../wording/reasons.ts';

export function AccessLogBody({ log }: { log: LogView }) {
  switch (log.type) {
    case 'loading':
      return <p>{logWords.loading}</p>;
    case 'failed':
      return (
        <p>
          {logWords.failed} <span class="nowrap">{logWords.reference(log.failure.reference)}</span>
        </p>
      );
    case 'loaded':
      return log.entries.length === 0 ? (
        <p>{logWords.empty}</p>
      ) : (
        <>
          <p class="quiet">{logWords.intro}</p>
          <Entries entries={log.entries} />
        </>
      );
  }
}

function Entries({ entries }: { entries: readonly AccessLogEntry[] }) {
  const log = useLogFilter(entries);
  const opened = entries.filter(({ outcome }) => outcome === 'opened').length;
  return (
    <>
      <LogFilterFields
        id="log"
        log={log}
        total={entries.length}
        unasked={logWords.total(opened, entries.length - opened)}
      />
      {log.matching.length > 0 && (
        <LogTable
          // A changed filter begins at its first 50 again.
          key={JSON.stringify(log.filter)}
          labelledBy="access-log"
          columns={columns}
          entries={log.matching}
          rowClass={rowClass}
        />
      )}
    </>
  );
}

const columns: readonly Column<AccessLogEntry>[] = [
  {
    name: logWords.who,
    cell: ({ person, isYou }) => (
      <>
        <strong>{person ?? logWords.notGiven}</strong>
        {isYou && ` (${logWords.you})`}
      </>
    ),
  },
  { name: logWords.role, cell: ({ role }) => role ?? logWords.notGiven },
  { name: logWords.organisation, cell: ({ organisation }) => organisation ?? logWords.notGiven },
  { name: logWords.when, cell: ({ recorded }) => <DateText date={recorded} withTime /> },
  { name: logWords.purpose, cell: ({ purpose }) => purposeWords[purpose] },
  { name: logWords.reason, cell: ({ reason }) => reasonText(reason) },
  {
    name: logWords.outcome,
    cell: doneWords,
    marks: standsOut,
  },
];

function standsOut({ outcome, breakGlass }: AccessLogEntry): boolean {
  return breakGlass || outcome === 'refused';
}

function rowClass(entry: AccessLogEntry): string {
  return [entry.isYou && 'log__you', standsOut(entry) && 'log__alert'].filter(Boolean).join(' ');
}
