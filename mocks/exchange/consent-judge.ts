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

/** The body may name only the caller and only the traced patient; anything else is forged. */
function checkNames(call: Call, body: ConsentBody): Result<null> {
  const { caller } = call;
  const named = body.provision.actor[0].reference.identifier;
  const isCaller = caller.identifiers.some(
    ({ system, value }) => system === named.system && value === named.value,
  );
  if (!isCaller) return forbidden('other-actor', 'The Consent names another user.');
  const ods = body.organization?.[0]?.identifier;
  const employed = caller.organizations.some(({ odsCode }) => odsCode === ods?.value);
  if (ods?.system === identifierSystem.odsOrganisation && !employed) {
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

/** Who may decide depends on age (domain.md 3): parents for under 18, attorneys for adults. */
function checkProxy(body: ConsentBody, standing: Standing, now: Date): Result<null> {
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  const age = ageInYears(standing.person.patient.birthDate, now);
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
  const answers = readAnswers(body);
  if (!answers.ok) return answers;
  const standing = decideStanding(call.exchange, call.caller, body.patient.reference.slice(8));
  if (!standing.ok) return standing;
  const names = checkNames(call, body);
  if (!names.ok) return names;
  const proxy = checkProxy(body, standing.value, call.exchange.clock());
  if (!proxy.ok) return proxy;
  const role = chosenRole(call, answers.value.role);
  if (!role.ok) return role;
  const patient = await checkPatient(call.exchange, standing.value, answers.value);
  if (!patient.ok) return patient;
  return ok({ body, answers: answers.value, standing: standing.value, role: role.value });
}
