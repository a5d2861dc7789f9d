import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let host: HostUnderTest;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.stop());

const open = (path: string, init?: RequestInit) => fetch(`${host.origin}/open/fhir/${path}`, init);
const bundle = async (path: string) => (await (await open(path)).json()) as Bundle;
const ids = (found: Bundle) => found.entry?.map(({ resource }) => resource?.id);

describe('the open data', () => {
  it('is readable from any origin without a token', async () => {
    const response = await open('Patient/pat-one', {
      headers: { origin: 'https://any.example.org' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toContain('application/fhir+json');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('takes no %s', async (method) => {
    const response = await open('Patient/pat-one', {
      method,
      ...(method === 'DELETE' ? {} : { body: '{}' }),
    });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    expect((await open('Patient/pat-one')).status).toBe(200);
  });

  it('holds the staff of both hosts', async () => {
    const found = ids(await bundle('Practitioner'));
    expect(found).toEqual(['prac-doctor', 'prac-two-hats', 'prac-receptionist', 'prac-registrar']);
  });

  it('says what it serves, and claims no sign-in', async () => {
    const body = (await (await open('metadata')).json()) as Record<string, unknown>;
    expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    expect(JSON.stringify(body)).not.toContain('oauth-uris');
  });

  it('answers what it does not hold with an OperationOutcome', async () => {
    for (const path of ['Patient/nobody', 'Observation', 'Observation/one']) {
      const response = await open(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    }
  });
});

describe('searching as the SMART Health IT launcher does', () => {
  it('sorts by family name in both spellings and both directions', async () => {
    expect(ids(await bundle('Patient?_sort:asc=family'))).toEqual(['pat-one', 'pat-two']);
    expect(ids(await bundle('Patient?_sort:desc=family'))).toEqual(['pat-two', 'pat-one']);
    expect(ids(await bundle('Patient?_sort=-family'))).toEqual(['pat-two', 'pat-one']);
  });

  it('finds part of a name in any case and accent', async () => {
    expect(ids(await bundle('Patient?name:contains=DEYÍ'))).toEqual(['pat-one']);
    expect(ids(await bundle('Patient?name=ren'))).toEqual([]);
    expect(ids(await bundle('Patient?family=bren'))).toEqual(['pat-two']);
  });

  it('pages, with links that stay on the base it was asked at', async () => {
    const first = await bundle('Patient?_sort:asc=family&_count=1&_summary=true&_format=json');
    expect([first.total, ids(first)]).toEqual([2, ['pat-one']]);
    const next = first.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    expect(next).toMatch(`${host.origin}/open/fhir/Patient?`);
    const second = (await (await fetch(next)).json()) as Bundle;
    expect(ids(second)).toEqual(['pat-two']);
    expect(second.link?.map(({ relation }) => relation)).toEqual(['self', 'previous']);
  });

  it('takes a list of ids, and only the elements wanted', async () => {
    const found = await bundle('Patient?_id=pat-two,pat-one,nobody&_elements=gender');
    expect(ids(found)?.sort()).toEqual(['pat-one', 'pat-two']);
    expect(Object.keys(found.entry?.[0]?.resource ?? {}).sort()).toEqual([
      'gender',
      'id',
      'resourceType',
    ]);
  });

  it('finds a patient’s encounters, latest first', async () => {
    expect(ids(await bundle('Encounter?patient=pat-two&_sort:desc=date&_count=10'))).toEqual([
      'enc-two',
    ]);
  });

  it.each(['fhir//Encounter', 'fhir/Encounter/', 'Encounter/', 'Encounter'])(
    'takes /open/%s for what it means',
    async (path) => {
      const query = '?_count=1&_sort:desc=date&patient=pat-two';
      const response = await fetch(`${host.origin}/open/${path}${query}`);
      expect(ids((await response.json()) as Bundle)).toEqual(['enc-two']);
    },
  );

  it.each([
    ['birthdate=1960', 2],
    ['birthdate=ge1960-03-01', 0],
    ['birthdate=lt1960-03-01', 2],
    ['birthdate=nonsense', 0],
    ['gender=female', 2],
    ['gender=male', 0],
    ['identifier=https://fhir.nhs.uk/Id/nhs-number|9990000026', 1],
    ['identifier=https://example.org|9990000026', 0],
    ['identifier=9990000026', 1],
  ])('Patient?%s finds %i', async (query, total) => {
    expect((await bundle(`Patient?${query}&_summary=count`)).total).toBe(total);
  });

  it('refuses a filter it does not know instead of listing everyone', async () => {
    const response = await open('Patient?address-city=Oxford');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('address-city');
  });
});
