/**
 * The access log's place in the record: its rows are drawn once nothing else is to be done, or once
 * somebody comes near. It is the exchange's own, and waits for no source.
 */
import type { LogView } from '../../flow/state.ts';
import { part, WithPart } from '../parts/later.tsx';
import { useNear } from '../parts/near.ts';
import { laterWords } from '../wording/later.ts';
import { summaryWords } from '../wording/summary.ts';

export const accessLogBody = part(
  async () => (await import('./access-log-body.tsx')).AccessLogBody,
);

export function AccessLog({ log }: { log: LogView }) {
  const [place, isNear] = useNear<HTMLElement>(true, true);
  return (
    <section class="panel section" aria-labelledby="access-log" ref={place}>
      <h2 id="access-log" tabIndex={-1}>
        {summaryWords.accessLog}
      </h2>
      {isNear ? (
        <WithPart of={accessLogBody}>{(AccessLogBody) => <AccessLogBody log={log} />}</WithPart>
      ) : (
        <p>{laterWords.loading}</p>
      )}
    </section>
  );
}
