/** Reads at the host: only under its FHIR base, only what was asked for. */
import { isRecord } from './discovery.ts';
import { RequestFailed } from './failure.ts';
import { withoutSlash } from './fhir-user.ts';
import { fhirId } from './launch-context.ts';
import { type Fetching, getJson } from './request.ts';

export type Resource = Readonly<Record<string, unknown>>;

export type ReadType = 'Patient' | 'Practitioner' | 'PractitionerRole' | 'Organization';

export type Reader = {
  /** The resource with this id; throws `RequestFailed` 'bad-answer' where another one came. */
  read(type: ReadType, id: string): Promise<Resource>;
  /** The first page of a search, resources of `type` only. */
  search(
    type: ReadType,
    parameters: Readonly<Record<string, string>>,
  ): Promise<readonly Resource[]>;
};

/**
 * @param fhirBase the configured issuer; every request goes under it, so the token does too
 * @param token the access token, refreshed first where it is about to expire; null ends the read
 */
export function createReader(
  fhirBase: string,
  token: () => Promise<string | null>,
  fetching: Fetching,
): Reader {
  const get = async (path: string): Promise<Resource> => {
    const bearer = await token();
    if (bearer === null) throw new RequestFailed('unauthorised');
    return getJson(`${withoutSlash(fhirBase)}/${path}`, fetching, bearer);
  };
  return {
    async read(type, id) {
      // An id is opaque and still must not be able to name another path.
      if (!fhirId.test(id)) throw new RequestFailed('bad-answer');
      const resource = await get(`${type}/${id}`);
      // A cache or proxy that mixes answers up would put one person's name on another's record.
      if (resource['resourceType'] !== type || resource['id'] !== id) {
        throw new WrongResource();
      }
      return resource;
    },
    async search(type, parameters) {
      const bundle = await get(`${type}?${new URLSearchParams(parameters).toString()}`);
      if (bundle['resourceType'] !== 'Bundle') throw new RequestFailed('bad-answer');
      const entries: unknown = bundle['entry'] ?? [];
      if (!Array.isArray(entries)) throw new RequestFailed('bad-answer');
      return entries
        .map((entry: unknown) => (isRecord(entry) ? entry['resource'] : null))
        .filter(isRecord)
        .filter((resource) => resource['resourceType'] === type);
    },
  };
}

/** The host answered with a resource that was not the one asked for. */
export class WrongResource extends RequestFailed {
  constructor() {
    super('bad-answer');
  }
}
