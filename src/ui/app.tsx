/** Every state has one screen. Nothing here decides, fetches or remembers. */
import './styles/base.scss';
import type { ComponentType } from 'preact';
import type { ClinicalDate } from '../domain/clinical-date.ts';
import type {
  Accepting,
  Asking,
  Closed,
  Retrieving,
  Reviewing,
  Showing,
  State,
} from '../flow/state.ts';
import { Frame } from './frame.tsx';
import { GateScreen } from './gate/gate-screen.tsx';
import type { ScreenPolicy, Send } from './intent.ts';
import { AskingScreen, EndedScreen, Loading, ProgressScreen } from './screens/simple-screens.tsx';

/** What the summary's screen needs; it is loaded apart from the gate. */
export type SummaryProps = {
  readonly state: Retrieving | Showing;
  readonly send: Send;
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
};

/** What the review feed's screen needs; it is loaded apart, since few ever see it. */
export type ReviewProps = {
  readonly state: Reviewing;
  readonly send: Send;
  readonly policy: ScreenPolicy;
};

/** What the questions before the gate need; they are loaded apart, since they are rare. */
export type QuestionsProps = {
  readonly state: Asking | Accepting;
  readonly send: Send;
  readonly policy: ScreenPolicy;
};

/** What the closed screen needs; its many words are loaded apart from the gate. */
export type ClosedProps = { readonly state: Closed; readonly policy: ScreenPolicy };

export type ClosedView = {
  readonly Screen: ComponentType<ClosedProps>;
  readonly heading: (props: ClosedProps) => string;
};

/** Screens whose code comes when it is needed; null until then, and a line says so meanwhile. */
export type LaterScreens = {
  readonly Summary: ComponentType<SummaryProps> | null;
  readonly Review: ComponentType<ReviewProps> | null;
  readonly Questions: ComponentType<QuestionsProps> | null;
  readonly Closed: ClosedView | null;
};

type Props = Partial<LaterScreens> & {
  readonly state: State;
  readonly send: Send;
  /** The present moment, from the clock port. */
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
  /** The product's name; the only thing the title bar ever says. */
  readonly title: string;
};

/** The whole screen for a state of the flow. */
export function App(props: Props) {
  return (
    <Frame
      state={props.state}
      now={props.now}
      policy={props.policy}
      title={props.title}
      closed={props.Closed ?? null}
    >
      <Screen {...props} />
    </Frame>
  );
}

function Screen({ state, send, now, policy, ...later }: Props) {
  const { Summary, Review, Questions, Closed } = later;
  switch (state.step) {
    case 'requested':
    case 'authorised':
    case 'identified':
    case 'traced':
      return <ProgressScreen state={state} policy={policy} />;
    case 'asking':
    case 'accepting':
      return Questions ? <Questions state={state} send={send} policy={policy} /> : <Loading />;
    case 'verified':
    case 'permitted':
    case 'unrecorded':
      return <GateScreen key={state.key} state={state} send={send} now={now} policy={policy} />;
    case 'retrieving':
    case 'showing':
      return Summary ? (
        <Summary key={state.key} state={state} send={send} now={now} policy={policy} />
      ) : (
        <AskingScreen send={send} />
      );
    case 'reviewing':
      return Review ? <Review state={state} send={send} policy={policy} /> : <Loading />;
    case 'ended':
      return <EndedScreen policy={policy} />;
    case 'closed':
      // Whatever was on screen is gone before the words that say why have come.
      return Closed ? (
        <Closed.Screen state={state} policy={policy} />
      ) : (
        <EndedScreen policy={policy} />
      );
  }
}
