/** The one decision every gate asks: may this caller come this far with this patient now? */
import type { Caller } from './caller.ts';
import { lookUp } from './demographics.ts';
import type { Person } from './demographics.ts';
import type { ConsentKey, StoredConsent } from './consent-table.ts';
import type { Store, Traced } from './database.ts';
import { forbidden, ok, refuse } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { compareWithPatient } from './own-record.ts';
import { checkPatient, declaredIn, undeclared } from './patient-rules.ts';
import type { Sources } from './sources/sharing.ts';
import type { World } from './world.ts';

export type AccessDeps = {
  readonly store: Store;
  readonly world: World;
  readonly sources: Sources;
  readonly clock: () => Date;
};

/** A caller who may ask about a patient: identity, role and own record are settled. */
export type Standing = {
  readonly caller: Caller;
  readonly traced: Traced;
  readonly person: Person;
  readonly patientKey: string;
  readonly namesake: boolean;
};

/** A standing plus the current Consent that opens the record. */
export type Release = Standing & { readonly consent: StoredConsent };

/** Clinical roles only, by allow-list (domain.md 7). */
export function checkRole(caller: Caller): Result<null> {
  if (caller.roles.some(({ clinical }) => clinical)) return ok(null);
  return forbidden('wrong-role', 'The Care Summary is for clinicians. Nothing was shown.');
}

/** Identity, role, own record: what must hold before anything about a traced patient is said. */
export function decideStanding(
  deps: AccessDeps,
  caller: Caller,
  tracedId: string,
): Result<Standing> {
  const traced = deps.store.tracedById(tracedId);
  const bound =
    traced !== null &&
    traced.userKey === caller.userKey &&
    traced.hostKey === caller.host.key &&
    traced.searched === caller.patient.nhsNumber;
  if (!bound) {
    return forbidden(
      'other-patient',
      'That is not the patient of this launch.',
      'REQUEST_UNMATCHED',
    );
  }
  const role = checkRole(caller);
  if (!role.ok) return role;
  const found = lookUp(deps.world, traced.searched, caller.patient.restricted);
  if (found.type !== 'found') {
    return refuse({
      status: 404,
      code: 'not-found',
      reason: found.type,
      spine: found.type === 'invalidated' ? 'INVALIDATED_RESOURCE' : 'PATIENT_NOT_FOUND',
      text: 'No such patient now.',
    });
  }
  const likeness = compareWithPatient(caller, found.person);
  if (likeness === 'own') {
    return forbidden('own-record', 'This is your own record. You cannot open it here.');
  }
  const patientKey = deps.store.patientKey(found.person.current);
  const namesake = likeness === 'namesake';
  return ok({ caller, traced, person: found.person, patientKey, namesake });
}

/**
 * Everything that must hold for clinical data to leave, decided afresh at each call: standing,
 * live dissent, restriction, death, and a current Consent of the same user, client and patient.
 * With `breakGlass`, that Consent must be a break glass one (contract.md 2.4).
 */
export async function decideRelease(
  deps: AccessDeps,
  caller: Caller,
  tracedId: string,
  breakGlass: boolean,
  signal?: AbortSignal,
): Promise<Result<Release>> {
  const standing = decideStanding(deps, caller, tracedId);
  if (!standing.ok) return standing;
  const { patientKey } = standing.value;
  const key = consentKey(caller, patientKey);
  const opening = deps.store
    .currentConsents(key, deps.clock())
    .filter((consent) => opensFor(caller, consent))
    .filter(({ purpose }) => !breakGlass || purpose === 'BTG');
  // What this launch itself recorded speaks for it before a permission from an earlier one.
  const current = opening.find(({ token }) => token === caller.launch) ?? opening[0];
  const declared = current === undefined ? undefined : declaredIn(current);
  const patient = await checkPatient(deps, standing.value, declared ?? undeclared, signal);
  if (!patient.ok) return patient;
  if (current === undefined) {
    return forbidden(
      breakGlass ? 'no-break-glass' : 'no-current-consent',
      'No current permission or break glass by you for this patient is recorded.',
      'NO_RELATIONSHIP',
    );
  }
  // Asked again: it may have been ended or have expired while the register was answering.
  const release = { ...standing.value, consent: current };
  return isCurrent(deps, release)
    ? ok(release)
    : forbidden('no-current-consent', 'The permission has ended.', 'NO_RELATIONSHIP');
}

/**
 * A permission stands for its encounter, where there is one; a break glass only for the launch it
 * was made in, or reopened in, which the exchange knows by the token (domain.md 3).
 */
export const opensFor = ({ launch }: Caller, consent: StoredConsent): boolean =>
  consent.token === launch || (consent.purpose === 'TREAT' && consent.encounter !== '');

/** Whether the Consent and the token that opened this release still stand at this moment. */
export function isCurrent({ store, clock }: AccessDeps, release: Release): boolean {
  const now = clock();
  const { caller, patientKey, consent } = release;
  if (caller.expiresAt.getTime() <= now.getTime()) return false;
  return store
    .currentConsents(consentKey(caller, patientKey), now)
    .some(({ id }) => id === consent.id);
}

/** Whose Consent counts: this user's, from this client, at this host, for this person, now. */
export const consentKey = (caller: Caller, patient: string): ConsentKey => ({
  hostKey: caller.host.key,
  userKey: caller.userKey,
  clientId: caller.clientId,
  patient,
  encounter: caller.encounter ?? '',
});
