/** Gates of the flow: order, receipts, keys, and the right patient. */
import type { Gate } from './gate.ts';

const everyState = {
  project: 'unit',
  file: 'test/flow/every-state.test.ts',
  name: 'without an acknowledged record',
} as const;
const launch = { project: 'unit', file: 'test/flow/launch.test.ts' } as const;
const gate = { project: 'unit', file: 'test/flow/gate.test.ts' } as const;

export const flowGates: readonly Gate[] = [
  {
    hazard: 'Clinical data without a recorded access',
    mitigation: 'Only the acknowledgement of this decision, patient and user opens anything',
    file: 'src/flow/gate.ts',
    find: "if (!isOurs(receipt, state)) return closed(state, { type: 'internal-fault' });",
    without: '',
    test: everyState,
  },
  {
    hazard: 'Clinical data without a recorded access',
    mitigation: 'An answer to another decision changes nothing',
    file: 'src/flow/gate.ts',
    find: "if (!('decisionId' in event) || event.decisionId !== state.decided.decisionId) {",
    without: "if (!('decisionId' in event)) {",
    test: { ...gate, name: 'an acknowledgement of another decision opens nothing' },
  },
  {
    hazard: 'Data shown for another launch',
    mitigation: 'Every event carries its launch’s key',
    file: 'src/flow/transition.ts',
    find: 'if (event.key !== state.key) return [state, []];',
    without: '',
    test: everyState,
  },
  {
    hazard: 'Data shown after the launch ended',
    mitigation: 'A closed or ended launch takes no more events',
    file: 'src/flow/transition.ts',
    find: "if (state.step === 'closed') return afterClosing(state, event);",
    without: '',
    test: everyState,
  },
  {
    hazard: 'The wrong patient opened',
    mitigation: 'A differing name is confirmed before anything is recorded',
    file: 'src/flow/may-be-recorded.ts',
    find: 'if (!match.toConfirm.every((field) => decision.confirmed.includes(field))) return false;',
    without: '',
    test: { ...gate, name: 'records nothing while a differing surname is not confirmed' },
  },
  {
    hazard: 'The wrong patient opened',
    mitigation: 'A differing date of birth shuts',
    file: 'src/flow/identify.ts',
    find: "if (match.type === 'shut') return { type: 'mismatch', match };",
    without: '',
    test: { ...launch, name: 'closes when the dates of birth differ' },
  },
  {
    hazard: 'The wrong patient opened',
    mitigation: 'Another NHS number in the answer is a superseded one',
    file: 'src/flow/identify.ts',
    find: 'if (patient.nhsNumber !== host.nhsNumber) return superseded(asker.user, patient.nhsNumber);',
    without: '',
    test: { ...launch, name: 'treats an answer with another NHS number as superseded' },
  },
  {
    hazard: 'The wrong patient opened',
    mitigation: 'A number the host does not vouch for is not traced',
    file: 'src/flow/identify.ts',
    find: "if (host.nhsNumberStatus.type === 'unverified') {",
    without: 'if (false) {',
    test: { ...launch, name: 'does not trace an NHS number the host says is not verified' },
  },
  {
    hazard: 'The wrong patient opened',
    mitigation: 'A number the demographics service does not vouch for shuts',
    file: 'src/flow/identify.ts',
    find: "if (patient.nhsNumberStatus.type === 'unverified') {",
    without: 'if (false) {',
    test: { ...launch, name: 'closes on a number the demographics service itself' },
  },
  {
    hazard: 'Dissent overridden',
    mitigation: 'Dissent shuts before the question is asked',
    file: 'src/flow/identify.ts',
    find: "if (standing.dissent) return closed(state, { type: 'dissent' });",
    without: '',
    test: { ...launch, name: 'closes on dissent before the question is asked' },
  },
  {
    hazard: 'Dissent overridden',
    mitigation: 'Standing that can not be read shuts',
    file: 'src/flow/identify.ts',
    find: "if (event.type === 'call-failed' && (event.stage === 'standing' || event.stage === 'user')) {",
    without: 'if (false) {',
    test: { ...launch, name: 'closes when standing can not be read' },
  },
  {
    hazard: 'Where a restricted patient is becomes known',
    mitigation: 'A restricted record is shut by default',
    file: 'src/flow/identify.ts',
    find: "return restricted === 'very-restricted' || policy.restricted === 'shut';",
    without: 'return false;',
    test: { ...launch, name: 'closes a ' },
  },
];
