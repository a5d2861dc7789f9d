/** `GET {base}/metadata`, open: R4, transaction, `$summary` (contract.md 2.0). */
import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';

const resource = (
  type: CapabilityStatementRestResource['type'],
  interactions: readonly ('read' | 'search-type' | 'create' | 'update')[],
): CapabilityStatementRestResource => ({
  type,
  interaction: interactions.map((code) => ({ code })),
});

const consents =
  'One decision, by transaction, under the permission or the break glass policy. It counts for its ' +
  'user, client, patient and the encounter of the token. An answer `reopens` or `stands-on` names ' +
  'an earlier one. The only update is the own one to inactive.';
const auditEvents =
  'Created by an app: refusals and abandoned attempts; terms accepted or put off; a patient told, ' +
  'not yet told, or unsafe to tell; a printing. X-Request-ID makes a retry one event. A search without ' +
  'patient, policy or subtype is the review feed of a privacy officer.';

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
          documentation: consents,
          searchParam: [
            { name: 'patient', type: 'reference' },
            { name: 'status', type: 'token' },
          ],
        },
        {
          ...resource('AuditEvent', ['create', 'search-type']),
          documentation: auditEvents,
          searchParam: [
            { name: 'patient', type: 'reference', documentation: 'The access log of one patient.' },
            { name: 'policy', type: 'uri', documentation: 'Own acceptances of terms.' },
            {
              name: 'subtype',
              type: 'token',
              documentation: 'DCM 110127: own overrides the patient has not been told of.',
            },
            { name: 'date', type: 'date' },
          ],
        },
        resource('DocumentReference', ['read']),
        resource('Binary', ['read']),
      ],
    },
  ],
});
