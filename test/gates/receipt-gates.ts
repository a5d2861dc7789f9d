/** Gates of the mappers: what counts as the exchange's acknowledgement. */
import { type Gate, gatesIn, unit } from './gate.ts';

const unrecorded = 'Clinical data without a recorded access';
const decision = unit('fhir/gate/decision');
const storedShape = "status: s.literal('active'),\n  patient: reference,\n  policy:";

export const receiptGates: readonly Gate[] = [
  ...gatesIn(unrecorded, 'src/fhir/gate/receipt.ts', decision, [
    [
      'A receipt is of this decision',
      'isOfDecision(stored.identifier, facts.decisionId) &&',
      '',
      'another decision',
    ],
    [
      'A receipt is for this patient',
      'stored.patient.reference === `Patient/${facts.patient}` &&',
      '',
      'another patient',
    ],
    ['A receipt is for this user', 'recordedFor.value === own.value &&', '', 'another user'],
    ['A receipt is for one user', 'another === undefined &&', '', 'two users'],
    [
      'A receipt is under the policy asked for',
      'policy[0]?.uri === policyOf(basis) &&',
      '',
      'break glass where permission was given',
    ],
    ['A receipt is under one policy', 'policy.length === 1 &&', '', 'two policies'],
    [
      'A receipt is for the purpose asked for',
      'said.code === purpose.code',
      'true',
      'another purpose',
    ],
    ['A receipt is for one purpose', 'provision.purpose.length === 1 &&', '', 'two purposes'],
    [
      'A receipt is of an active Consent',
      storedShape,
      storedShape.replace("s.literal('active')", 's.string'),
      'an inactive consent',
    ],
    ['A receipt permits', "type: s.literal('permit'),", 'type: s.string,', 'a deny'],
    [
      'A receipt’s Consent has no modifier',
      "...unmodified,\n  resourceType: s.literal('Consent'),\n  id,\n  meta",
      "resourceType: s.literal('Consent'),\n  id,\n  meta",
      'a modifier',
    ],
    [
      'A receipt is of a 2xx',
      'status: matching(/^2\\d\\d\\b/),',
      'status: s.string,',
      'an entry that was refused',
    ],
    ['A receipt is one entry', 'entries.length !== 1 ||', '', 'two entries'],
    [
      'A receipt has the exchange’s own time',
      '!isInstant(recordedAt) ||',
      '',
      'no time of the exchange’s own',
    ],
    [
      'A receipt’s end can be read',
      ' || (end !== undefined && !isInstant(end))) return bad;',
      ') return bad;',
      'an end that is no time',
    ],
  ]),
];
