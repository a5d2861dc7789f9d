import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/flow/step.ts';
import { alphabet } from './alphabet.ts';
import { explore, receiptIn, type Transition } from './explore.ts';
import { policy } from './people.ts';
import { key } from './story.ts';

const permissive: Policy = {
  ...policy,
  breakGlassReasons: [...policy.breakGlassReasons, 'public-interest'],
  restricted: 'open-without-location',
  deceased: 'certify',
};

/** An acknowledgement for this launch, this decision, this patient and this user, or null. */
function acknowledged({ from, what, current }: Transition): object | null {
  if (!current || from.step !== 'permitted' || what.type !== 'recorded') return null;
  const { receipt, decisionId } = what;
  const ours =
    decisionId === from.decided.decisionId &&
    receipt.decisionId === decisionId &&
    receipt.patient === from.verified.patient.ref &&
    receipt.user === from.verified.clinician.user.fhirUser;
  return ours ? receipt : null;
}

/** Nothing is ready to be printed but what was asked for here, and acknowledged by its own name. */
function unacknowledgedPrint({ from, what, to }: Transition): string | null {
  if (to.step !== 'showing' || to.print?.type !== 'ready') return null;
  const { printId } = to.print;
  const before = from.step === 'showing' ? from.print : null;
  if (before?.type === 'ready' && before.printId === printId) return null;
  const awaited = before?.type === 'recording' && before.printId === printId;
  return awaited && what.type === 'print-recorded' && what.printId === printId
    ? null
    : 'printed without an acknowledged record';
}

/** What a transition breaks, in words; null where it breaks nothing. */
function broken(transition: Transition): string | null {
  const { from, to, effects, current } = transition;
  const rests = acknowledged(transition) ?? receiptIn(from);
  if (!current && (to !== from || effects.length > 0)) return 'another launch changed this one';
  if (to.key !== key) return 'the launch changed its key';
  const receipt = receiptIn(to);
  if (receipt !== null && receipt !== rests) return 'a receipt nobody acknowledged';
  if ('summary' in to && receipt === null) return 'clinical data without a record';
  if (to.step === 'retrieving' && receipt === null) return 'retrieving without a record';
  const printed = unacknowledgedPrint(transition);
  if (printed !== null) return printed;
  for (const effect of effects) {
    if (effect.type === 'record' && !('organisation' in effect.decided.role)) {
      return 'a record that does not know for whom';
    }
    if (effect.type === 'record-print' && effect.receipt !== rests) return 'a print of nothing';
    const clinical = effect.type === 'retrieve' || effect.type === 'read-log';
    const awaits =
      to.step === 'showing' &&
      (to.arrival === 'arriving' || (to.renewal !== null && to.renewal !== 'in-vain'));
    const asks = to.step === 'retrieving' || awaits;
    if (clinical && (effect.receipt !== rests || !asks)) {
      return `${effect.type} without a record`;
    }
    if (effect.type === 'read-document') {
      const lists =
        to.step === 'showing' && to.summary.items.some(({ key }) => key === effect.item);
      if (effect.receipt !== rests || !lists) return 'a letter that no open record lists';
    }
    if (effect.type === 'retrieve' && effect.verified.patient.ref !== effect.receipt.patient) {
      return 'retrieve for another patient';
    }
  }
  if ('verified' in from && 'verified' in to && from.verified !== to.verified) {
    return 'the launch changed its patient';
  }
  const over = to.step === 'closed' || to.step === 'ended' || to.step === 'reviewing';
  if (over && ('verified' in to || 'summary' in to || 'host' in to)) {
    return 'something of the patient is left';
  }
  const isOver = from.step === 'closed' || from.step === 'ended';
  return isOver && to.step !== from.step ? 'a launch that is over went on' : null;
}

describe('every state and every event', () => {
  it.each([
    ['as shipped', policy],
    ['with everything a policy may open', permissive],
  ])(
    'no effect asks for clinical data, and no state carries it, without an acknowledged record (%s)',
    (name, rules) => {
      const violations = new Set<string>();
      const explored = explore(rules, alphabet, (transition) => {
        const what = broken(transition);
        const { from, to } = transition;
        if (what) violations.add(`${from.step} + ${transition.what.type} → ${to.step}: ${what}`);
      });
      const { states, transitions, steps, effective } = explored;
      process.stdout.write(`flow, ${name}: ${states} states, ${transitions} transitions\n`);
      expect([...violations]).toEqual([]);
      expect([...steps].sort()).toEqual([
        ...['accepting', 'asking', 'authorised', 'closed', 'ended', 'identified', 'permitted'],
        ...['requested', 'retrieving', 'reviewing', 'showing', 'traced', 'unrecorded', 'verified'],
      ]);
      expect(alphabet.map(({ type }) => type).filter((type) => !effective.has(type))).toEqual([]);
    },
    60_000,
  );
});
