/** What the clinician answered, and whether answer, performer, policy and purpose agree. */
import { ocs } from '../../src/fhir/systems.ts';
import type { AnswerItem, ConsentBody } from './consent-shape.ts';
import { invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { isBreakGlassReason, isPermission, purposeOf } from './reasons.ts';
import type { BreakGlassReason, PermissionAnswer, Purpose } from './reasons.ts';

/** The decision in the words of the record. */
export type Answers = {
  readonly purpose: Purpose;
  /** `patient-agreed` … or, for break glass, the reason. */
  readonly reason: PermissionAnswer | BreakGlassReason;
  readonly justification?: string;
  /** The length check asked once more and the clinician went on. */
  readonly short: boolean;
  /** "This is not me": the way on for a namesake (domain.md 7). */
  readonly notMe: boolean;
  /** "The patient is alive": the way on after an informal death notice (domain.md 3). */
  readonly patientIsAlive: boolean;
  readonly role?: string;
  /** The version of the terms accepted, a URL. */
  readonly terms?: string;
  /** Earlier Consents this one goes back to: a reload of the page, or a standing permission. */
  readonly reopens?: string;
  readonly standsOn?: string;
};

type Items = ReadonlyMap<string, AnswerItem['answer']>;

const text = (items: Items, linkId: string): string | undefined => {
  const value = items.get(linkId)?.[0]?.valueString?.trim();
  return value === '' ? undefined : value;
};
const code = (items: Items, linkId: string): string | undefined => {
  const coding = items.get(linkId)?.[0]?.valueCoding;
  if (coding === undefined || coding.system === ocs.accessReason) return coding?.code;
  return undefined;
};
const said = (items: Items, linkId: string): boolean =>
  items.get(linkId)?.[0]?.valueBoolean === true;

const proxyOf = (consent: ConsentBody): string | undefined =>
  consent.contained.find((resource) => resource.resourceType === 'RelatedPerson')?.relationship[0]
    .coding[0].code;

/** Who said yes must be who the answer says it was. */
function permission(consent: ConsentBody, items: Items): Result<PermissionAnswer> {
  const answer = code(items, 'answer');
  if (!isPermission(answer)) return invalid('answer', 'The answer is not one that permits.');
  const [performer] = consent.performer;
  const byProxy = 'reference' in performer && performer.reference === '#proxy';
  const byPatient = 'reference' in performer && performer.reference === consent.patient.reference;
  if (answer === 'proxy-agreed') {
    const proxy = proxyOf(consent);
    if (!byProxy || proxy === undefined || code(items, 'proxy') !== proxy) {
      return invalid('performer', 'Whoever agreed for the patient must be named alike throughout.');
    }
    return ok(answer);
  }
  if (!byPatient || proxyOf(consent) !== undefined) {
    return invalid('performer', 'Only the patient performs their own agreement.');
  }
  const earlier = text(items, 'asked-by') !== undefined && text(items, 'asked-at') !== undefined;
  if (answer === 'agreed-earlier' && !earlier) {
    return invalid('asked-by', 'An earlier agreement says who asked, and when.');
  }
  return ok(answer);
}

function breakGlass(
  consent: ConsentBody,
  items: Items,
): Result<{ reason: BreakGlassReason; justification: string }> {
  if (code(items, 'answer') !== 'break-glass') {
    return invalid('answer', 'A break glass policy goes with a break glass answer.');
  }
  const [performer] = consent.performer;
  const [actor] = consent.provision.actor;
  const byActor =
    'identifier' in performer &&
    performer.identifier.system === actor.reference.identifier.system &&
    performer.identifier.value === actor.reference.identifier.value;
  if (!byActor || proxyOf(consent) !== undefined) {
    return invalid('performer', 'The clinician performs their own break glass.');
  }
  const reason = code(items, 'reason');
  if (!isBreakGlassReason(reason))
    return invalid('reason', 'A break glass needs one of the reasons.');
  const justification = text(items, 'justification');
  return justification === undefined
    ? invalid('justification', 'A break glass needs a justification in words.')
    : ok({ reason, justification });
}

/** No C0 or C1 control, no line or paragraph separator: these words are shown in one line. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u;

/** An absolute http or https URL, with a version after a bar where it has one. */
function isTermsUrl(value: string): boolean {
  if (value.length > 200 || !/^https?:\/\/[^\s\p{Cc}|<>"]+(?:\|[A-Za-z0-9._-]+)?$/u.test(value))
    return false;
  return URL.canParse(value.split('|')[0] ?? '');
}

/** Words that go into the record, each as what it says it is. */
function checkWords(items: Items): Result<null> {
  for (const linkId of ['asked-by', 'asked-at']) {
    const raw = items.get(linkId)?.[0]?.valueString ?? '';
    if (items.has(linkId) && (text(items, linkId) === undefined || !oneLine.test(raw))) {
      return invalid(linkId, 'Who asked, and when, in words of one line, up to 200 characters.');
    }
  }
  for (const linkId of ['reopens', 'stands-on']) {
    if (items.has(linkId) && text(items, linkId) === undefined) {
      return invalid(linkId, 'An earlier Consent is named by its id.');
    }
  }
  const terms = items.get('terms')?.[0]?.valueString ?? '';
  return !items.has('terms') || isTermsUrl(terms)
    ? ok(null)
    : invalid('terms', 'The terms are named by their http or https address, up to 200 characters.');
}

/** What else was said, each only where it was. */
function declarations(items: Items) {
  const role = text(items, 'role');
  const terms = text(items, 'terms');
  const reopens = text(items, 'reopens');
  const standsOn = text(items, 'stands-on');
  return {
    short: said(items, 'justification-short'),
    notMe: said(items, 'not-me'),
    patientIsAlive: said(items, 'patient-is-alive'),
    ...(role === undefined ? {} : { role }),
    ...(terms === undefined ? {} : { terms }),
    ...(reopens === undefined ? {} : { reopens }),
    ...(standsOn === undefined ? {} : { standsOn }),
  };
}

/** Reads the answers; any combination that does not agree with itself is a 400. */
export function readAnswers(consent: ConsentBody): Result<Answers> {
  const response = consent.contained.find(
    (resource) => resource.resourceType === 'QuestionnaireResponse',
  );
  if (response === undefined) return invalid('answers', 'The answers are missing.');
  const items: Items = new Map(response.item.map(({ linkId, answer }) => [linkId, answer]));
  if (items.size !== response.item.length) return invalid('answers', 'An item came twice.');
  if (!said(items, 'attestation')) return invalid('attestation', 'The attestation is missing.');
  const words = checkWords(items);
  if (!words.ok) return words;
  const reason =
    consent.policy[0].uri === ocs.breakGlassPolicy
      ? breakGlass(consent, items)
      : permission(consent, items);
  if (!reason.ok) return reason;
  const answers = typeof reason.value === 'string' ? { reason: reason.value } : reason.value;
  const purpose = purposeOf(answers.reason);
  return consent.provision.purpose[0].code === purpose
    ? ok({ ...answers, purpose, ...declarations(items) })
    : invalid('purpose', 'Policy, reason and purpose do not belong together.');
}
