/** Every state has one screen. Nothing here decides, fetches or remembers. */
import './styles/base.scss';
import type { ComponentType } from 'preact';
import type { ClinicalDate } from '../domain/clinical-date.ts';
import type { Showing, State } from '../flow/state.ts';
import { Frame } from './frame.tsx';
import { GateScreen } from './gate/gate-screen.tsx';
import type { ScreenPolicy, Send } from './intent.ts';
import { ClosedScreen } from './screens/closed-screen.tsx';
import { OpeningScreen } from './screens/opening-screen.tsx';
import { EndedScreen, ProgressScreen } from './screens/simple-screens.tsx';
import { expectedSources } from './summary-sources.ts';

/** What the summary's screen needs; it is loaded apart from the gate. */
export type SummaryProps = {
  readonly state: Showing;
  readonly send: Send;
  readonly now: ClinicalDate;
};

type Props = {
  readonly state: State;
  readonly send: Send;
  /** The present moment, from the clock port. */
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
  /** The product's name; the only thing the title bar ever says. */
  readonly title: string;
  /** `SummaryScreen` once its code is loaded; until then the sources being asked are listed. */
  readonly Summary?: ComponentType<SummaryProps> | null;
};

/** The whole screen for a state of the flow. */
export function App(props: Props) {
  return (
    <Frame state={props.state} now={props.now} policy={props.policy} title={props.title}>
      <Screen {...props} />
    </Frame>
  );
}

function Screen({ state, send, now, policy, Summary }: Props) {
  switch (state.step) {
    case 'requested':
    case 'authorised':
    case 'identified':
    case 'traced':
      return <ProgressScreen state={state} policy={policy} />;
    case 'verified':
    case 'permitted':
    case 'unrecorded':
      return <GateScreen key={state.key} state={state} send={send} now={now} policy={policy} />;
    case 'retrieving':
      return <OpeningScreen sources={expectedSources(state.verified)} send={send} />;
    case 'showing':
      return Summary ? (
        <Summary key={state.key} state={state} send={send} now={now} />
      ) : (
        <OpeningScreen sources={state.summary.sources} send={send} />
      );
    case 'ended':
      return <EndedScreen policy={policy} />;
    case 'closed':
      return <ClosedScreen state={state} policy={policy} />;
  }
}
