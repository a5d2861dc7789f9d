/** A namesake, or a death that was notified informally: both have a way on, and it is recorded. */
import type { Declaration } from '../../domain/access.ts';
import { knownDeath } from '../../domain/person.ts';
import type { Asking, Question } from '../../flow/state.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { useOnce } from '../parts/use-once.ts';
import { gateWords } from '../wording/gate.ts';
import { questionWords } from '../wording/questions.ts';

type Answerable = Exclude<Question, 'terms'>;
type Props = { readonly state: Asking; readonly question: Answerable; readonly send: Send };

const declarations: Readonly<Record<Answerable, Declaration>> = {
  namesake: 'not-me',
  'informal-death': 'patient-is-alive',
};

export function QuestionScreen({ state, question, send }: Props) {
  const once = useOnce(state);
  const words = questionWords[question];
  return (
    <div class="panel ask">
      <p>
        {words.what}
        {question === 'informal-death' && <ReportedOn state={state} />}
      </p>
      <p>{words.shown}</p>
      <p>{words.ifSo}</p>
      <p>{words.ifNot}</p>
      <div class="buttons">
        <Button
          onPress={() => once(() => send({ type: 'declare', declaration: declarations[question] }))}
        >
          {words.yes}
        </Button>
        <Button look="secondary" onPress={() => once(() => send({ type: 'decline-question' }))}>
          {gateWords.close}
        </Button>
      </div>
    </div>
  );
}

function ReportedOn({ state }: { state: Asking }) {
  const date = knownDeath(state.verified.host, state.verified.patient)?.date;
  if (!date) return null;
  return (
    <>
      {' '}
      {questionWords['informal-death'].dateGiven} <DateText date={date} />.
    </>
  );
}
