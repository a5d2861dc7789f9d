import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedOrigins, moveOrigins, withLauncher } from '../../mocks/app-config.ts';
import { projectRoot } from '../support/run-command.ts';

const actual = {
  host: 'http://127.0.0.1:4001',
  app: 'http://127.0.0.1:5001',
  exchange: 'http://127.0.0.1:5002',
};

describe('the configuration the sandbox serves', () => {
  it('names the ports it runs on, also where one is another’s default', () => {
    const config = {
      issuers: [
        { issuer: 'http://127.0.0.1:4000/gp/fhir', exchange: 'http://127.0.0.1:4002/gp/fhir' },
      ],
      app: 'http://127.0.0.1:4001',
    };
    expect(moveOrigins(config, actual)).toEqual({
      issuers: [
        { issuer: 'http://127.0.0.1:4001/gp/fhir', exchange: 'http://127.0.0.1:5002/gp/fhir' },
      ],
      app: 'http://127.0.0.1:5001',
    });
  });

  it('leaves every other address and value as it is', () => {
    const config = {
      a: 'http://127.0.0.1:40001/gp',
      b: 'https://fhir.nhs.uk/Id/nhs-number',
      c: [1, true, null, 'http://127.0.0.1:4000.example/'],
    };
    expect(moveOrigins(config, actual)).toEqual(config);
  });

  it('finds the default origins in the committed file', () => {
    const committed = readFileSync(join(projectRoot, 'smart-config.json'), 'utf8');
    expect(committed).toContain(`"${committedOrigins.host}/`);
    expect(committed).toContain(`"${committedOrigins.exchange}/`);
    expect(JSON.stringify(moveOrigins(JSON.parse(committed), actual))).not.toContain(':4000');
  });
});

describe('a third-party launcher', () => {
  const first = { issuer: 'http://127.0.0.1:4000/gp/fhir', clientId: 'ocs-launch', exchange: 'x' };

  it('is one more issuer, with an exchange base of its own', () => {
    expect(withLauncher({ issuers: [first], policy: {} }, 'http://l/fhir', 'http://e/l')).toEqual({
      policy: {},
      issuers: [
        first,
        {
          issuer: 'http://l/fhir',
          name: 'Third-party launcher',
          clientId: 'ocs-launch',
          exchange: 'http://e/l',
          roleMap: {},
        },
      ],
    });
  });

  it('knows the role codes of every host, whose users the open data holds', () => {
    const other = { ...first, roleMap: { 'ED-REG': 'R8000' } };
    expect(withLauncher({ issuers: [first, other] }, 'http://l/fhir', 'http://e/l')).toMatchObject({
      issuers: [{}, {}, { roleMap: { 'ED-REG': 'R8000' } }],
    });
  });

  it('has the policy of the first host, where that has one of its own', () => {
    const policy = { restricted: 'shut' };
    const config = { issuers: [{ ...first, policy }] };
    expect(withLauncher(config, 'http://l/fhir', 'http://e/l')).toMatchObject({
      issuers: [{ policy }, { policy }],
    });
  });

  it.each([null, {}, { issuers: [] }, { issuers: 'none' }])(
    'is refused where there is no issuer to copy: %j',
    (config) => {
      expect(() => withLauncher(config, 'http://l/fhir', 'http://e/l')).toThrow(
        'smart-config.json',
      );
    },
  );
});
