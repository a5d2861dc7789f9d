/** The access log's place in the record: its rows are drawn after all else, or once somebody comes near. */
import type { LogView } from '../../flow/state.ts';
import { part, WithPart } from '../parts/later.tsx';
import { useNear } from '../parts/near.ts';
import { summaryWords } from '../wording/summary.ts';
import { useIsWhole } from './view.ts';

export const accessLogBody = part(
  async () => (await import('./access-log-body.tsx')).AccessLogBody,
);

export function AccessLog({ log }: { log: LogView }) {
  const [place, isNear] = useNear<HTMLElement>(useIsWhole(), true);
  return (
    <section class="panel section" aria-labelledby="access-log" ref={place}>
      <h2 id="access-log" tabIndex={-1}>
        {summaryWords.accessLog}
      </h2>
      {isNear && (
        <WithPart of={accessLogBody}>{(AccessLogBody) => <AccessLogBody log={log} />}</WithPart>
      )}
    </section>
  );
}
