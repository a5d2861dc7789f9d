/** Who is calling about whom: made from the token and the host, never from a body or header. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import { sha256 } from './canonical.ts';
import { confidentialIn } from './confidentiality.ts';
import type { Confidential } from './confidentiality.ts';
import { nameText, numbersIn, staffOf, valuesIn } from './host-staff.ts';
import { readPeople } from './hosts.ts';
import type { HostPeople } from './hosts.ts';
import type { HostName } from './host-shapes.ts';
import type { ExchangeKeys } from './keys.ts';
import type { ExchangeHost } from './options.ts';
import { ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import type { HostOrganisation, Role } from './roles.ts';
import { introspect } from './token.ts';
import type { TokenFacts } from './token.ts';

const cacheMs = 30_000;

export type LogicalIdentifier = { readonly system: string; readonly value: string };

export type Caller = {
  readonly host: ExchangeHost;
  readonly clientId: string;
  /** One launch, as far as the exchange can tell: a hash of its token. */
  readonly launch: string;
  readonly expiresAt: Date;
  /** Issuer + `sub` (else the resolved fhirUser). */
  readonly userKey: string;
  readonly name: string;
  /** Every identifier the user may be named by in a Consent, best first. */
  readonly identifiers: readonly [LogicalIdentifier, ...LogicalIdentifier[]];
  /** GMC, NMC, GPhC or HCPC number, where the user is named by something else first. */
  readonly registration?: string;
  readonly roles: readonly Role[];
  readonly organizations: readonly HostOrganisation[];
  /** For own-record detection. */
  readonly person: {
    readonly nhsNumbers: readonly string[];
    readonly names: readonly HostName[];
    readonly birthDate?: string;
  };
  readonly patient: {
    readonly hostId: string;
    readonly nhsNumber: string | null;
    /** What the host itself says of them, whether or not the exchange knows it too. */
    readonly restricted: Confidential | null;
    readonly deceased: boolean;
  };
  /** The host's Encounter id, where the launch has one. */
  readonly encounter: string | null;
};

export type CallerDeps = {
  readonly keys: ExchangeKeys;
  readonly fetcher: typeof fetch;
  readonly clock: () => Date;
};

const registers = [
  identifierSystem.gmc,
  identifierSystem.nmc,
  identifierSystem.gphc,
  identifierSystem.hcpc,
];

/** Where the host gives the number of its patient is its entry's to say, not the token's. */
function nhsNumberOf(host: ExchangeHost, facts: TokenFacts, people: HostPeople): string | null {
  const { patient } = people;
  if (host.nhsNumberFrom === 'patient-id') return patient.id;
  const identifiers =
    host.nhsNumberFrom === 'fhir-context' ? facts.contextIdentifiers : patient.identifier;
  const numbers = new Set(numbersIn(identifiers, host.nhsNumberSystems));
  // Two different numbers name two people: neither is taken.
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined ? only : null;
}

function identifiersOf(host: ExchangeHost, { practitioner }: HostPeople) {
  const national = [identifierSystem.sdsUserId, ...registers].flatMap((system) =>
    valuesIn(practitioner.identifier, [system]).map((value) => ({ system, value })),
  );
  const local = { system: `${host.fhirBase}/Practitioner`, value: practitioner.id };
  const registration = valuesIn(practitioner.identifier, registers)[0];
  const [first = local] = national;
  const identifiers: Caller['identifiers'] = [first, ...national.slice(1), local];
  return {
    identifiers,
    ...(registration === undefined || registration === first.value ? {} : { registration }),
  };
}

function assemble(
  host: ExchangeHost,
  facts: TokenFacts,
  people: HostPeople,
  at: { readonly now: Date; readonly launch: string },
): Caller {
  const { practitioner, patient } = people;
  const { type, id } = facts.fhirUser;
  const resolved = `${host.fhirBase}/${type}/${id}`;
  const systems = [...host.nhsNumberSystems, identifierSystem.nhsNumber];
  return {
    host,
    clientId: facts.clientId,
    launch: at.launch,
    expiresAt: facts.expiresAt,
    userKey: `${host.issuer}|${facts.sub ?? resolved}`,
    name: nameText(practitioner.name),
    ...identifiersOf(host, people),
    ...staffOf(host, people, at.now),
    person: {
      nhsNumbers: numbersIn(practitioner.identifier, systems),
      names: practitioner.name,
      ...(practitioner.birthDate === undefined ? {} : { birthDate: practitioner.birthDate }),
    },
    patient: {
      hostId: patient.id,
      nhsNumber: nhsNumberOf(host, facts, people),
      restricted: confidentialIn(patient.meta?.security),
      deceased: patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined,
    },
    encounter: facts.encounter ?? null,
  };
}

export type CallerResolver = (host: ExchangeHost, token: string) => Promise<Result<Caller>>;

/**
 * Resolves tokens to callers and remembers an answer for at most 30 s, keyed by a hash, so that a
 * launch's handful of calls costs the host one introspection. Refusals are never remembered.
 */
export function createCallerResolver(deps: CallerDeps): CallerResolver {
  const cache = new Map<
    string,
    { readonly at: number; readonly caller: Promise<Result<Caller>> }
  >();
  const resolve = async (
    host: ExchangeHost,
    token: string,
    launch: string,
  ): Promise<Result<Caller>> => {
    const now = deps.clock();
    const facts = await introspect(host, token, deps.keys, now, deps.fetcher);
    if (!facts.ok) return facts;
    const people = await readPeople({ host, token, fetcher: deps.fetcher }, facts.value);
    return people.ok ? ok(assemble(host, facts.value, people.value, { now, launch })) : people;
  };
  return async (host, token) => {
    const now = deps.clock().getTime();
    for (const [key, { at }] of cache) if (now - at >= cacheMs || now < at) cache.delete(key);
    const key = sha256(`${host.key} ${token}`);
    const cached = cache.get(key);
    if (cached) {
      const caller = await cached.caller;
      if (caller.ok && caller.value.expiresAt.getTime() > deps.clock().getTime()) return caller;
    }
    const caller = resolve(host, token, key);
    cache.set(key, { at: now, caller });
    const result = await caller.catch((error: unknown) => {
      cache.delete(key);
      throw error;
    });
    if (!result.ok) cache.delete(key);
    return result;
  };
}
