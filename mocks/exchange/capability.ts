/** `GET {base}/metadata`, open: R4, transaction, `$summary` (contract.md 2.0). */
import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';

const resource = (
  type: CapabilityStatementRestResource['type'],
  interactions: readonly ('read' | 'search-type' | 'create' | 'update')[],
): CapabilityStatementRestResource => ({
  type,
  interaction: interactions.map((code) => ({ code })),
});

/** The statement; `date` is when the exchange started. */
export const capabilityStatement = (url: string, date: string): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'application/fhir+ndjson'],
  software: { name: 'OCS reference exchange' },
  implementation: { description: 'OCS reference exchange', url },
  rest: [
    {
      mode: 'server',
      security: { description: 'Bearer: the access token of the host this base belongs to.' },
      interaction: [{ code: 'transaction' }],
      resource: [
        {
          ...resource('Patient', ['search-type']),
          searchParam: [{ name: 'identifier', type: 'token' }],
          operation: [
            {
              name: 'summary',
              definition: 'http://hl7.org/fhir/uv/ips/OperationDefinition/summary',
            },
          ],
        },
        {
          ...resource('Consent', ['create', 'read', 'update', 'search-type']),
          conditionalCreate: true,
        },
        resource('AuditEvent', ['create', 'search-type']),
        resource('DocumentReference', ['read']),
        resource('Binary', ['read']),
      ],
    },
  ],
});
