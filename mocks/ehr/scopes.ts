/**
 * SMART scopes, v2 (`patient/Patient.rs`) and v1 (`patient/Patient.read`):
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
export type FhirScope = {
  readonly context: 'patient' | 'user';
  readonly type: string;
  readonly read: boolean;
  readonly search: boolean;
  readonly version: 1 | 2;
};

const grammar = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)$/;

/** A scope as permissions, or `null` where it is not a FHIR scope or permits no reading. */
export function parseFhirScope(scope: string): FhirScope | null {
  const match = grammar.exec(scope);
  const [, context, type, permission] = match ?? [];
  if (!type || !permission || (context !== 'patient' && context !== 'user')) return null;
  if (permission === 'write') return null;
  const v1 = permission === 'read' || permission === '*';
  const read = v1 || permission.includes('r');
  const search = v1 || permission.includes('s');
  return read || search ? { context, type, read, search, version: v1 ? 1 : 2 } : null;
}

function format(scope: FhirScope): string {
  const suffix = scope.version === 1 ? 'read' : (scope.read ? 'r' : '') + (scope.search ? 's' : '');
  return `${scope.context}/${scope.type}.${suffix}`;
}

function intersect(asked: FhirScope, held: FhirScope): FhirScope | null {
  if (asked.context !== held.context) return null;
  if (asked.type !== '*' && held.type !== '*' && asked.type !== held.type) return null;
  const read = asked.read && held.read;
  const search = asked.search && held.search;
  if (!read && !search) return null;
  // v1 `read` means both; where only one is held, only v2 can say so truthfully.
  const version = read && search ? asked.version : 2;
  return {
    context: asked.context,
    type: asked.type === '*' ? held.type : asked.type,
    read,
    search,
    version,
  };
}

/**
 * What is granted: the overlap of what was asked for and what the user holds, in the dialect that
 * was asked in. Never broader than either.
 */
export function grantScopes(asked: readonly string[], held: readonly string[]): readonly string[] {
  const heldScopes = held.map(parseFhirScope).filter((scope) => scope !== null);
  const granted = asked.flatMap((scope) => {
    const parsed = parseFhirScope(scope);
    if (!parsed) return held.includes(scope) ? [scope] : [];
    return heldScopes
      .map((candidate) => intersect(parsed, candidate))
      .filter((overlap) => overlap !== null)
      .map(format);
  });
  return [...new Set(granted)];
}

const servedTypes = ['Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'Encounter'];

/** Every scope the authorisation server may ever grant, given what its users hold. */
export function grantableScopes(held: readonly string[]): readonly string[] {
  const contexts = ['patient', 'user'];
  const suffixes = ['r', 's', 'rs', 'read'];
  const conceivable = contexts.flatMap((context) =>
    [...servedTypes, '*'].flatMap((type) =>
      suffixes.map((suffix) => `${context}/${type}.${suffix}`),
    ),
  );
  const others = held.filter((scope) => parseFhirScope(scope) === null);
  return [...new Set([...others, ...grantScopes(conceivable, held)])];
}

/** Whether the granted scopes permit this interaction on a type, and in which contexts. */
export function permits(
  granted: readonly string[],
  type: string,
  interaction: 'read' | 'search',
): { readonly patient: boolean; readonly user: boolean } {
  const matching = granted
    .map(parseFhirScope)
    .filter((scope) => scope !== null)
    .filter((scope) => (scope.type === type || scope.type === '*') && scope[interaction]);
  return {
    patient: matching.some((scope) => scope.context === 'patient'),
    user: matching.some((scope) => scope.context === 'user'),
  };
}
