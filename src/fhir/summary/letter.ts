/** FHIR DocumentReference → document (letter, plan, discharge summary). */
import * as s from '../shape.ts';
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { attachment, attachmentsOf } from './attachments.ts';
import { codesOf, sentence, titleOf } from './codeable.ts';
import { dateOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { someReference, someReferences, someWords } from './lenient.ts';
import {
  type Context,
  enteredInError,
  identityOf,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { authorOf, namesOf } from './people.ts';
import { planRole } from './plan-words.ts';
import { isStatus } from './status.ts';
import { standingOf } from './standing.ts';

const documentReference = s.object({
  status: s.string,
  docStatus: s.optional(s.string),
  type: s.optional(concept),
  date: someWords,
  author: someReferences,
  authenticator: someReference,
  custodian: someReference,
  description: s.lenient(s.string),
  content: s.lenient(s.array(s.object({ attachment: s.lenient(attachment) }))),
});
type Document = s.Infer<typeof documentReference>;

export function letter(resource: unknown, context: Context): Mapped {
  const found = parsed(documentReference, resource);
  const files = (found?.content ?? []).map((each) => each.attachment);
  const type = titleOf(found?.type);
  const title = shownText(found?.description) ?? shownText(files[0]?.title) ?? type;
  if (!found || title === null) return malformed('Document');
  if (found.status === 'entered-in-error' || found.docStatus === 'entered-in-error') {
    return enteredInError('Document');
  }
  if (!isStatus('DocumentReference', found.status)) return notUnderstood('Document');
  const recorded = dateOf(found.date);
  const status = joined([said(found.status, 'current'), said(found.docStatus, 'final')], ', ');
  const common = {
    title,
    date: dateOf(files[0]?.creation) ?? recorded,
    recorded,
    codes: codesOf(found.type),
    author: writtenBy(found, context),
    attachments: attachmentsOf(files),
  };
  if (context.kind !== 'document') return plan(found, { ...common, type, status }, context);
  return item({
    ...common,
    ...identityOf(context),
    kind: 'document',
    type: type === title ? null : type,
    status,
  });
}

/** A form that its source sent as the plan itself, or under safeguarding. */
function plan(
  found: Document,
  common: Parameters<typeof entry>[1] & { type: string | null; status: string | null },
  context: Context,
): Mapped {
  const standing = standingOf('DocumentReference', found.status);
  if (standing === null || standing === 'entered-in-error') return notUnderstood('Document');
  const { type, ...facts } = common;
  return entry(context, {
    ...facts,
    standing: standing.standing,
    role: context.kind === 'emergency-plan' ? planRole(`${common.title} ${type ?? ''}`) : null,
    details: details(['Type', type === common.title ? null : type]),
  });
}

function writtenBy(found: Document, context: Context): string | null {
  return (
    namesOf(found.author, context) ?? authorOf([found.authenticator, found.custodian], context)
  );
}

/** Current and final go without saying. */
function said(status: string | undefined, plain: string): string | null {
  return status === undefined || status === plain ? null : sentence(status);
}
