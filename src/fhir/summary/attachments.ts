/** Files: as they are named by documents, reports and consents (FHIR R4 Attachment). */
import * as s from '../shape.ts';
import type { Attachment } from '../../domain/summary/item.ts';
import { shownText } from '../text.ts';
import { someWords } from './lenient.ts';

export const attachment = s.object({
  contentType: someWords,
  url: someWords,
  title: someWords,
  creation: someWords,
  size: s.lenient(s.number),
  hash: someWords,
  data: someWords,
});
export type RawAttachment = s.Infer<typeof attachment>;

/** Those that lead to a file, or are one. */
export function attachmentsOf(found: readonly (RawAttachment | undefined)[]): Attachment[] {
  return found.flatMap((each) => {
    if (each === undefined || (each.url === undefined && each.data === undefined)) return [];
    const { url, data, hash, size } = each;
    return [
      {
        url: url ?? null,
        contentType: shownText(each.contentType, 100),
        title: shownText(each.title),
        size: size !== undefined && Number.isFinite(size) && size >= 0 ? size : null,
        hash: hash ?? null,
        data: data ?? null,
      },
    ];
  });
}
