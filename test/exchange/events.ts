/** Reading AuditEvents, from the wire and from the sandbox's trail. */
import { z } from 'zod';
import { bundleShape } from './setting.ts';
import type { Setting } from './setting.ts';

const codingShape = z.object({ system: z.string().optional(), code: z.string().optional() });
export const eventShape = z.looseObject({
  id: z.string(),
  outcome: z.string().optional(),
  subtype: z.array(codingShape).default([]),
  purposeOfEvent: z
    .array(z.object({ coding: z.array(codingShape), text: z.string().optional() }))
    .default([]),
  agent: z.array(
    z.looseObject({
      name: z.string().optional(),
      altId: z.string().optional(),
      policy: z.array(z.string()).optional(),
      who: z.looseObject({ display: z.string().optional() }).optional(),
    }),
  ),
  entity: z
    .array(
      z.looseObject({
        what: z
          .object({
            reference: z.string().optional(),
            identifier: z.object({ system: z.string(), value: z.string() }).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
});
export type Event = z.infer<typeof eventShape>;

/** The events of one search, and the text they came in. */
export async function found(setting: Setting, token: string, query: string) {
  const response = await setting.call(token, `/AuditEvent${query}`);
  const bundle = bundleShape.parse(await response.json());
  const events = bundle.entry.map(({ resource }) => eventShape.parse(resource));
  const next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  return { status: response.status, events, text: JSON.stringify(bundle), next };
}

/** Every row of one kind in the trail, whole. */
export async function inTrail(setting: Setting, kind: string): Promise<Event[]> {
  const rows = (await setting.events()).filter(({ type }) => type === kind);
  return Promise.all(
    rows.map(async ({ seq }) => {
      const url = `https://exchange.test/sandbox/audit/${seq}`;
      return eventShape.parse(await (await setting.exchange.fetch(new Request(url))).json());
    }),
  );
}

/** The codes of an event's reasons, as `system|code`. */
export const codesOf = ({ purposeOfEvent }: Event): string[] =>
  purposeOfEvent.flatMap(({ coding }) =>
    coding.map(({ system, code }) => `${system ?? ''}|${code ?? ''}`),
  );
