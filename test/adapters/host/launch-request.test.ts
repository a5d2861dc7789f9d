import { describe, expect, it } from 'vitest';
import { vetLaunch } from '../../../src/adapters/host/launch-request.ts';
import { base, settings } from './smart-host.ts';

const hosts = [settings, { ...settings, issuer: 'https://other.example/fhir' }];
const vet = (search: string): string => {
  const vetted = vetLaunch(search, hosts);
  return vetted.type === 'ok' ? 'ok' : vetted.problem;
};
const iss = encodeURIComponent(base);

describe('a launch request', () => {
  it('goes on with the configured host and the launch value as sent', () => {
    const vetted = vetLaunch(`?iss=${iss}&launch=a%2Fb%2Bc`, hosts);
    expect(vetted).toEqual({ type: 'ok', request: { settings, launch: 'a/b+c' } });
  });

  it('ignores whatever else the host appends', () => {
    const also = '&fhirServiceUrl=https://evil.example&clientId=evil&patientId=1&utm=x';
    const vetted = vetLaunch(`?iss=${iss}&launch=abc${also}`, hosts);
    expect(vetted).toEqual({ type: 'ok', request: { settings, launch: 'abc' } });
  });

  it.each([
    ['opened without a launch', '', 'not-launched'],
    ['opened with other parameters only', '?patientId=1', 'not-launched'],
    ['without a launch value', `?iss=${iss}`, 'launch-missing'],
    ['with an empty launch value', `?iss=${iss}&launch=`, 'launch-missing'],
    ['without an issuer', '?launch=abc', 'issuer-missing'],
    ['with two issuers', `?iss=${iss}&iss=${iss}&launch=abc`, 'repeated'],
    ['with two launch values', `?iss=${iss}&launch=abc&launch=abd`, 'repeated'],
    [
      'with an issuer nobody configured',
      '?iss=https://evil.example/fhir&launch=abc',
      'issuer-unknown',
    ],
    ['with a slash more than configured', `?iss=${iss}%2F&launch=abc`, 'issuer-unknown'],
    ['with another letter case', `?iss=${iss.toUpperCase()}&launch=abc`, 'issuer-unknown'],
    ['with a path below the configured one', `?iss=${iss}%2Fx&launch=abc`, 'issuer-unknown'],
    [
      'with a launch value too long to be one',
      `?iss=${iss}&launch=${'a'.repeat(4097)}`,
      'too-long',
    ],
  ])('%s is refused', (_, search, problem) => {
    expect(vet(search)).toBe(problem);
  });
});
