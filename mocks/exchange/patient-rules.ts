/** What the patient's side decides: dissent, protection, death, and a namesake's word. */
import type { AccessDeps, Standing } from './access.ts';
import type { Confidential } from './confidentiality.ts';
import type { StoredConsent } from './consent-table.ts';
import type { Person } from './demographics.ts';
import { policyOf } from './options.ts';
import type { AccessPolicy } from './options.ts';
import { forbidden, ok, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { askSharing } from './sources/sharing.ts';

/** What the person in front of the screen has declared; it opens only the flagged ways on. */
export type Declared = {
  readonly notMe: boolean;
  readonly patientIsAlive: boolean;
  /** The reason is certifying this death; null before any reason was given. */
  readonly certifying: boolean | null;
};

/** Before anyone has declared anything: what a declaration could still open is not refused yet. */
export const undeclared: Declared = { notMe: true, patientIsAlive: true, certifying: null };

/** The declarations recorded with a Consent. */
export function declaredIn({ declared, reason }: StoredConsent): Declared {
  const said = declared.split(' ');
  return {
    notMe: said.includes('not-me'),
    patientIsAlive: said.includes('patient-is-alive'),
    certifying: reason === 'certifying-death',
  };
}

/**
 * A policy may open R, with every trace of location removed; V never, whoever says it (domain.md
 * 3). Location is removed only from what the exchange itself takes for restricted: where the host
 * alone says so, no policy opens it.
 */
function isShut({ restricted }: Person, byHost: Confidential | null, policy: AccessPolicy) {
  if (restricted === 'V' || byHost === 'V') return true;
  if (byHost !== null && restricted === null) return true;
  return restricted === 'R' && policy.restricted !== 'open-without-location';
}

/** Of a death that only the host knows nobody has notified the exchange: it may be denied. */
const deathOf = ({ deceased }: Person, byHost: boolean): Person['deceased'] =>
  deceased === 'no' && byHost ? 'informal' : deceased;

/** Nobody can permit for the dead: a policy may let a death be certified, and nothing else. */
function checkDeath(
  deceased: Person['deceased'],
  { certifying, patientIsAlive }: Declared,
  policy: AccessPolicy,
): Result<null> {
  if (deceased === 'formal') {
    return policy.deceased === 'certify' && certifying !== false
      ? ok(null)
      : forbidden('deceased', 'The patient has died. The record is closed.');
  }
  if (certifying === true) {
    return forbidden('not-deceased', 'No death of this patient has been notified formally.');
  }
  return deceased === 'informal' && !patientIsAlive
    ? forbidden('deceased-informal', 'A death was notified informally, and is not denied.')
    : ok(null);
}

/** The patient's side: live dissent first (it says the least), then restriction, then death. */
export async function checkPatient(
  deps: AccessDeps,
  { caller, person, namesake }: Standing,
  declared: Declared,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const sharing = await askSharing(deps.sources, person, signal);
  if (sharing === 'dissent') {
    return forbidden('dissent', 'The patient has chosen not to share.', 'NO_PATIENT_CONSENT');
  }
  if (sharing === 'unknown') {
    return unavailable('sharing-unknown', "The practice's sharing register did not answer.");
  }
  const policy = policyOf(caller.host);
  const { restricted, deceased } = caller.patient;
  if (isShut(person, restricted, policy)) {
    return forbidden('restricted', 'This record is protected and cannot be opened here.');
  }
  const alive = checkDeath(deathOf(person, deceased), declared, policy);
  if (!alive.ok) return alive;
  if (namesake && !declared.notMe) {
    return forbidden('namesake', 'Your name and birth date are the patient’s: say it is not you.');
  }
  return ok(null);
}
