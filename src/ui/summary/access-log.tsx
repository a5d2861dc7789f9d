/** Everyone who has opened this record. Never a justification: it may name other people. */
import type { AccessLogEntry } from '../../domain/access-log.ts';
import type { LogView } from '../../flow/state.ts';
import { DateText } from '../parts/date-text.tsx';
import { howWords, logWords } from '../wording/log.ts';

export function AccessLog({ log }: { log: LogView }) {
  return (
    <section class="panel section" aria-labelledby="access-log">
      <h2 id="access-log" tabIndex={-1}>
        {logWords.heading}
      </h2>
      <LogBody log={log} />
    </section>
  );
}

function LogBody({ log }: { log: LogView }) {
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
          <LogTable entries={log.entries} />
        </>
      );
  }
}

const columns = ['when', 'who', 'role', 'organisation', 'how', 'reason'] as const;

function LogTable({ entries }: { entries: readonly AccessLogEntry[] }) {
  return (
    <table class="log" role="table" aria-labelledby="access-log">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {logWords[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

/** The roles are spelt out because stacking rows on a narrow screen takes them from the table. */
function LogRow({ entry }: { entry: AccessLogEntry }) {
  const { recorded, person, role, organisation, reason, isYou } = entry;
  return (
    <tr role="row" class={isYou ? 'log__you' : undefined}>
      <td role="cell">
        <DateText date={recorded} withTime />
      </td>
      <td role="cell">
        <strong>{person ?? logWords.notGiven}</strong>
        {isYou && ` (${logWords.you})`}
      </td>
      <td role="cell">{role ?? logWords.notGiven}</td>
      <td role="cell">{organisation ?? logWords.notGiven}</td>
      <td role="cell" class={entry.breakGlass ? 'mark' : undefined}>
        {howWords(entry)}
      </td>
      <td role="cell">{reason ?? logWords.notGiven}</td>
    </tr>
  );
}
