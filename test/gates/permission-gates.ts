/** Gates of the flow: who may ask, in which role, and on which permission. */
import type { Gate } from './gate.ts';

const questions = { project: 'unit', file: 'test/flow/questions.test.ts' } as const;
const standingPermission = {
  project: 'unit',
  file: 'test/flow/standing-permission.test.ts',
} as const;
const launch = { project: 'unit', file: 'test/flow/launch.test.ts' } as const;
const gate = { project: 'unit', file: 'test/flow/gate.test.ts' } as const;

const organisations = { project: 'unit', file: 'test/flow/organisations.test.ts' } as const;

export const permissionGates: readonly Gate[] = [
  {
    hazard: 'A record opened in an unknown or non-clinical role',
    mitigation: 'Nothing is asked or recorded before it is known for whom the user works',
    file: 'src/flow/identify.ts',
    find: 'if (clinician === null || standing === null) return [state, []];',
    without: 'if (standing === null) return [state, []];',
    test: { ...organisations, name: 'keep the gate shut, and nothing is recorded' },
  },
  {
    hazard: 'A record opened in an unknown or non-clinical role',
    mitigation: 'Organisations of other roles than those judged close the launch',
    file: 'src/flow/identify.ts',
    find: "if (organisations.length !== user.roles.length || verdict.type !== 'clinician') {",
    without: 'if (false) {',
    test: { ...organisations, name: 'close the launch when they are of other roles' },
  },
  {
    hazard: 'A record opened in an unknown or non-clinical role',
    mitigation: 'Judged by allow-list; anything else is refused',
    file: 'src/flow/identify.ts',
    find: "if (verdict.type !== 'clinician') return closed(state, verdict);",
    without: "if (verdict.type !== 'clinician') return reviewFirst(state, user, user.roles[0]);",
    test: { ...launch, name: 'refuses a receptionist, and reports it' },
  },
  {
    hazard: 'A record opened in an unknown or non-clinical role',
    mitigation: 'The role acted in is one the user holds',
    file: 'src/flow/gate.ts',
    find: 'if (!role || !mayBeRecorded(decision, state, policy)) return [state, []];',
    without: 'if (!mayBeRecorded(decision, state, policy)) return [state, []];',
    test: { ...standingPermission, name: 'nobody holds opens nothing' },
  },
  {
    hazard: 'The user’s own record opened',
    mitigation: 'Equal NHS numbers shut',
    file: 'src/flow/identify.ts',
    find: "if (ownRecord(user, host) === 'certain') return { type: 'own-record', certainty: 'certain' };",
    without: '',
    test: { ...launch, name: 'refuses the user their own record by NHS number' },
  },
  {
    hazard: 'The user’s own record opened',
    mitigation: 'A namesake is asked, and reported',
    file: 'src/flow/questions.ts',
    find: "if (namesake && !declared.includes('not-me')) return 'namesake';",
    without: '',
    test: { ...questions, name: 'is asked, and the attempt is reported at once' },
  },
  {
    hazard: 'A dead patient’s record opened for another reason',
    mitigation: 'A notified death shuts; certifying it is the only reason',
    file: 'src/flow/may-be-recorded.ts',
    find: 'return !isDead && policy.breakGlassReasons.includes(basis.reason);',
    without: 'return policy.breakGlassReasons.includes(basis.reason);',
    test: { ...questions, name: 'formally opens for certifying it alone' },
  },
  {
    hazard: 'A dead patient’s record opened for another reason',
    mitigation: 'An informal notice is denied before the question',
    file: 'src/flow/questions.ts',
    find: "if (informal && !declared.includes('patient-is-alive')) return 'informal-death';",
    without: '',
    test: { ...questions, name: 'informally has a way on' },
  },
  {
    hazard: 'Opened by somebody who never accepted the terms',
    mitigation: 'Terms that are due are asked before the question',
    file: 'src/flow/questions.ts',
    find: "return standing.terms.type === 'due' ? 'terms' : null;",
    without: 'return null;',
    test: { ...questions, name: 'are asked at first use' },
  },
  {
    hazard: 'Opened by somebody who never accepted the terms',
    mitigation: 'The first version can not be put off',
    file: 'src/flow/questions.ts',
    find: "if (answer === 'put-off' && !(terms.type === 'due' && terms.mayPutOff)) return [state, []];",
    without: '',
    test: { ...questions, name: 'can not be put off at first use' },
  },
  {
    hazard: 'A break glass without reason or justification',
    mitigation: 'Nothing is recorded without words',
    file: 'src/flow/may-be-recorded.ts',
    find: 'if (!isSaid(basis.justification)) return false;',
    without: '',
    test: { ...gate, name: 'takes no break glass without a justification' },
  },
  {
    hazard: 'A break glass without reason or justification',
    mitigation: 'Only reasons the deployer offers',
    file: 'src/flow/may-be-recorded.ts',
    find: 'return !isDead && policy.breakGlassReasons.includes(basis.reason);',
    without: 'return !isDead;',
    test: { ...gate, name: 'takes no break-glass reason the deployer switched off' },
  },
  {
    hazard: 'Permission taken further than it was given',
    mitigation: 'It stands in its own encounter only',
    file: 'src/flow/may-be-recorded.ts',
    find: '&& permit.encounterId === encounterId',
    without: '',
    test: { ...standingPermission, name: 'does not stand ' },
  },
  {
    hazard: 'Permission taken further than it was given',
    mitigation: 'A break glass does not stand for a later launch',
    file: 'src/flow/may-be-recorded.ts',
    find: "permit.basis.type !== 'break-glass' && ",
    without: '',
    test: { ...standingPermission, name: 'does not stand ' },
  },
  {
    hazard: 'An access recorded twice',
    mitigation: 'While one decision is recorded no other is taken',
    file: 'src/flow/transition.ts',
    find: 'return permitted(state, event);',
    without:
      "return event.type === 'decided' ? atGate({ ...state, step: 'verified' }, event, policy) : permitted(state, event);",
    test: { ...gate, name: 'a second press while recording submits nothing' },
  },
  {
    hazard: 'A stale record read as current',
    mitigation: 'Dissent or expiry while open wipes the screen',
    file: 'src/flow/open.ts',
    find: "return closed(state, { type: 'access-ended' });",
    without: 'return [state, []];',
    test: {
      project: 'component',
      file: 'test/app/recheck.test.ts',
      name: 'looks again while a record is open',
    },
  },
];
