/** The whole app around one state, as a user meets it. */
import { render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import axeCore from 'axe-core';
import type { State } from '../../src/flow/state.ts';
import { App } from '../../src/ui/app.tsx';
import type { Intent, ScreenPolicy } from '../../src/ui/intent.ts';
import { answering } from '../../src/ui/gate/answering-part.ts';
import { QuestionsScreen } from '../../src/ui/questions/questions-screen.tsx';
import { ReviewScreen } from '../../src/ui/review/review-screen.tsx';
import { closedView } from '../../src/ui/screens/closed-screen.tsx';
import { accessLogBody } from '../../src/ui/summary/access-log.tsx';
import { hits } from '../../src/ui/summary/find/search-box.tsx';
import { rowMore } from '../../src/ui/summary/item-row.tsx';
import { letterViewer } from '../../src/ui/summary/letters/letter-layer.tsx';
import { trendPanel } from '../../src/ui/summary/look/measured-row.tsx';
import { timelineBody } from '../../src/ui/summary/look/timeline.tsx';
import { SummaryScreen } from '../../src/ui/summary/summary-screen.tsx';
import { now, policy, title } from './fixtures.ts';

// Parts that come later in a browser are here from the start, as they are after a first use: what is
// on screen until then has tests of its own.
await Promise.all(
  [accessLogBody, answering, hits, letterViewer, rowMore, timelineBody, trendPanel].map((part) =>
    part.load(),
  ),
);

type Options = {
  readonly policy?: ScreenPolicy;
  /** False while the summary's code is still on its way. */
  readonly summaryLoaded?: boolean;
  /** False while the review feed's code is still on its way. */
  readonly reviewLoaded?: boolean;
  /** False while the words of the closed screen are still on their way. */
  readonly closedLoaded?: boolean;
};

/** Renders a state; `sent` collects what the screen asked for, `show` moves on to another state. */
export function renderApp(state: State, options: Options = {}) {
  const sent: Intent[] = [];
  const element = (next: State) => (
    <App
      state={next}
      send={(intent) => sent.push(intent)}
      now={now}
      policy={options.policy ?? policy}
      title={title}
      Summary={options.summaryLoaded === false ? null : SummaryScreen}
      Review={options.reviewLoaded === false ? null : ReviewScreen}
      Questions={QuestionsScreen}
      Closed={options.closedLoaded === false ? null : closedView}
    />
  );
  const view = render(element(state));
  const show = (next: State) => {
    view.rerender(element(next));
  };
  return { user: userEvent.setup(), sent, show, container: view.container };
}

/** The accessibility rules broken on screen, by name. Colours and sizes need a real browser. */
export async function brokenRules(container: Element): Promise<readonly string[]> {
  const { violations } = await axeCore.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
