/** Who is calling about whom: made from the token and the host, never from a body or header. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import { sha256 } from './canonical.ts';
import { readPeople } from './hosts.ts';
import type { HostPeople } from './hosts.ts';
import type { HostIdentifier, HostName, HostRole } from './host-shapes.ts';
import type { ExchangeKeys } from './keys.ts';
import type { ExchangeHost } from './options.ts';
import { ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { judgeRole } from './roles.ts';
import type { Role } from './roles.ts';
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
  readonly roles: readonly Role[];
  readonly organizations: readonly { readonly odsCode?: string; readonly name: string }[];
  /** For own-record detection. */
  readonly person: {
    readonly nhsNumbers: readonly string[];
    readonly names: readonly HostName[];
    readonly birthDate?: string;
  };
  readonly patient: { readonly hostId: string; readonly nhsNumber: string | null };
};

export type CallerDeps = {
  readonly keys: ExchangeKeys;
  readonly fetcher: typeof fetch;
  readonly clock: () => Date;
};

const preferred = [
  identifierSystem.sdsUserId,
  identifierSystem.gmc,
  identifierSystem.nmc,
  identifierSystem.gphc,
  identifierSystem.hcpc,
];

/** Current values only: an identifier marked as old names no one. */
const valuesIn = (identifiers: readonly HostIdentifier[], systems: readonly string[]): string[] =>
  identifiers.flatMap(({ system, value, use }) =>
    system !== undefined && value !== undefined && use !== 'old' && systems.includes(system)
      ? [value]
      : [],
  );

/** NHS numbers without the spaces and hyphens some hosts write. */
const numbersIn = (identifiers: readonly HostIdentifier[], systems: readonly string[]): string[] =>
  valuesIn(identifiers, systems).map((value) => value.replace(/[\s-]/g, ''));

const nameText = (names: readonly HostName[]): string => {
  const name = names.find(({ use }) => use === 'official' || use === 'usual') ?? names[0];
  const parts = [...(name?.prefix ?? []), ...(name?.given ?? []), name?.family ?? ''];
  return (name?.text ?? parts.filter((part) => part !== '').join(' ')).trim() || 'Name not given';
};

function rolesOf(host: ExchangeHost, role: HostRole, now: Date): readonly Role[] {
  const ended = role.period?.end !== undefined && Date.parse(role.period.end) < now.getTime();
  if (role.active === false || ended) return [];
  const profileId = valuesIn(role.identifier, [identifierSystem.sdsRoleProfileId])[0];
  const codes = role.code.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? []));
  return role.code.flatMap(({ coding = [], text }) => {
    const judged = coding.map((one) => ({ one, ...judgeRole(one, host.roleMap ?? {}) }));
    const best = judged.find(({ clinical }) => clinical) ?? judged[0];
    if (best === undefined) {
      return text === undefined ? [] : [{ display: text, codes, clinical: false }];
    }
    const { one, rCode, clinical } = best;
    return [
      {
        display: text ?? one.display ?? 'Role not named',
        clinical,
        codes,
        ...(one.code === undefined ? {} : { code: one.code }),
        ...(rCode === undefined ? {} : { rCode }),
        ...(profileId === undefined ? {} : { profileId }),
      },
    ];
  });
}

/** Read Organizations first, then those a role names only logically. */
function organizationsOf({ organizations, roles }: HostPeople): Caller['organizations'] {
  const form = (name: string | undefined, identifiers: readonly HostIdentifier[]) => {
    const odsCode = valuesIn(identifiers, [identifierSystem.odsOrganisation])[0];
    return { name: name ?? odsCode ?? 'Not named', ...(odsCode === undefined ? {} : { odsCode }) };
  };
  const read = [...organizations.values()].map(({ name, identifier }) => form(name, identifier));
  const logical = roles.flatMap(({ organization }) =>
    organization?.identifier ? [form(organization.display, [organization.identifier])] : [],
  );
  return [...read, ...logical];
}

function assemble(
  host: ExchangeHost,
  facts: TokenFacts,
  people: HostPeople,
  at: { readonly now: Date; readonly launch: string },
): Caller {
  const { practitioner, patient, roles } = people;
  const national = preferred.flatMap((system) =>
    valuesIn(practitioner.identifier, [system]).map((value) => ({ system, value })),
  );
  const local = { system: `${host.fhirBase}/Practitioner`, value: practitioner.id };
  const { type, id } = facts.fhirUser;
  const resolved = `${host.fhirBase}/${type}/${id}`;
  const systems = [...host.nhsNumberSystems, identifierSystem.nhsNumber];
  const nhsNumber =
    host.nhsNumberFrom === 'patient-id'
      ? patient.id
      : (numbersIn(patient.identifier, host.nhsNumberSystems)[0] ?? null);
  return {
    host,
    clientId: facts.clientId,
    launch: at.launch,
    expiresAt: facts.expiresAt,
    userKey: `${host.issuer}|${facts.sub ?? resolved}`,
    name: nameText(practitioner.name),
    identifiers: [national[0] ?? local, ...national.slice(1), local],
    roles: roles.flatMap((role) => rolesOf(host, role, at.now)),
    organizations: organizationsOf(people),
    person: {
      nhsNumbers: numbersIn(practitioner.identifier, systems),
      names: practitioner.name,
      ...(practitioner.birthDate === undefined ? {} : { birthDate: practitioner.birthDate }),
    },
    patient: { hostId: patient.id, nhsNumber },
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
