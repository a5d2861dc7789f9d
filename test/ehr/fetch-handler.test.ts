import { describe, expect, it } from 'vitest';
import { createHostFhir } from '../../mocks/ehr/fhir/host-fhir.ts';
import { createRecords, createVariants } from '../../mocks/ehr/fhir/records.ts';
import { hostUrls } from '../../mocks/ehr/urls.ts';
import { people, staff } from './people.ts';

const urls = hostUrls('https://host.example.org', 'gp');
const { fetch: handle } = createHostFhir({
  host: 'gp',
  urls,
  records: createRecords(['gp'], people, staff, createVariants()),
  appOrigins: ['https://app.example.org'],
  exchangeOrigin: 'https://exchange.example.org',
  scopes: ['patient/Patient.rs'],
  resolve: (token) =>
    Promise.resolve(
      token === 'good' ? { scopes: ['patient/Patient.rs'], patientId: 'pat-one' } : null,
    ),
});

const ask = (path: string, token?: string) =>
  handle(
    new Request(`${urls.fhirBase}/${path}`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    }),
  );

describe('the FHIR part on its own', () => {
  it('answers a Request without any server, under the origin it was made for', async () => {
    const response = await ask('.well-known/smart-configuration');
    expect(await response.json()).toMatchObject({
      token_endpoint: 'https://host.example.org/gp/auth/token',
      associated_endpoints: [{ url: 'https://exchange.example.org/gp/fhir' }],
    });
  });

  it('asks whoever mounted it what a token permits', async () => {
    const statuses = await Promise.all([
      ask('Patient/pat-one', 'good'),
      ask('Patient/pat-two', 'good'),
      ask('Patient/pat-one', 'other'),
      ask('Patient/pat-one'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 403, 401, 401]);
  });

  it('names no staff of the other host', () => {
    const records = createRecords(['gp'], people, staff, createVariants());
    expect(records.read('Practitioner', 'prac-registrar')).toBeUndefined();
    expect(records.read('Practitioner', 'prac-doctor')).toBeDefined();
  });
});
