/** What every resource carries, whatever it is: identifiers, when it changed, its own words. */
import type { Narrative } from '../../domain/summary/item.ts';
import * as z from 'zod/mini';
import { parsed } from '../datatypes.ts';
import { dateOf } from './dates.ts';
import type { Origin } from './mapped.ts';

const updated = z.object({ meta: z.object({ lastUpdated: z.string() }) });
const identified = z.object({
  identifier: z.array(z.object({ system: z.optional(z.string()), value: z.optional(z.string()) })),
});
const narrated = z.object({
  text: z.object({ status: z.optional(z.string()), div: z.string() }),
});

/** None of it decides whether the item is shown: what is malformed here is left out. */
export function originOf(resource: unknown): Origin {
  return {
    updated: dateOf(parsed(updated, resource)?.meta.lastUpdated),
    identifiers: (parsed(identified, resource)?.identifier ?? []).flatMap(({ system, value }) =>
      system !== undefined && value !== undefined ? [`${system}|${value}`] : [],
    ),
    narrative: narrativeIn(resource),
  };
}

/** FHIR R4 Narrative: `generated` says nothing that the resource does not. */
export function narrativeIn(resource: unknown): Narrative | null {
  const text = parsed(narrated, resource)?.text;
  if (text === undefined || text.div === '' || text.status === 'empty') return null;
  return { xhtml: text.div, saysMore: text.status !== 'generated' };
}
