/** A host whose deployer allows more than the defaults, and patients its policy is about. */
import type { Patient } from 'fhir/r4';
import { defaultPolicy } from '../../mocks/exchange/options.ts';
import type { AccessPolicy } from '../../mocks/exchange/options.ts';
import { codeSystem } from '../../src/fhir/systems.ts';
import { exchangeHost } from './fake-host.ts';
import { ada, allRecords, ben, scenario } from './fixtures.ts';

/** Options of a setting whose one host has this policy. */
export const withPolicy = (policy: Partial<AccessPolicy>) => ({
  hosts: [{ ...exchangeHost, policy }],
});

/** Ada as the demographics service has her, beside Ben. */
export const withAda = (more: Partial<Patient>) => ({
  scenarios: [
    scenario({ key: 'ada', demographics: { ...ada, ...more } }, allRecords('ada')),
    scenario({ key: 'ben', demographics: ben }, allRecords('ben')),
  ],
});

export const everyReason = [
  ...defaultPolicy.breakGlassReasons,
  ...['public-interest', 'required-by-statute', 'required-by-court-order', 'certifying-death'],
];

/** Ada has died, and this host certifies. */
export const dead = {
  ...withPolicy({ deceased: 'certify', breakGlassReasons: everyReason }),
  ...withAda({ deceasedDateTime: '2026-11-19' }),
};

export const labelled = (...codes: readonly string[]) =>
  withAda({
    meta: { security: codes.map((code) => ({ system: codeSystem.confidentiality, code })) },
  });
