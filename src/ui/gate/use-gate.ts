/** The answers being given, kept while they are recorded and after a recording failed. */
import { useRef, useState } from 'preact/hooks';
import type { AccessDecision } from '../../domain/access.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import type { AtGate, Permitted, Unrecorded } from '../../flow/state.ts';
import type { ScreenPolicy, Send } from '../intent.ts';
import {
  decidingAge,
  type Draft,
  draftOf,
  emptyDraft,
  type FieldError,
  type GateRules,
  judge,
} from './draft.ts';

type GateState = AtGate | Permitted | Unrecorded;

/** What the parts of the gate share: the answers, what is wrong with them, and the button. */
export type Gate = {
  readonly draft: Draft;
  readonly rules: GateRules;
  readonly errors: readonly FieldError[];
  /** Counts the presses that found something missing, so that focus moves each time. */
  readonly refusals: number;
  readonly recording: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly press: () => void;
};

export function useGate(
  state: GateState,
  send: Send,
  now: ClinicalDate,
  policy: ScreenPolicy,
): Gate {
  const [draft, setDraft] = useState<Draft>(() =>
    state.step === 'verified' ? emptyDraft : draftOf(state.decided.decision),
  );
  const [problem, setProblem] = useState<Problem>({ errors: [], refusals: 0 });
  const sent = useRef<{ state: GateState; draft: Draft } | null>(null);
  const rules = rulesOf(state, now, policy);

  const press = () => {
    // A second click comes before the next render; the state and answers it was sent from tell
    // it apart from a new decision.
    if (state.step === 'permitted') return;
    if (sent.current?.state === state && sent.current.draft === draft) return;
    const judged = judge(draft, rules);
    switch (judged.type) {
      case 'incomplete':
        setProblem(({ refusals }) => ({ errors: judged.errors, refusals: refusals + 1 }));
        return;
      case 'ask-once-more':
        setDraft({ ...draft, askedOnceMore: true });
        setProblem(noProblem);
        return;
      case 'refuse':
        sent.current = { state, draft };
        send({ type: 'refuse-permission' });
        return;
      case 'decide':
        sent.current = { state, draft };
        setProblem(noProblem);
        send(
          isUnchanged(judged.decision, state)
            ? { type: 'retry-record' }
            : { type: 'decide', decision: judged.decision },
        );
    }
  };
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const recording = state.step === 'permitted';
  return { draft, rules, ...problem, recording, change, press };
}

type Problem = { readonly errors: readonly FieldError[]; readonly refusals: number };

const noProblem = ({ refusals }: Problem): Problem => ({ errors: [], refusals });

function rulesOf(state: GateState, now: ClinicalDate, policy: ScreenPolicy): GateRules {
  const { match, patient } = state.verified;
  return {
    age: decidingAge(patient.birthDate, now),
    toConfirm: match.toConfirm,
    minimumJustification: policy.minimumJustification,
  };
}

/** Changed answers are a new decision; the same ones must not be recorded twice. */
function isUnchanged(decision: AccessDecision, state: GateState): boolean {
  return state.step === 'unrecorded' && wordsOf(decision) === wordsOf(state.decided.decision);
}

function wordsOf({ basis, confirmed }: AccessDecision): string {
  return JSON.stringify([Object.entries(basis).sort(), confirmed]);
}
