/** Who asked, and when: each person who opens makes their own record (domain notes section 3). */
import { earlierWords } from '../wording/answering.ts';
import { TextField } from './text-field.tsx';
import type { Gate } from './use-gate.ts';

export function AgreedEarlier({ gate }: { gate: Gate }) {
  return (
    <>
      <TextField
        gate={gate}
        field="asked-by"
        label={earlierWords.askedBy}
        hint={earlierWords.askedByHint}
        value={gate.draft.askedBy}
        onText={(askedBy) => gate.change({ askedBy })}
      />
      <TextField
        gate={gate}
        field="asked-at"
        label={earlierWords.askedAt}
        hint={earlierWords.askedAtHint}
        value={gate.draft.askedAt}
        onText={(askedAt) => gate.change({ askedAt })}
      />
    </>
  );
}
