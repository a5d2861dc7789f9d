/** The user's own, current Consents for this patient, as the exchange keeps them (contract 2.2). */
import * as s from '../shape.ts';
import type { OwnPermit } from '../../domain/access.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import {
  coding,
  extension,
  id,
  idShape,
  meta,
  period,
  reference,
  unmodified,
} from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset } from '../searchset.ts';
import { ocs } from '../systems.ts';
import { answersIn } from './decided-answers.ts';
import { policyOf, purposeOf } from './decision-facts.ts';

const permit = s.object({
  ...unmodified,
  resourceType: s.literal('Consent'),
  id,
  meta: s.optional(meta),
  extension: s.optional(s.array(extension)),
  contained: s.array(s.unknown),
  status: s.literal('active'),
  patient: reference,
  policy: s.array(s.object({ uri: s.optional(s.string) })),
  provision: s.object({
    ...unmodified,
    type: s.literal('permit'),
    period: s.optional(period),
    purpose: s.array(coding),
    actor: s.array(s.object({ reference })),
    /** Exceptions would make it another permit than the one that was given. */
    provision: s.optional(s.never),
  }),
});
type StoredPermit = s.Infer<typeof permit>;

export type HeldPermit = {
  readonly permit: OwnPermit;
  /** The Consent as it came, to be sent back when it is ended. */
  readonly consent: object;
};

/**
 * @param pages searchsets of the patient's active Consents
 * @param user who is asking: another's permit is nobody's to stand on
 * @returns those that can be read whole. One that can not is left out: it opens nothing, and the
 *   question is asked as if it were not there.
 */
export function ownPermits(
  pages: readonly unknown[],
  patient: PatientRef,
  user: RegisteredIdentifier,
): readonly HeldPermit[] {
  return pages
    .flatMap((page) => parsed(searchset, page)?.entry ?? [])
    .flatMap(({ resource }) => {
      const stored = parsed(permit, resource);
      const isTheirs = stored?.patient.reference === `Patient/${patient}` && isActor(stored, user);
      const read = stored && isTheirs ? permitOf(stored) : null;
      return read && isObject(resource) ? [{ permit: read, consent: resource }] : [];
    });
}

function isActor({ provision }: StoredPermit, user: RegisteredIdentifier): boolean {
  const [actor, another] = provision.actor;
  const held = actor?.reference.identifier;
  return another === undefined && held?.system === user.system && held.value === user.value;
}

function permitOf(stored: StoredPermit): OwnPermit | null {
  const answered = answersIn(stored.contained);
  const encounter = encounterOf(stored);
  if (!answered || encounter === 'unreadable' || !agrees(stored, answered.basis)) return null;
  const { start, end } = stored.provision.period ?? {};
  const recordedAt = stored.meta?.lastUpdated ?? start;
  if (!isInstant(recordedAt) || (end !== undefined && !isInstant(end))) return null;
  const encounterId = encounter?.id ?? null;
  return { ...answered, consentId: stored.id, encounterId, recordedAt, until: end ?? null };
}

/** Policy and purpose say what the answers say, or one of them is not this decision's. */
function agrees({ policy, provision }: StoredPermit, basis: OwnPermit['basis']): boolean {
  const [rule, anotherRule] = policy;
  const [purpose, anotherPurpose] = provision.purpose;
  if (!rule || anotherRule || !purpose || anotherPurpose) return false;
  const wanted = purposeOf(basis);
  return (
    rule.uri === policyOf(basis) && purpose.system === wanted.system && purpose.code === wanted.code
  );
}

/** The host's encounter, by the exchange's word; null where the token named none. */
function encounterOf({ extension: extensions = [] }: StoredPermit) {
  const [stated, another] = extensions.filter(({ url }) => url === ocs.encounter);
  if (!stated) return null;
  const [type, encounterId, more] = (stated.valueReference?.reference ?? '').split('/');
  const isOne = type === 'Encounter' && more === undefined && another === undefined;
  return isOne && encounterId !== undefined && idShape.test(encounterId)
    ? { id: encounterId }
    : 'unreadable';
}

function isInstant(raw: string | undefined): raw is string {
  return raw !== undefined && parseClinicalDate(raw)?.precision === 'time';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
