/**
 * FHIR Consent → emergency plan: a decision made in advance, in its own words. A consent about
 * sharing, privacy or research is shown by name, among what is other.
 */
import * as s from '../shape.ts';
import type { Attachment, Entry } from '../../domain/summary/item.ts';
import { type Concept, concepts } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { attachment, attachmentsOf } from './attachments.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, namesOf } from './people.ts';
import { decisions, planRole } from './plan-words.ts';
import { standingOf } from './standing.ts';

const provision = s.object({
  type: s.optional(s.oneOf(['deny', 'permit'])),
  period: somePeriod,
  code: s.optional(concepts),
  provision: s.optional(s.array(s.unknown)),
});

const consentResource = s.object({
  status: s.optional(s.string),
  scope: someConcept,
  category: someConcepts,
  dateTime: someWords,
  performer: someReferences,
  organization: someReferences,
  sourceAttachment: s.lenient(attachment),
  sourceReference: someReference,
  policyRule: someConcept,
  provision: s.optional(provision),
});
type Consent = s.Infer<typeof consentResource>;

export function consent(resource: unknown, context: Context): Mapped {
  const found = parsed(consentResource, resource);
  const title =
    shownText(found?.scope?.text) ?? wordsOfAll(found?.category) ?? titleOf(found?.scope);
  if (!found || title === null) return malformed('Consent');
  const standing = standingOf('Consent', found.status);
  if (standing === null) return notUnderstood(title);
  if (standing === 'entered-in-error') return enteredInError(title);
  const value = decisionOf(found.provision);
  if (value === undefined) return notUnderstood(title);
  const rule = titleOf(found.policyRule);
  const isPlan = context.kind === 'emergency-plan';
  return entry(context, {
    ...standing,
    title,
    value,
    codes: [...(found.category ?? []), ...(found.provision?.code ?? [])].flatMap(codesOf),
    role: isPlan ? roleOf(found, joined([title, value, wordsOfAll(found.category)], ' ')) : null,
    date: dateOf(found.dateTime),
    ended: dateOf(found.provision?.period?.end),
    author: authorOf([...(found.performer ?? []), ...(found.organization ?? [])], context),
    details: details(
      ['Held by', namesOf(found.organization, context)],
      ['Also', exceptionsOf(found.provision)],
    ),
    note: rule,
    attachments: filesOf(found, context),
  });
}

/**
 * What was decided. `deny` before a thing is a "no" to it; a code that is a decision of its own is
 * not turned round by it.
 * @returns undefined where the code and the type contradict each other
 */
function decisionOf(found: Consent['provision']): string | null | undefined {
  const { type, code = [] } = found ?? {};
  const own = code.flatMap(decisionCodes);
  if (type === 'deny' && own.includes('for')) return undefined;
  if (own.includes('for') && own.includes('not-for')) return undefined;
  const words = wordsOfAll(code);
  if (words === null || type === undefined || own.length > 0) return words;
  if (/^(?:refus|not? |do not|dissent|consent|agree)/i.test(words)) return words;
  return type === 'deny' ? `Refused: ${words}` : `Agreed: ${words}`;
}

function decisionCodes({ coding }: Concept) {
  return (coding ?? []).flatMap(({ code }) => decisions.get(code ?? '') ?? []);
}

function exceptionsOf(found: Consent['provision']): string | null {
  const inner = found?.provision ?? [];
  if (inner.length === 0) return null;
  const read = inner.map((each) => {
    const one = parsed(provision, each);
    return one ? decisionOf({ ...one, provision: undefined }) : undefined;
  });
  const isAll = read.every((each) => typeof each === 'string');
  return isAll ? joined(read, '; ') : 'Exceptions that can not be shown: see the original';
}

function roleOf({ provision: decided }: Consent, words: string | null): Entry['role'] {
  if ((decided?.code ?? []).some((each) => decisionCodes(each).length > 0)) return 'resuscitation';
  return planRole(words ?? '');
}

const form = s.object({
  resourceType: s.literal('DocumentReference'),
  status: someWords,
  content: s.lenient(s.array(s.object({ attachment: s.lenient(attachment) }))),
});

/** The form itself, or the document it is kept as. */
function filesOf(found: Consent, context: Context): Attachment[] {
  const document = parsed(form, context.find(found.sourceReference));
  const kept = document?.status === 'entered-in-error' ? [] : (document?.content ?? []);
  return attachmentsOf([found.sourceAttachment, ...kept.map((each) => each.attachment)]);
}
