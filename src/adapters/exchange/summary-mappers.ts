/** What the summary needs once the gate is passed: loaded only then, as a chunk of its own. */
import { documentEvents } from '../../fhir/summary/bundle.ts';
import { summaryReader } from '../../fhir/summary/reader.ts';

export type SummaryMappers = {
  readonly documentEvents: typeof documentEvents;
  readonly summaryReader: typeof summaryReader;
};

export const summaryMappers: SummaryMappers = { documentEvents, summaryReader };
