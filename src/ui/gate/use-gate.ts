/** The answers being given, kept while they are recorded and after a recording failed. */
import { useRef, useState } from 'preact/hooks';
import type { AccessDecision } from '../../domain/access.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { knownDeath } from '../../domain/person.ts';
import type { AtGate, Permitted, Unrecorded } from '../../flow/state.ts';
import { hasDied } from '../parts/banner.tsx';
import type { Intent, ScreenPolicy, Send } from '../intent.ts';
import { answering } from './answering-part.ts';
import { type Draft, draftOf, emptyDraft, type FieldError } from './draft.ts';
import type { GateRules, Judged } from './judge.ts';
import { type Judge, type Pressing, useJudge } from './use-judge.ts';
import { decidingAge } from './who-may-decide.ts';

type GateState = AtGate | Permitted | Unrecorded;

/** What the parts of the gate share: the answers, what is wrong with them, and the buttons. */
export type Gate = {
  readonly draft: Draft;
  readonly rules: GateRules;
  readonly errors: readonly FieldError[];
  /** Counts the presses that found something missing, so that focus moves each time. */
  readonly refusals: number;
  readonly recording: boolean;
  /** Whether the last press waits for the code that judges it. */
  readonly pressed: Pressing['press'];
  readonly change: (part: Partial<Draft>) => void;
  readonly press: () => void;
  /** The patient said no, whatever stood before. */
  readonly refuse: () => void;
  /** Asks for permission anew, though earlier permission stands. */
  readonly askAnew: () => void;
};

export function useGate(
  state: GateState,
  send: Send,
  now: ClinicalDate,
  policy: ScreenPolicy,
): Gate {
  const [draft, setDraft] = useState<Draft>(() => draftIn(state));
  const [asksAnew, setAsksAnew] = useState(() => wasAskedAnew(state));
  const [problem, setProblem] = useState<Problem>({ errors: [], refusals: 0 });
  const sent = useRef<{ state: GateState; draft: Draft } | null>(null);
  const rules = rulesOf(state, asksAnew, now, policy);

  const sendOnce = (intent: Intent) => {
    // A second click comes before the next render; the state and answers it was sent from tell
    // it apart from a new decision.
    if (state.step === 'permitted') return;
    if (sent.current?.state === state && sent.current.draft === draft) return;
    sent.current = { state, draft };
    setProblem(noProblem);
    send(intent);
  };
  const judging = useJudge((judge: Judge) => {
    const judged = judge(draft, rules);
    switch (judged.type) {
      case 'incomplete':
        setProblem(({ refusals }) => ({ errors: judged.errors, refusals: refusals + 1 }));
        return;
      case 'ask-once-more':
        setDraft({ ...draft, askedOnceMore: true });
        setProblem(noProblem);
        return;
      default:
        sendOnce(intentOf(judged, state));
    }
  });
  const press = () => {
    if (state.step === 'permitted') return;
    // A no needs nothing else filled in, and waits for no code.
    if (draft.answer === 'refused') sendOnce(refusalOf(rules));
    else judging.begin();
  };
  const change = (part: Partial<Draft>) => {
    judging.forget();
    setDraft((before) => ({ ...before, ...part }));
    // What was said to be missing is said no longer once it is there, or asked for no more.
    setProblem(({ errors, refusals }) => ({
      errors: answering.here()?.stillMissing(errors, { ...draft, ...part }, rules) ?? errors,
      refusals,
    }));
  };
  const askAnew = () => {
    judging.forget();
    setAsksAnew(true);
    setProblem(noProblem);
  };
  const refuse = () => sendOnce({ type: 'refuse-permission' });
  const recording = state.step === 'permitted';
  const pressed = judging.press;
  return { draft, rules, ...problem, recording, pressed, change, press, refuse, askAnew };
}

type Problem = { readonly errors: readonly FieldError[]; readonly refusals: number };

const noProblem = ({ refusals }: Problem): Problem => ({ errors: [], refusals });

/** Permission that stood was given by no answer here. */
function draftIn(state: GateState): Draft {
  if (state.step === 'verified') return emptyDraft;
  const draft = draftOf(state.decided.decision);
  return wasAskedAnew(state) ? draft : { ...draft, answer: null };
}

function wasAskedAnew(state: GateState): boolean {
  return state.step !== 'verified' && !rested(state);
}

function rulesOf(
  { verified, stands }: GateState,
  asksAnew: boolean,
  now: ClinicalDate,
  policy: ScreenPolicy,
): GateRules {
  const { match, host, patient, clinician } = verified;
  const mayStand = stands !== null && !asksAnew;
  return {
    asks: hasDied(knownDeath(host, patient))
      ? 'why-of-the-dead'
      : mayStand
        ? 'whether-it-stands'
        : 'permission',
    age: decidingAge(patient.birthDate, now),
    toConfirm: match.toConfirm,
    roles: clinician.roles,
    reasons: policy.breakGlassReasons,
    minimumJustification: policy.minimumJustification,
  };
}

/** Of the dead nobody refused: it is left unopened. */
function refusalOf({ asks }: GateRules): Intent {
  return { type: asks === 'why-of-the-dead' ? 'close-gate' : 'refuse-permission' };
}

type Complete = Exclude<Judged, { type: 'incomplete' | 'ask-once-more' }>;

/** Changed answers are a new decision; the same ones must not be recorded twice. */
function intentOf(judged: Complete, state: GateState): Intent {
  switch (judged.type) {
    case 'decide':
      return !rested(state) && isUnchanged(judged.decision, state)
        ? { type: 'retry-record' }
        : { type: 'decide', decision: judged.decision };
    case 'confirm': {
      const basis = state.stands?.basis;
      return basis && rested(state) && isUnchanged({ basis, ...judged.decision }, state)
        ? { type: 'retry-record' }
        : { type: 'confirm-permission', decision: judged.decision };
    }
  }
}

/** Given anew, the same answer is not the permission that stood. */
function rested(state: GateState): boolean {
  return state.step !== 'verified' && state.decided.reopens?.type === 'same-encounter';
}

function isUnchanged(decision: AccessDecision, state: GateState): boolean {
  return state.step === 'unrecorded' && wordsOf(decision) === wordsOf(state.decided.decision);
}

function wordsOf({ basis, confirmed, role }: AccessDecision): string {
  return JSON.stringify([Object.entries(basis).sort(), confirmed, role]);
}
