/** On the way and after the end: a line or two each. */
import type { Authorised, Identified, Requested, Traced } from '../../flow/state.ts';
import type { ScreenPolicy, Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { frameWords, progressWords } from '../wording/frame.ts';

type OnTheWay = Requested | Authorised | Identified | Traced;

/** One calm line naming the step; the line changes, the screen does not. */
export function ProgressScreen({ state, policy }: { state: OnTheWay; policy: ScreenPolicy }) {
  return (
    <p class="progress" role="status">
      {progressWords(state.step, policy)}
    </p>
  );
}

/** A screen whose code is on its way. */
export function Loading() {
  return (
    <p class="progress" role="status">
      {frameWords.loading}
    </p>
  );
}

/** Recorded, and asking, while the code that shows the record is still on its way. */
export function AskingScreen({ send }: { send: Send }) {
  return (
    <div class="panel opening">
      <p role="status">{frameWords.askingSources}</p>
      <Button look="secondary" onPress={() => send({ type: 'end' })}>
        {frameWords.closeRecord}
      </Button>
    </div>
  );
}

export function EndedScreen({ policy }: { policy: ScreenPolicy }) {
  return (
    <div class="panel closed">
      <p>{frameWords.endedBody}</p>
      <p>{frameWords.endedNext(policy.hostName)}</p>
    </div>
  );
}
