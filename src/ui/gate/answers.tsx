/** The five answers. Nothing is chosen beforehand; what an answer needs opens right under it. */
import { Button } from '../parts/button.tsx';
import { answerWords, gateWords } from '../wording/gate.ts';
import { WithPart } from '../parts/later.tsx';
import { reasonsFor } from './answer-kinds.ts';
import { answering } from './answering-part.ts';
import { Choice } from './choice.tsx';
import type { Answer } from './draft.ts';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';
import { proxiesFor } from './who-may-decide.ts';

export function Answers({ gate }: { gate: Gate }) {
  const { age } = gate.rules;
  const young = age === 'under-sixteen';
  const { patientAgreed, agreedEarlier, proxyAgreed, breakGlass, refused } = answerWords;
  const choice = (value: Answer, label: string, hint: string) => ({
    name: 'answer',
    id: value === 'patient-agreed' ? 'answer' : `answer-${value}`,
    label,
    hint,
    checked: gate.draft.answer === value,
    disabled: gate.recording,
    onChoose: () => gate.change({ answer: value, askedOnceMore: false }),
  });
  return (
    <fieldset class="answers" aria-describedby={describedBy(gate, 'answer', null)}>
      <legend class="hidden">{gateWords.question}</legend>
      <FieldMessage gate={gate} field="answer" />
      <Choice
        {...choice(
          'patient-agreed',
          young ? patientAgreed.youngLabel : patientAgreed.label,
          patientAgreed.hint,
        )}
      />
      <Choice {...choice('agreed-earlier', agreedEarlier.label, agreedEarlier.hint)}>
        <WithPart of={answering}>{({ AgreedEarlier }) => <AgreedEarlier gate={gate} />}</WithPart>
      </Choice>
      <Choice {...choice('proxy-agreed', proxyAgreed.label, proxyAgreed.hint[age])}>
        {proxiesFor(age).length > 1 && (
          <WithPart of={answering}>{({ WhoAgreed }) => <WhoAgreed gate={gate} />}</WithPart>
        )}
      </Choice>
      <Choice {...choice('break-glass', breakGlass.label, breakGlass.hint)} tone="danger">
        <WithPart of={answering}>
          {({ BreakGlassFields }) => <BreakGlassFields gate={gate} />}
        </WithPart>
      </Choice>
      <Choice
        {...choice('refused', refused.label, refused.hint)}
        checked={isNo(gate.draft.answer)}
        tone="danger"
        aside={reasonsFor('overriding', gate.rules).length > 0 && <AtRisk gate={gate} />}
      >
        {gate.draft.answer === 'overriding' && (
          <WithPart of={answering}>
            {({ BreakGlassFields }) => <BreakGlassFields gate={gate} />}
          </WithPart>
        )}
      </Choice>
    </fieldset>
  );
}

function isNo(answer: Answer | null): boolean {
  return answer === 'refused' || answer === 'overriding';
}

/** The refusal stands; what overrides it is opened from here, and folded away again. */
function AtRisk({ gate }: { gate: Gate }) {
  const open = gate.draft.answer === 'overriding';
  return (
    <Button
      look="link"
      expanded={open}
      disabled={gate.recording}
      onPress={() => gate.change({ answer: open ? 'refused' : 'overriding', askedOnceMore: false })}
    >
      {answerWords.refused.atRisk}
    </Button>
  );
}
