import { describe, expect, it } from 'vitest';
import shipped from '../../smart-config.json';
import { issuerFor, parseConfig } from '../../src/app/config.ts';
import { exchangeSettings, flowPolicy, hostSettings } from '../../src/app/configuration.ts';

const gp = 'http://127.0.0.1:4000/gp/fhir';
const epr = 'http://127.0.0.1:4000/epr/fhir';

function shippedConfig() {
  const parsed = parseConfig(shipped);
  if (parsed.type !== 'ok') throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

/** The shipped file with one issuer's fields replaced. */
function withIssuer(fields: Record<string, unknown>): unknown {
  const [first, ...rest] = shipped.issuers;
  return { ...shipped, issuers: [{ ...first, ...fields }, ...rest] };
}

function problems(raw: unknown): string {
  const parsed = parseConfig(raw);
  return parsed.type === 'invalid' ? parsed.problems.join('\n') : 'valid';
}

describe('smart-config.json', () => {
  it('as shipped is valid', () => {
    expect(parseConfig(shipped).type).toBe('ok');
  });

  it.each([
    [
      'an exchange over plain http elsewhere than loopback',
      { exchange: 'http://ocs.example/fhir' },
      'issuers.0.exchange',
    ],
    ['an issuer with a trailing slash', { issuer: `${gp}/` }, 'issuers.0.issuer'],
    ['an issuer with a query', { issuer: `${gp}?x=1` }, 'issuers.0.issuer'],
    ['an issuer that is no URL', { issuer: 'gp' }, 'issuers.0.issuer'],
    ['a misspelt key', { clientID: 'x' }, 'issuers.0'],
    [
      'an empty list of NHS number systems',
      { nhsNumber: { from: 'identifier', systems: [] } },
      'issuers.0.nhsNumber.systems',
    ],
  ])('refuses %s and names the key', (_, fields, key) => {
    expect(problems(withIssuer(fields))).toContain(key);
  });

  it('lists everything that is wrong, each with its key and what it must be', () => {
    const { terms, ...others } = shipped;
    const raw = {
      ...others,
      extra: true,
      issuers: [
        {
          ...shipped.issuers[0],
          clientId: undefined,
          clientID: 'x',
          nhsNumber: { from: 'identifier', systems: [1] },
          roleMap: { 'ED-REG': 8 },
        },
      ],
      limits: { ...shipped.limits, hostTimeoutMs: 0.5 },
      policy: { ...shipped.policy, restricted: 'open', deceased: null },
      terms: { ...terms, text: [] },
    };
    expect(problems(raw).split('\n')).toEqual([
      'issuers.0.clientId: is missing',
      'issuers.0.nhsNumber.systems.0: must be text',
      'issuers.0.roleMap.ED-REG: must be text',
      'issuers.0.clientID: is not a key here',
      'limits.hostTimeoutMs: must be a whole number, 1 or more',
      'policy.restricted: must be one of shut, open-without-location',
      'policy.deceased: must be one of shut, certify',
      'terms.text: must not be empty',
      'extra: is not a key here',
    ]);
  });

  it.each([null, [], 'x'])('that is %j is said to be no object', (raw) => {
    expect(problems(raw)).toBe('must be an object');
  });

  it('says nothing of the values, which may be secret where somebody put one', () => {
    expect(problems(withIssuer({ clientId: ['s3cret'], exchange: 'http://s3cret' }))).not.toContain(
      's3cret',
    );
  });

  it('refuses the same issuer twice: which exchange would the token go to?', () => {
    expect(problems({ ...shipped, issuers: [shipped.issuers[0], shipped.issuers[0]] })).toContain(
      'issuers',
    );
  });

  it.each([null, undefined, [], 'x', {}, { issuers: [] }])('refuses %j', (raw) => {
    expect(parseConfig(raw).type).toBe('invalid');
  });

  it('knows an issuer by its exact string alone', () => {
    const config = shippedConfig();
    expect(issuerFor(config, gp)?.issuer).toBe(gp);
    expect(issuerFor(config, `${gp}/`)).toBeNull();
    expect(issuerFor(config, gp.toUpperCase())).toBeNull();
  });

  it('pairs each issuer with its own exchange, and its own role codes', () => {
    const config = shippedConfig();
    const hospital = issuerFor(config, epr);
    expect(hospital && exchangeSettings(config, hospital, 'words').base).toBe(
      'http://127.0.0.1:4002/epr/fhir',
    );
    expect(flowPolicy(config, epr).roles.roleMap).toEqual({ 'ED-REG': 'R8000' });
    expect(flowPolicy(config, gp).roles.roleMap).toEqual({});
    expect(flowPolicy(config, null).roles.roleMap).toEqual({});
  });

  it('lets a host’s own policy stand before the common one, and nobody else’s', () => {
    const config = shippedConfig();
    expect(flowPolicy(config, epr)).toMatchObject({
      restricted: 'open-without-location',
      deceased: 'certify',
    });
    for (const iss of [gp, null, 'https://elsewhere.example/fhir']) {
      expect(flowPolicy(config, iss)).toMatchObject({ restricted: 'shut', deceased: 'shut' });
      expect(flowPolicy(config, iss).breakGlassReasons).not.toContain('public-interest');
    }
    expect(flowPolicy(config, epr).permissionStands).toBe(true);
  });

  it.each([
    ['a policy key nobody knows', withIssuer({ policy: { deceasd: 'certify' } })],
    ['a policy that would open V', withIssuer({ policy: { restricted: 'open' } })],
    ['a break-glass reason nobody knows', withIssuer({ policy: { breakGlassReasons: ['bored'] } })],
    ['no terms', { ...shipped, terms: undefined }],
    ['terms without a word', { ...shipped, terms: { ...shipped.terms, text: [] } }],
    [
      'a version that would not stay in its URL',
      { ...shipped, terms: { ...shipped.terms, version: '1|2' } },
    ],
  ])('refuses %s', (_, raw) => {
    expect(parseConfig(raw).type).toBe('invalid');
  });

  it('returns to the app’s own page where no redirect is registered otherwise', () => {
    const [first] = hostSettings(shippedConfig(), 'http://127.0.0.1:4001');
    expect(first?.redirectUri).toBe('http://127.0.0.1:4001/index.html');
  });
});
