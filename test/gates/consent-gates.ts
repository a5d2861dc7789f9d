/** Gates of the exchange: which decision is recorded, in whose name, and for how long. */
import { type Gate, gatesIn, unit } from './gate.ts';

const forged = 'A record written in somebody else’s name';
const forgeries = unit('exchange/consent-forgeries');
const parts = unit('exchange/consent-parts');

export const consentGates: readonly Gate[] = [
  ...gatesIn(forged, 'mocks/exchange/consent-judge.ts', unit('exchange/consent'), [
    [
      'A proxy is of this patient',
      'if (proxy && proxy.patient.reference !== body.patient.reference) {',
      'if (false) {',
      'nobody as the proxy of another patient',
    ],
  ]),
  ...gatesIn(forged, 'mocks/exchange/consent-judge.ts', forgeries, [
    [
      'The actor is the user of the token',
      "if (!isCaller) return forbidden('other-actor', 'The Consent names another user.');",
      '',
      'another user as actor',
    ],
    [
      'Identifier, address and condition agree',
      "if (!agrees) return invalid('identifier', 'fullUrl, identifier and ifNoneExist must agree.');",
      '',
      'a fullUrl or a condition that names another decision',
    ],
  ]),
  ...gatesIn(forged, 'mocks/exchange/consent-judge.ts', parts, [
    ['The time of a decision is now', 'if (!time.ok) return time;', '', '2999-01-01T00:00:00Z'],
  ]),
  ...gatesIn(forged, 'mocks/exchange/acting-role.ts', parts, [
    [
      'The organisation is the role’s',
      'matching.find(({ organization }) => isAt(organization, organisation))',
      'matching[0]',
      'another ODS code',
    ],
  ]),
  ...gatesIn(forged, 'mocks/exchange/acting-role.ts', forgeries, [
    [
      'The role is one the host lists',
      '(named === undefined || [profileId, rCode, ...codes].includes(named))',
      'true',
      'a role the host does not list',
    ],
  ]),
  ...gatesIn(forged, 'mocks/exchange/consent-shape.ts', forgeries, [
    [
      'A period is the exchange’s to set',
      'provision: z.strictObject({',
      'provision: z.object({',
      'a period of its own',
    ],
    [
      'An extension is the exchange’s to set',
      'const consent = z.strictObject({',
      'const consent = z.object({',
      'an extension',
    ],
    [
      'A Consent begins active',
      "status: z.literal('active'),",
      'status: z.string(),',
      'an inactive status',
    ],
    ['A Consent permits', "type: z.literal('permit'),", 'type: z.string(),', 'a denial'],
    [
      'A policy is one of two',
      'z.enum([ocs.permissionPolicy, ocs.breakGlassPolicy])',
      'z.string()',
      'an unknown policy',
    ],
  ]),
  ...gatesIn(forged, 'mocks/exchange/consent-answers.ts', forgeries, [
    [
      'An involvement is attested',
      "if (!said(items, 'attestation')) return",
      'if (false) return',
      'no attestation',
    ],
    [
      'Policy, reason and purpose agree',
      'consent.provision.purpose[0].code === purpose',
      'true',
      'a break glass called treatment',
    ],
    [
      'Who agreed performs it',
      'if (!byPatient || proxyOf(consent) !== undefined) {',
      'if (false) {',
      'a clinician agreeing for the patient',
    ],
    [
      'Who asked earlier is named',
      "if (answer === 'agreed-earlier' && !earlier) {",
      'if (false) {',
      'an earlier agreement by nobody',
    ],
  ]),
  ...gatesIn(
    'A break glass without reason or justification',
    'mocks/exchange/consent-answers.ts',
    forgeries,
    [
      [
        'A justification is in words',
        'return justification === undefined',
        'return false',
        'break glass with a blank justification',
      ],
    ],
  ),
  ...gatesIn(
    'A break glass without reason or justification',
    'mocks/exchange/consent-judge.ts',
    unit('exchange/reasons'),
    [
      [
        'A reason is one the host’s policy allows',
        "if (purpose !== 'TREAT' && !breakGlassReasons.includes(reason)) {",
        'if (false) {',
        'is refused unless its host’s policy allows it',
      ],
    ],
  ),
];
