/** Why it is opened without permission, and what is needed now (domain notes section 4). */
import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isShortJustification } from '../../domain/access.ts';
import { breakGlassWords } from '../wording/answering.ts';
import { reasonsFor } from './answer-kinds.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import { TextField } from './text-field.tsx';
import type { Gate } from './use-gate.ts';

/** The reasons of the chosen answer, then the justification. */
export function BreakGlassFields({ gate }: { gate: Gate }) {
  const isOfTheDead = gate.rules.asks === 'why-of-the-dead';
  return (
    <>
      {!isOfTheDead && <Reasons gate={gate} />}
      <Justification gate={gate} />
      {!isOfTheDead && <p class="field__hint">{breakGlassWords.tellPatient}</p>}
    </>
  );
}

function Reasons({ gate }: { gate: Gate }) {
  const { draft, rules } = gate;
  const { question, overridingQuestion, reasons: words } = breakGlassWords;
  return (
    <fieldset aria-describedby={describedBy(gate, 'reason', null)}>
      <legend>{draft.answer === 'overriding' ? overridingQuestion : question}</legend>
      <FieldMessage gate={gate} field="reason" />
      {reasonsFor(draft.answer, rules).map((reason, index) => (
        <Choice
          key={reason}
          name="reason"
          id={index === 0 ? 'reason' : `reason-${reason}`}
          label={words[reason]}
          checked={draft.reason === reason}
          disabled={gate.recording}
          onChoose={() => gate.change({ reason })}
        />
      ))}
    </fieldset>
  );
}

function Justification({ gate }: { gate: Gate }) {
  const { draft, rules } = gate;
  const { justification: text, askedOnceMore } = draft;
  const box = useBroughtIntoSight(askedOnceMore);
  const isAsked = askedOnceMore && isShortJustification(text, rules.minimumJustification);
  return (
    <>
      <TextField
        gate={gate}
        field="justification"
        label={breakGlassWords.justification}
        hint={breakGlassWords.justificationHint}
        value={text}
        long
        onText={(justification) => gate.change({ justification })}
      />
      <div role="status" ref={box}>
        {isAsked && <p class="ask-again">{breakGlassWords.askOnceMore}</p>}
      </div>
    </>
  );
}

/**
 * What is asked pushes down the button that was pressed, which is one of the two answers to it: it
 * comes back into sight, and with it the question, which goes first where there is no room for both.
 */
function useBroughtIntoSight(asked: boolean): Ref<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(asked);
  useLayoutEffect(() => {
    // Kept from a recording that failed, it is no news: what failed has the screen.
    if (asked && !before.current) {
      for (const each of [document.activeElement, box.current]) {
        each?.scrollIntoView({ block: 'nearest' });
      }
    }
    before.current = asked;
  }, [asked]);
  return box;
}
