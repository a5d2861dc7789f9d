/** FHIR DocumentReference → document (letter, plan, discharge summary). */
import * as z from 'zod/mini';
import { concept, parsed, reference } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
import { attachment, files } from './attachment.ts';
import { codesOf, sentence, titleOf } from './codeable.ts';
import { dateOf } from './dates.ts';
import {
  type Context,
  enteredInError,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { nameOf } from './people.ts';
import { isStatus } from './status.ts';

const documentReference = z.object({
  status: z.string(),
  docStatus: z.optional(z.string()),
  type: z.optional(concept),
  date: z.optional(z.string()),
  author: z.optional(z.array(reference)),
  description: z.optional(z.string()),
  content: z.optional(
    z.array(
      z.object({
        attachment: z.optional(attachment),
      }),
    ),
  ),
});

export function letter(resource: unknown, context: Context): Mapped {
  const found = parsed(documentReference, resource);
  const first = found?.content?.[0]?.attachment;
  const type = titleOf(found?.type);
  const title = shownText(found?.description) ?? shownText(first?.title) ?? type;
  if (!found || title === null) return malformed('Document');
  if (found.status === 'entered-in-error' || found.docStatus === 'entered-in-error') {
    return enteredInError('Document');
  }
  if (!isStatus('DocumentReference', found.status)) return notUnderstood('Document');
  const recorded = dateOf(found.date);
  return item({
    kind: 'document',
    type: type === title ? null : type,
    attachments: files((found.content ?? []).flatMap((each) => each.attachment ?? [])),
    key: context.key,
    source: context.source,
    ...context.origin,
    title,
    date: dateOf(first?.creation) ?? recorded,
    recorded,
    codes: codesOf(found.type),
    author: joined(
      (found.author ?? []).map((each) => nameOf(each, context)),
      ', ',
    ),
    status: joined([said(found.status, 'current'), said(found.docStatus, 'final')], ', '),
  });
}

/** Current and final go without saying. */
function said(status: string | undefined, plain: string): string | null {
  return status === undefined || status === plain ? null : sentence(status);
}
