/** The break glasses whose patient may still have to be told, each with its answers. Loaded when opened. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { OpenItem, ToldAnswer } from '../../domain/told.ts';
import type { ToldState } from '../../flow/state.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { toldWords } from '../wording/told.ts';

type Props = {
  readonly items: readonly OpenItem[];
  readonly told: Readonly<Record<string, ToldState>>;
  readonly send: Send;
};

export function ToldList({ items, told, send }: Props) {
  return (
    <ul class="plain-list">
      {items.map((item, index) => (
        <Item
          key={item.consentId}
          id={`told-${index}`}
          item={item}
          state={told[item.consentId] ?? null}
          send={send}
        />
      ))}
    </ul>
  );
}

type ItemProps = {
  readonly id: string;
  readonly item: OpenItem;
  readonly state: ToldState | null;
  readonly send: Send;
};

const answers: readonly ToldAnswer[] = ['told', 'not-yet-told', 'unsafe-to-tell'];

function Item({ id, item, state, send }: ItemProps) {
  const { consentId, recordedAt, thisPatient } = item;
  const said = useRef<HTMLParagraphElement>(null);
  const step = state?.type ?? 'open';
  useLayoutEffect(() => {
    // The buttons are gone, and with them the focus of whoever pressed one.
    if (step === 'recorded' && document.activeElement === document.body) said.current?.focus();
  }, [step]);
  const at = parseClinicalDate(recordedAt);
  return (
    <li>
      <p id={id}>
        {thisPatient ? toldWords.thisPatient : toldWords.anotherPatient}, {toldWords.opened}
        {at && (
          <>
            {' '}
            <DateText date={at} withTime />
          </>
        )}
      </p>
      {step !== 'recorded' && (
        <div class="told__answers">
          {answers.map((answer) => (
            <Button
              key={answer}
              look="link"
              disabled={step === 'recording'}
              describedBy={id}
              onPress={() => send({ type: 'answer-told', consentId, answer })}
            >
              {toldWords.answers[answer]}
            </Button>
          ))}
        </div>
      )}
      <p class="told__said" role="status" tabIndex={-1} ref={said}>
        {saidOf(state)}
      </p>
    </li>
  );
}

function saidOf(state: ToldState | null): string {
  switch (state?.type) {
    case 'recording':
      return toldWords.recording;
    case 'recorded':
      return toldWords.recorded[state.answer];
    case 'failed':
      return toldWords.failed;
    case undefined:
      return '';
  }
}
