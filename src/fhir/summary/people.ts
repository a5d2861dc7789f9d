/** Names of authors and organisations that resources refer to. */
import * as z from 'zod/mini';
import { humanName, identifier, parsed, type Reference } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
import type { Context } from './mapped.ts';

const named = z.object({
  name: z.optional(z.union([z.string(), z.array(humanName)])),
  practitioner: z.optional(z.object({ display: z.optional(z.string()) })),
});

/** The display the author chose, else the name of what it refers to. */
export function nameOf(to: Reference, context: Context): string | null {
  const display = shownText(to.display, 100);
  if (display !== null) return display;
  const found = parsed(named, context.find(to));
  if (typeof found?.name === 'string') return shownText(found.name, 100);
  const [name] = found?.name ?? [];
  const built = joined([name?.prefix?.[0], name?.given?.[0], name?.family], ' ');
  return (
    shownText(name?.text, 100) ??
    shownText(built, 100) ??
    shownText(found?.practitioner?.display, 100)
  );
}

export const organization = z.object({
  resourceType: z.literal('Organization'),
  id: z.optional(z.string()),
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.string()),
  alias: z.optional(z.array(z.nullable(z.string()))),
});
