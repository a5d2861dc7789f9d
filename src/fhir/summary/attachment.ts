/** FHIR Attachment → one file of a letter, opened or not (R4, datatypes.html#Attachment). */
import * as z from 'zod/mini';
import type { Attachment } from '../../domain/summary/item.ts';
import { shownText } from '../text.ts';

export const attachment = z.object({
  contentType: z.optional(z.string()),
  url: z.optional(z.string()),
  size: z.optional(z.number()),
  hash: z.optional(z.string()),
  data: z.optional(z.string()),
  title: z.optional(z.string()),
  creation: z.optional(z.string()),
});

/** Those that lead to a file: an attachment without data or URL is a title only. */
export function files(sent: readonly z.infer<typeof attachment>[]): readonly Attachment[] {
  return sent
    .filter(({ url, data }) => url !== undefined || data !== undefined)
    .map(({ contentType, url, size, hash, data, title }) => ({
      url: url ?? null,
      contentType: shownText(contentType, 100),
      title: shownText(title),
      size: size ?? null,
      hash: hash ?? null,
      data: data ?? null,
    }));
}
