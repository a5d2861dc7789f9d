/** Any searchset, its resources still unread. */
import * as s from './shape.ts';
import { unmodified } from './datatypes.ts';

export const searchset = s.object({
  ...unmodified,
  resourceType: s.literal('Bundle'),
  type: s.literal('searchset'),
  total: s.optional(s.number),
  link: s.optional(
    s.array(s.object({ relation: s.optional(s.string), url: s.optional(s.string) })),
  ),
  entry: s.optional(
    s.array(
      s.object({
        resource: s.unknown,
        search: s.optional(s.object({ mode: s.optional(s.string) })),
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
