/** Of someone who has died: certifying the death, or nothing (domain notes section 3). */
import { WithPart } from '../parts/later.tsx';
import { answerWords, gateWords } from '../wording/gate.ts';
import { answering } from './answering-part.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';

export function DeathAnswers({ gate }: { gate: Gate }) {
  const { certifying, notCertifying } = answerWords;
  const { answer } = gate.draft;
  return (
    <fieldset class="answers" aria-describedby={describedBy(gate, 'answer', null)}>
      <legend class="hidden">{gateWords.questionOfDeath}</legend>
      <FieldMessage gate={gate} field="answer" />
      <Choice
        name="answer"
        id="answer"
        label={certifying.label}
        hint={certifying.hint}
        checked={answer === 'certifying'}
        disabled={gate.recording}
        tone="danger"
        onChoose={() => gate.change({ answer: 'certifying', askedOnceMore: false })}
      >
        <WithPart of={answering}>
          {({ BreakGlassFields }) => <BreakGlassFields gate={gate} />}
        </WithPart>
      </Choice>
      <Choice
        name="answer"
        id="answer-refused"
        label={notCertifying.label}
        hint={notCertifying.hint}
        checked={answer === 'refused'}
        disabled={gate.recording}
        onChoose={() => gate.change({ answer: 'refused', askedOnceMore: false })}
      />
    </fieldset>
  );
}
