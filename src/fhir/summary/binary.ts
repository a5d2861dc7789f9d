/** FHIR Binary, as an exchange may answer instead of the bytes (R4, Binary; http.html#3.1.0.1.7). */
import * as s from '../shape.ts';
import { parsed } from '../parsed.ts';

const binary = s.object({
  resourceType: s.literal('Binary'),
  contentType: s.optional(s.string),
  data: s.string,
});

/** @returns null for anything but a Binary with its data */
export function binaryOf(
  body: unknown,
): { readonly contentType: string | null; readonly data: string } | null {
  const found = parsed(binary, body);
  return found ? { contentType: found.contentType ?? null, data: found.data } : null;
}
