/** Who signed in, as the verified id_token names them. */
export type FhirUser = {
  readonly resourceType: 'Practitioner' | 'PractitionerRole';
  readonly id: string;
  /** Absolute, under the host's FHIR base. */
  readonly url: string;
};

export type FhirUserOutcome =
  | { readonly type: 'ok'; readonly user: FhirUser }
  /** A patient, a relative, a Person: never a user of ours. */
  | { readonly type: 'not-practitioner' }
  /** Missing, malformed, or in some other server's keeping. */
  | { readonly type: 'unverified' };

/**
 * @param raw the `fhirUser` claim of a **verified** id_token: absolute, or relative to the base
 * @param fhirBase the host's FHIR base; a user anywhere else is refused (SMART 2.2, "Scopes for
 *   requesting identity data")
 */
export function parseFhirUser(raw: unknown, fhirBase: string): FhirUserOutcome {
  if (typeof raw !== 'string') return { type: 'unverified' };
  const relative = underBase(raw, fhirBase);
  if (relative === null) return { type: 'unverified' };
  const { resourceType, id } = relative;
  if (resourceType !== 'Practitioner' && resourceType !== 'PractitionerRole') {
    return { type: 'not-practitioner' };
  }
  const url = `${withoutSlash(fhirBase)}/${resourceType}/${id}`;
  return { type: 'ok', user: { resourceType, id, url } };
}

/**
 * A literal reference to a resource of this host (FHIR R4, 2.3.0.1), with its version left off.
 * @returns null for any other server, and for anything that is no reference to one resource
 */
export function underBase(
  reference: string,
  fhirBase: string,
): { readonly resourceType: string; readonly id: string } | null {
  const base = `${withoutSlash(fhirBase)}/`;
  const path = reference.startsWith(base) ? reference.slice(base.length) : reference;
  const [, resourceType, id] =
    /^([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(
      path,
    ) ?? [];
  return resourceType === undefined || id === undefined ? null : { resourceType, id };
}

/** A base joined with a path must not end in two slashes. */
export function withoutSlash(fhirBase: string): string {
  return fhirBase.replace(/\/+$/, '');
}
