import type { CapabilityStatement } from 'fhir/r4';
import { hostTypes } from './records.ts';
import { parameters } from './values.ts';
import type { HostUrls } from '../urls.ts';

const oauthUris = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/** The CapabilityStatement of a host (`urls`) or of the open data (none: it has no sign-in). */
export function capabilityStatement(
  base: string,
  name: string,
  urls?: HostUrls,
): CapabilityStatement {
  const security: NonNullable<CapabilityStatement['rest']>[number]['security'] = urls && {
    cors: true,
    service: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
            code: 'SMART-on-FHIR',
          },
        ],
      },
    ],
    extension: [
      {
        url: oauthUris,
        extension: [
          { url: 'authorize', valueUri: `${urls.issuer}/auth` },
          { url: 'token', valueUri: `${urls.issuer}/token` },
          { url: 'introspect', valueUri: `${urls.issuer}/token/introspection` },
          { url: 'revoke', valueUri: `${urls.issuer}/token/revocation` },
        ],
      },
    ],
  };
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    implementation: { description: name, url: base },
    fhirVersion: '4.0.1',
    format: ['json', 'application/fhir+json'],
    rest: [
      {
        mode: 'server',
        ...(security ? { security } : {}),
        resource: hostTypes.map((type) => ({
          type,
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: Object.keys(parameters[type]).map((parameter) => ({
            name: parameter,
            type: searchType(parameter),
          })),
        })),
      },
    ],
  };
}

function searchType(parameter: string): 'string' | 'date' | 'reference' | 'token' {
  if (['name', 'family', 'given'].includes(parameter)) return 'string';
  if (['birthdate', 'death-date', 'date'].includes(parameter)) return 'date';
  if (['patient', 'subject', 'practitioner', 'organization'].includes(parameter))
    return 'reference';
  return 'token';
}
