/** Any searchset, its resources still unread. */
import * as z from 'zod/mini';
import { unmodified } from './datatypes.ts';

export const searchset = z.object({
  ...unmodified,
  resourceType: z.literal('Bundle'),
  type: z.literal('searchset'),
  total: z.optional(z.number()),
  link: z.optional(
    z.array(z.object({ relation: z.optional(z.string()), url: z.optional(z.string()) })),
  ),
  entry: z.optional(
    z.array(
      z.object({
        resource: z.unknown(),
        search: z.optional(z.object({ mode: z.optional(z.string()) })),
      }),
    ),
  ),
});

/** A resource's type before anything else of it is read; null where it is no resource. */
export function typeOf(resource: unknown): string | null {
  if (typeof resource !== 'object' || resource === null) return null;
  const type = 'resourceType' in resource ? resource.resourceType : null;
  return typeof type === 'string' ? type : null;
}
