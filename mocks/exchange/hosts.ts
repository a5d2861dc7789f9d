/** Reads at the host with the presented token (contract.md 1): the host decides what it may see. */
import type { z } from 'zod';
import {
  hostOrganization,
  hostPatient,
  hostPractitioner,
  hostRole,
  hostSearch,
} from './host-shapes.ts';
import type { HostOrganization, HostPatient, HostPractitioner, HostRole } from './host-shapes.ts';
import type { ExchangeHost } from './options.ts';
import { forbidden, ok, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { notAuthenticated } from './token.ts';
import type { TokenFacts } from './token.ts';

const hostTimeoutMs = 8000;

export type HostReader = {
  readonly host: ExchangeHost;
  readonly token: string;
  readonly fetcher: typeof fetch;
};

/** What the host says about the people of one token. */
export type HostPeople = {
  readonly patient: HostPatient;
  readonly practitioner: HostPractitioner;
  readonly roles: readonly HostRole[];
  /** By `Organization/{id}`. */
  readonly organizations: ReadonlyMap<string, HostOrganization>;
};

async function read<T>(reader: HostReader, path: string, shape: z.ZodType<T>): Promise<Result<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await reader.fetcher(`${reader.host.fhirBase}/${path}`, {
      headers: { authorization: `Bearer ${reader.token}`, accept: 'application/fhir+json' },
      redirect: 'error',
      signal: AbortSignal.timeout(hostTimeoutMs),
    });
    body = await response.json();
  } catch {
    return unavailable('host', 'The host did not answer. Try again.');
  }
  if (response.status === 401) return notAuthenticated('invalid_token');
  if (response.status >= 500) return unavailable('host', 'The host did not answer. Try again.');
  if (!response.ok) return forbidden('host-read', 'The host does not let this token see that.');
  const parsed = shape.safeParse(body);
  return parsed.success
    ? ok(parsed.data)
    : unavailable('host', 'The host answered in a form this exchange cannot read.');
}

const localId = (reference: string | undefined, type: string, base: string): string | null => {
  const local = reference?.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  const match = new RegExp(`^${type}/([A-Za-z0-9.-]{1,64})$`).exec(local ?? '');
  return match?.[1] ?? null;
};

async function readRoles(
  reader: HostReader,
  user: TokenFacts['fhirUser'],
): Promise<Result<{ practitionerId: string; roles: readonly HostRole[] }>> {
  if (user.type === 'PractitionerRole') {
    // The host signed the user in as this one role: no other role of theirs counts.
    const role = await read(reader, `PractitionerRole/${user.id}`, hostRole);
    if (!role.ok) return role;
    const reference = role.value.practitioner?.reference;
    const practitionerId = localId(reference, 'Practitioner', reader.host.fhirBase);
    if (practitionerId === null) {
      return forbidden('fhir-user', 'The role in the token belongs to no practitioner.');
    }
    return ok({ practitionerId, roles: [role.value] });
  }
  const query = new URLSearchParams({ practitioner: `Practitioner/${user.id}` });
  const found = await read(reader, `PractitionerRole?${query.toString()}`, hostSearch);
  // A host that may not list roles leaves the user without one: refused later, by name.
  if (!found.ok) {
    return found.refusal.status === 403 ? ok({ practitionerId: user.id, roles: [] }) : found;
  }
  const roles = found.value.entry.flatMap(({ resource }) => {
    const parsed = hostRole.safeParse(resource);
    return parsed.success ? [parsed.data] : [];
  });
  const own = roles.filter(
    (role) =>
      localId(role.practitioner?.reference, 'Practitioner', reader.host.fhirBase) === user.id,
  );
  return ok({ practitionerId: user.id, roles: own });
}

/** Reads patient, practitioner, roles and organisations; the first refusal is the outcome. */
export async function readPeople(
  reader: HostReader,
  facts: TokenFacts,
): Promise<Result<HostPeople>> {
  const [patient, roles] = await Promise.all([
    read(reader, `Patient/${facts.patientId}`, hostPatient),
    readRoles(reader, facts.fhirUser),
  ]);
  if (!patient.ok) return patient;
  if (!roles.ok) return roles;
  if (patient.value.id !== facts.patientId) {
    return forbidden('host-read', 'The host answered with another patient.');
  }
  const practitioner = await read(
    reader,
    `Practitioner/${roles.value.practitionerId}`,
    hostPractitioner,
  );
  if (!practitioner.ok) return practitioner;
  if (practitioner.value.active === false) {
    return forbidden('fhir-user', 'The host has ended this user.');
  }
  const organizations = new Map<string, HostOrganization>();
  for (const { organization } of roles.value.roles) {
    const id = localId(organization?.reference, 'Organization', reader.host.fhirBase);
    if (id === null || organizations.has(`Organization/${id}`)) continue;
    const found = await read(reader, `Organization/${id}`, hostOrganization);
    if (found.ok) organizations.set(`Organization/${id}`, found.value);
  }
  return ok({
    patient: patient.value,
    practitioner: practitioner.value,
    roles: roles.value.roles,
    organizations,
  });
}
