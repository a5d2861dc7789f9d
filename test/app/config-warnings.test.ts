import { describe, expect, it } from 'vitest';
import shipped from '../../smart-config.json';
import { configWarnings } from '../../src/app/config-warnings.ts';
import { parseConfig } from '../../src/app/config.ts';

/** The shipped configuration on https, with one host and a policy of its own. */
function warnings(issuer: Record<string, unknown>, policy: Record<string, unknown> = {}) {
  const parsed = parseConfig({
    ...shipped,
    policy: { ...shipped.policy, ...policy },
    issuers: [
      {
        ...shipped.issuers[0],
        issuer: 'https://host.example/fhir',
        exchange: 'https://exchange.example/host/fhir',
        roleMap: { REG: 'R8000' },
        ...issuer,
      },
    ],
  });
  if (parsed.type !== 'ok') throw new Error(parsed.problems.join('\n'));
  return configWarnings(parsed.config).join('\n');
}

describe('a valid configuration', () => {
  it('with nothing doubtful in it is not warned about', () => {
    expect(warnings({})).toBe('');
  });

  it('without a role map is warned about: the registrar at 03:00 must not be refused for want of it', () => {
    expect(warnings({ roleMap: {} })).toMatch(/Larkfield GP has no roleMap/);
  });

  it.each([
    ['plain http', { exchange: 'http://127.0.0.1:4002/gp/fhir' }, {}, /plain http/],
    ['nobody clinical', {}, { clinicalRoles: [], clinicalSnomed: [] }, /lets nobody in/],
    ['no privacy officer', {}, { privacyRoles: [] }, /no privacy officer/],
    ['no break glass', {}, { breakGlassReasons: [] }, /no break-glass reason/],
    ['legal reasons', {}, { breakGlassReasons: ['required-by-statute'] }, /direct care only/],
    ['restricted records', {}, { restricted: 'open-without-location' }, /trace of location/],
    ['the dead', { policy: { deceased: 'certify' } }, {}, /to certify it/],
    ['a short justification', {}, { minimumJustification: 1 }, /under ten letters/],
  ])('that opens or shuts more than usual is (%s)', (_, issuer, policy, words) => {
    expect(warnings(issuer, policy)).toMatch(words);
  });
});
