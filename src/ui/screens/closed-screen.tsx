/** Closed, and why. Loaded while the question is read, or when it is needed. The patient's identity is gone from here on; nothing of them is kept. */
import type { ClosedProps, ClosedView } from '../app.tsx';
import { SideBySide } from '../parts/side-by-side.tsx';
import { closedLabels, recordedSentence, shownWords } from '../wording/closed-words.ts';
import { closedWords } from '../wording/closed.ts';
import { fieldNames } from '../wording/gate.ts';

function ClosedScreen({ state, policy }: ClosedProps) {
  const { reason } = state;
  const words = closedWords(reason, policy);
  return (
    <div class="panel closed">
      <p>{words.what}</p>
      {reason.type === 'mismatch' && (
        <SideBySide
          rows={reason.match.fields
            .filter((field) => field.verdict === 'differs')
            .map(({ field, host, exchange }) => ({ label: fieldNames[field], host, exchange }))}
        />
      )}
      <p>
        {state.reached === 'shown' ? shownWords.cleared : words.shown}{' '}
        <span role="status">{recordedSentence(state)}</span>
      </p>
      <h2>{closedLabels.next}</h2>
      <p>{words.next}</p>
      {words.reference && <p class="nowrap">{closedLabels.reference(words.reference)}</p>}
    </div>
  );
}

export const closedView: ClosedView = {
  Screen: ClosedScreen,
  heading: ({ state, policy }) => closedWords(state.reason, policy).heading,
};
