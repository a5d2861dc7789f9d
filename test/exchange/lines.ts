/** Reading a streamed summary in tests. */
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { record } from './decisions.ts';
import { ada, numbers, scenario } from './fixtures.ts';
import type { allRecords } from './fixtures.ts';
import { createSetting, summaryOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

export const ndjson = {
  headers: { accept: 'application/fhir+ndjson, application/fhir+json;q=0.9' },
};
export const lineShape = z.looseObject({ resourceType: z.string(), id: z.string() });
export type Line = z.infer<typeof lineShape>;

export async function recorded(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting(more);
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  await record(setting, 'gp-ada', id);
  return { setting, id };
}

export const parse = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineShape.parse(JSON.parse(line)));

export async function linesOf(setting: Setting, id: string): Promise<Line[]> {
  return parse(await (await summaryOf(setting, 'gp-ada', id, ndjson)).text());
}

export const issueShape = z.object({
  issue: z.tuple([
    z.object({
      details: z.object({ coding: z.array(z.object({ system: z.string(), code: z.string() })) }),
      extension: z.array(
        z.looseObject({
          url: z.string(),
          valueReference: z.object({ display: z.string() }).optional(),
        }),
      ),
    }),
  ]),
});

export function states(lines: readonly Line[]): Record<string, string> {
  const outcomes = lines.filter(({ resourceType }) => resourceType === 'OperationOutcome');
  return Object.fromEntries(
    outcomes.map((line) => {
      const [issue] = issueShape.parse(line).issue;
      const source = issue.extension.find(({ url }) => url === ocs.issueSource);
      const state = issue.details.coding.find(({ system }) => system === ocs.sourceState);
      return [source?.valueReference?.display ?? '', state?.code ?? ''];
    }),
  );
}

export const withRecords = (
  records: ReturnType<typeof allRecords>,
  practice = 'hollow-way' as const,
) => ({
  scenarios: [scenario({ key: 'ada', demographics: ada }, records, { practice })],
});
