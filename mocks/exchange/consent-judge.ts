/** Whether a decision may be recorded: its shape, its names, and every rule about the patient. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import { checkPatient, decideStanding } from './access.ts';
import type { Standing } from './access.ts';
import { readAnswers } from './consent-answers.ts';
import type { Answers } from './consent-answers.ts';
import { consentTransaction } from './consent-shape.ts';
import type { ConsentBody } from './consent-shape.ts';
import type { Call } from './context.ts';
import { forbidden, invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import type { Role } from './roles.ts';

/** A decision that may be recorded. */
export type Decision = {
  readonly body: ConsentBody;
  readonly answers: Answers;
  readonly standing: Standing;
  readonly role: Role | undefined;
};

function chosenRole({ caller }: Call, named: string | undefined): Result<Role | undefined> {
  const clinical = caller.roles.filter((role) => role.clinical);
  if (named === undefined) return ok(clinical[0]);
  const role = clinical.find(({ profileId, codes, rCode }) =>
    [profileId, rCode, ...codes].includes(named),
  );
  return role === undefined
    ? forbidden('role-not-held', 'That role is not one the host lists for you as clinical.')
    : ok(role);
}

/** By one of the caller's ODS codes; by name alone only where the host gives it no ODS code. */
function isOwnOrganisation(
  { organizations }: Call['caller'],
  named: NonNullable<ConsentBody['organization']>[number],
): boolean {
  if (!('identifier' in named)) {
    return organizations.some(({ odsCode, name }) => !odsCode && name === named.display);
  }
  const { system, value } = named.identifier;
  const known = organizations.some(({ odsCode }) => odsCode === value);
  return system === identifierSystem.odsOrganisation && known;
}

/** The body may name only the caller and only the traced patient; anything else is forged. */
function checkNames(call: Call, body: ConsentBody): Result<null> {
  const { caller } = call;
  const named = body.provision.actor[0].reference.identifier;
  const isCaller = caller.identifiers.some(
    ({ system, value }) => system === named.system && value === named.value,
  );
  if (!isCaller) return forbidden('other-actor', 'The Consent names another user.');
  if (!(body.organization ?? []).every((named) => isOwnOrganisation(caller, named))) {
    return forbidden('other-organisation', 'The Consent names another organisation.');
  }
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  if (proxy && proxy.patient.reference !== body.patient.reference) {
    return forbidden('other-patient', 'The proxy is of another patient.', 'REQUEST_UNMATCHED');
  }
  return ok(null);
}

/** Age in whole years; undefined where the birth date is not full. */
function ageInYears(birthDate: string | undefined, now: Date): number | undefined {
  const [year, month, day] = (birthDate ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const today = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()] as const;
  const before = today[1] < month || (today[1] === month && today[2] < day);
  return today[0] - year - (before ? 1 : 0);
}

const aheadMs = 10 * 60_000;
const behindMs = 24 * 3_600_000;

/** A clock may be ten minutes ahead; a retry repeats its time and may come up to a day late. */
function checkTime(body: ConsentBody, now: Date): Result<null> {
  const late = now.getTime() - Date.parse(body.dateTime);
  return late <= behindMs && late >= -aheadMs
    ? ok(null)
    : invalid(
        'date-time',
        'dateTime is over 10 minutes ahead, or over 24 hours ago: see the clock.',
      );
}

/**
 * Who may decide depends on age (domain.md 3): the young person themselves under 16, parents for
 * under 18, attorneys for adults.
 */
function checkAge(
  body: ConsentBody,
  { reason }: Answers,
  standing: Standing,
  now: Date,
): Result<null> {
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  const age = ageInYears(standing.person.patient.birthDate, now);
  if (reason === 'young-person-agreed' && (age === undefined || age >= 16)) {
    return forbidden('young-person', 'Only a patient under 16 agrees as a young person.');
  }
  if (proxy === undefined || age === undefined) return ok(null);
  const parental = proxy.relationship[0].coding[0].code === 'parental-responsibility';
  if (parental && age >= 18) {
    return forbidden('proxy', 'Nobody has parental responsibility for an adult.');
  }
  return !parental && age < 16
    ? forbidden('proxy', 'A child has no attorney or deputy for this.')
    : ok(null);
}

/**
 * Judges one transaction. 400 for another shape, 403 where it names anyone but the caller and the
 * traced patient or a rule of the patient's refuses, 503 where the practice's register is silent.
 */
export async function judgeConsent(call: Call, value: unknown): Promise<Result<Decision>> {
  const parsed = consentTransaction.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return invalid(
      'consent-shape',
      `Not the one Consent this exchange takes: ${where}`.slice(0, 200),
    );
  }
  const [entry] = parsed.data.entry;
  const body = entry.resource;
  const identifier = body.identifier[0].value;
  const agrees =
    entry.fullUrl === identifier &&
    entry.request.ifNoneExist === `identifier=${identifierSystem.uri}|${identifier}`;
  if (!agrees) return invalid('identifier', 'fullUrl, identifier and ifNoneExist must agree.');
  const time = checkTime(body, call.exchange.clock());
  if (!time.ok) return time;
  const answers = readAnswers(body);
  if (!answers.ok) return answers;
  const standing = decideStanding(call.exchange, call.caller, body.patient.reference.slice(8));
  if (!standing.ok) return standing;
  const names = checkNames(call, body);
  if (!names.ok) return names;
  const age = checkAge(body, answers.value, standing.value, call.exchange.clock());
  if (!age.ok) return age;
  const role = chosenRole(call, answers.value.role);
  if (!role.ok) return role;
  const patient = await checkPatient(call.exchange, standing.value, answers.value);
  if (!patient.ok) return patient;
  return ok({ body, answers: answers.value, standing: standing.value, role: role.value });
}
