/** The app from its parts: configuration, adapters, runner, screens. Runs in a browser only. */
import { render } from 'preact';
import { asClinicalDate, systemClock } from '../adapters/clock.ts';
import { networkFetch, newId, windowTimers } from '../adapters/platform.ts';
import { readConfig } from '../adapters/config-source.ts';
import { createHost } from '../adapters/host/host.ts';
import type { State } from '../flow/state.ts';
import { App, type ClosedView } from '../ui/app.tsx';
import type { ScreenPolicy } from '../ui/intent.ts';
import { type Config, issuerFor, parseConfig, policyFor } from './config.ts';
import { flowPolicy, hostSettings } from './configuration.ts';
import { createLaunchExchange } from './launch-exchange.ts';
import { happeningOf } from './intents.ts';
import { createScreenLoader } from './later-screens.ts';
import { preparing, whenLeft } from './leaving.ts';
import type { Happening } from './perform.ts';
import { createRunner } from './runner.ts';
import { watch } from './watch.ts';

const configTimeoutMs = 10_000;
const title = 'Care Summary';

/** @param root the element the screens are drawn in; what it held is replaced */
export async function startApp(root: HTMLElement): Promise<void> {
  const parsed = parseConfig(await readConfig(networkFetch, configTimeoutMs));
  root.replaceChildren();
  if (parsed.type === 'invalid') {
    drawMisconfigured(root);
    return;
  }
  launch(root, parsed.config);
}

function launch(root: HTMLElement, config: Config): void {
  const host = createHost(hostSettings(config, location.origin), {
    browser: window,
    fetch: networkFetch,
    timers: windowTimers,
    now: systemClock,
    newId,
    // Which exchange it is depends on the host alone: whether it can serve us is asked beside the
    // sign-in, and the connection to it is open by the time there is something to send.
    onReturn: (iss) => exchange.prepare(iss),
  });
  const exchange = createLaunchExchange(config, host);
  const draw = (state: State): void => {
    render(
      <App
        state={state}
        send={(intent) => {
          runner.happened(happeningOf(intent, newId));
        }}
        now={asClinicalDate(systemClock())}
        policy={screenPolicy(config, host.issuer())}
        title={title}
        {...loader.screens()}
      />,
      root,
    );
    loader.need(state);
  };

  const loader = createScreenLoader(
    () => {
      show(runner.state());
    },
    () => {
      runner.happened({ type: 'refused', reason: { type: 'internal-fault' } });
    },
    () => exchange.fetchRest(),
  );

  const prepare = preparing(host);
  let drawn = draw;
  const show = (state: State): void => {
    prepare(state);
    drawn(state);
  };
  void loader.open.then(({ page, work }) => {
    const happened = (what: Happening) => {
      runner.happened(what);
    };
    drawn = page({ draw, happened, work, critical: config.criticalMedicines, after: later });
  });
  const runner = createRunner({
    ports: { host, exchange, newId },
    policy: () => flowPolicy(config, host.issuer()),
    onChange: show,
    open: loader.open.then(({ steps }) => steps),
  });
  addEventListener('pagehide', ({ persisted }) => {
    whenLeft(runner, host, persisted);
  });
  watch({ page: window, document, after: later }, () => {
    runner.happened({ type: 'recheck-due' });
  });
}

function later(run: () => void, afterMs: number): void {
  windowTimers.set(run, afterMs);
}

function screenPolicy(config: Config, iss: string | null): ScreenPolicy {
  const issuer = issuerFor(config, iss ?? '');
  const { minimumJustification, breakGlassReasons } = policyFor(config, issuer);
  const hostName = issuer?.name ?? 'your clinical system';
  const { terms, criticalMedicines } = config;
  const shown = { criticalMedicines, terms, hostName, exchangeName: title };
  return { minimumJustification, breakGlassReasons, ...shown };
}

function drawMisconfigured(root: HTMLElement): void {
  const policy: ScreenPolicy = {
    minimumJustification: 1,
    breakGlassReasons: [],
    criticalMedicines: [],
    terms: { url: '', version: '', title: '', text: [], putOffDays: 0 },
    hostName: 'your clinical system',
    exchangeName: title,
  };
  const state: State = {
    step: 'closed',
    key: '',
    reason: { type: 'misconfigured' },
    reached: 'before-record',
    recorded: false,
  };
  const now = asClinicalDate(systemClock());
  const draw = (closed: ClosedView | null) => {
    const send = () => undefined;
    render(<App {...{ state, send, now, policy, title }} Closed={closed} />, root);
  };
  draw(null);
  import('../ui/screens/closed-screen.tsx').then(
    ({ closedView }) => {
      draw(closedView);
    },
    () => undefined,
  );
}
