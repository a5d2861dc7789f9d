/** Whether a decision may be recorded: its shape, its names, and every rule about the patient. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import { decideStanding } from './access.ts';
import type { Standing } from './access.ts';
import { actingRole } from './acting-role.ts';
import { checkAge } from './consent-age.ts';
import { readAnswers } from './consent-answers.ts';
import type { Answers } from './consent-answers.ts';
import { consentTransaction } from './consent-shape.ts';
import type { ConsentBody } from './consent-shape.ts';
import type { Call } from './context.ts';
import { policyOf } from './options.ts';
import { forbidden, invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { checkPatient } from './patient-rules.ts';
import { judgeReopening } from './reopening.ts';
import type { Reopening } from './reopening.ts';
import type { Role } from './roles.ts';
import { checkTerms } from './terms.ts';

/** A decision that may be recorded. */
export type Decision = {
  readonly body: ConsentBody;
  readonly answers: Answers;
  readonly standing: Standing;
  readonly role: Role;
  readonly reopening: Reopening | null;
};

/** The body may name only the caller and only the traced patient; anything else is forged. */
function checkNames(call: Call, body: ConsentBody): Result<null> {
  const { caller } = call;
  const named = body.provision.actor[0].reference.identifier;
  const isCaller = caller.identifiers.some(
    ({ system, value }) => system === named.system && value === named.value,
  );
  if (!isCaller) return forbidden('other-actor', 'The Consent names another user.');
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  if (proxy && proxy.patient.reference !== body.patient.reference) {
    return forbidden('other-patient', 'The proxy is of another patient.', 'REQUEST_UNMATCHED');
  }
  return ok(null);
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

/** What this host's users may decide at all (domain.md 4), and whether they accepted the terms. */
function checkUser(call: Call, { purpose, reason, terms }: Answers): Result<null> {
  const { breakGlassReasons } = policyOf(call.caller.host);
  if (purpose !== 'TREAT' && !breakGlassReasons.includes(reason)) {
    return forbidden('reason', 'That reason is not one this organisation allows.');
  }
  return checkTerms(call, terms);
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
  const decided = await judgeDecision(call, body, answers.value, standing.value);
  if (!decided.ok) return decided;
  const { role, reopening } = decided.value;
  return ok({ body, answers: answers.value, standing: standing.value, role, reopening });
}

/** Every rule of one well-formed decision about a patient this caller may ask about. */
async function judgeDecision(
  call: Call,
  body: ConsentBody,
  answers: Answers,
  standing: Standing,
): Promise<Result<Pick<Decision, 'role' | 'reopening'>>> {
  const names = checkNames(call, body);
  if (!names.ok) return names;
  const { birthDate } = standing.person.patient;
  const age = checkAge(body, answers.reason, birthDate, call.exchange.clock());
  if (!age.ok) return age;
  const role = actingRole(call.caller, answers.role, body.organization);
  if (!role.ok) return role;
  const user = checkUser(call, answers);
  if (!user.ok) return user;
  const declared = { ...answers, certifying: answers.reason === 'certifying-death' };
  const patient = await checkPatient(call.exchange, standing, declared);
  if (!patient.ok) return patient;
  // Last, and with nothing to wait for until it is stored: what it goes back to may have ended.
  const reopening = judgeReopening(call, answers, standing);
  return reopening.ok ? ok({ role: role.value, reopening: reopening.value }) : reopening;
}
