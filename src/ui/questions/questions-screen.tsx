/** What is settled before the question of the gate, one thing at a time. Loaded when it is needed. */
import '../styles/questions.scss';
import type { QuestionsProps } from '../app.tsx';
import { QuestionScreen } from './question-screen.tsx';
import { TermsScreen } from './terms-screen.tsx';

export function QuestionsScreen({ state, send, policy }: QuestionsProps) {
  if (state.step === 'accepting' || state.question === 'terms') {
    return <TermsScreen state={state} send={send} policy={policy} />;
  }
  const { question } = state;
  return <QuestionScreen key={question} state={state} question={question} send={send} />;
}
