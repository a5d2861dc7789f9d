import { describe, expect, it } from 'vitest';
import { exchangeHosts } from '../../mocks/exchange-hosts.ts';
import { users } from '../../mocks/scenarios/users.ts';
import { earlierAcceptances, termsInForce } from '../../mocks/terms.ts';

const terms = { url: 'https://ocs.example.org/terms', version: '2026-11', putOffDays: 14 };

describe('the terms in force', () => {
  it('are what the app’s settings say, without the words that the app shows', () => {
    expect(termsInForce({ issuers: [], terms: { ...terms, text: ['words'] } })).toEqual(terms);
  });

  it('are none where the settings name none; a half of them is an error', () => {
    expect(termsInForce({ issuers: [] })).toBeNull();
    expect(() => termsInForce({ terms: { url: terms.url } })).toThrow();
  });
});

describe('who accepted them before the sandbox began', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  const acceptances = earlierAcceptances(users, terms, now);
  const versionOf = (sub: string) => acceptances.find((one) => one.sub === sub)?.version;

  it('is everybody of the stories; a first user did not, another accepted earlier terms', () => {
    expect(acceptances).toHaveLength(users.length - 1);
    expect(versionOf('prac-8c1f')).toBe('2026-11');
    expect(versionOf('prac-c718')).toBe('2025-04');
    expect(versionOf('prac-a92e')).toBeUndefined();
  });

  it('did so at their own host, and never in the future', () => {
    const hosts = exchangeHosts('http://127.0.0.1:4000', null).map(({ key }) => key);
    for (const { hostKey } of acceptances) expect(hosts).toContain(hostKey);
    const early = new Date('2026-01-01T00:00:00Z');
    for (const { recorded } of earlierAcceptances(users, terms, early)) {
      expect(Date.parse(recorded)).toBeLessThanOrEqual(early.getTime());
    }
  });
});

describe('the two deployers', () => {
  const policyOf = (key: string) =>
    exchangeHosts('http://127.0.0.1:4000', null).find((host) => host.key === key)?.policy;

  it('differ: the practice allows what is on by default, the hospital all that may be', () => {
    expect(policyOf('gp')).toEqual({});
    expect(policyOf('epr')).toMatchObject({
      restricted: 'open-without-location',
      deceased: 'certify',
    });
    expect(policyOf('epr')?.breakGlassReasons).toHaveLength(9);
    expect(policyOf('epr')?.clinicalRoles).toEqual(expect.arrayContaining(['R8004', 'R8014']));
    expect(policyOf('epr')?.clinicalRoles).not.toContain('R0001');
  });
});
