/** The app from its parts: configuration, adapters, runner, screens. Runs in a browser only. */
import { type ComponentType, render } from 'preact';
import { asClinicalDate, systemClock } from '../adapters/clock.ts';
import { networkFetch, newId, windowTimers } from '../adapters/platform.ts';
import { readConfig } from '../adapters/config-source.ts';
import { createExchange } from '../adapters/exchange/exchange.ts';
import { createHost, type Host } from '../adapters/host/host.ts';
import type { ExchangePort } from '../flow/ports.ts';
import type { State } from '../flow/state.ts';
import { App, type SummaryProps } from '../ui/app.tsx';
import type { ScreenPolicy } from '../ui/intent.ts';
import { attestation } from '../ui/wording/gate.ts';
import { type Config, issuerFor, parseConfig } from './config.ts';
import { exchangeSettings, flowPolicy, hostSettings } from './configuration.ts';
import { happeningOf } from './intents.ts';
import { paced } from './pacing.ts';
import { createRunner, type Runner } from './runner.ts';

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
  });
  let Summary: ComponentType<SummaryProps> | null = null;

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
        Summary={Summary}
      />,
      root,
    );
    if (state.step === 'verified') void loadSummary();
  };

  /** Fetched while the clinician reads the question, so that opening does not wait for code. */
  const loadSummary = async (): Promise<void> => {
    if (Summary) return;
    try {
      Summary = (await import('../ui/summary/summary-screen.tsx')).SummaryScreen;
      draw(runner.state());
    } catch {
      runner.happened({ type: 'refused', reason: { type: 'internal-fault' } });
    }
  };

  const runner = createRunner({
    ports: { host, exchange: exchangeOf(config, host), newId },
    policy: () => flowPolicy(config, host.issuer()),
    onChange: paced(draw, (run, afterMs) => {
      windowTimers.set(run, afterMs);
    }),
  });
  endWhenLeft(runner);
}

/** Which exchange is known only once the host we return to is: made at its first use. */
function exchangeOf(config: Config, host: Host): ExchangePort {
  let made: ExchangePort | null = null;
  const exchange = (): ExchangePort => {
    const issuer = issuerFor(config, host.issuer() ?? '');
    if (!issuer) throw new Error('no issuer is configured for this launch');
    made ??= createExchange(exchangeSettings(config, issuer, attestation), {
      token: host.freshAccessToken,
      fetch: networkFetch,
      now: systemClock,
      newId,
    });
    return made;
  };
  return {
    capable: () => exchange().capable(),
    trace: (nhsNumber) => exchange().trace(nhsNumber),
    standing: (patient) => exchange().standing(patient),
    record: (verified, decided) => exchange().record(verified, decided),
    retrieve: (...request) => exchange().retrieve(...request),
    log: (...request) => exchange().log(...request),
    reportRefusal: (refusal) => exchange().reportRefusal(refusal),
    withdraw: (...request) => exchange().withdraw(...request),
    end: (receipt) => exchange().end(receipt),
  };
}

function screenPolicy(config: Config, iss: string | null): ScreenPolicy {
  const { minimumJustification, breakGlassReasons } = config.policy;
  const hostName = issuerFor(config, iss ?? '')?.name ?? 'your clinical system';
  return { minimumJustification, breakGlassReasons, hostName, exchangeName: title };
}

function drawMisconfigured(root: HTMLElement): void {
  const policy: ScreenPolicy = {
    minimumJustification: 1,
    breakGlassReasons: [],
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
  render(
    <App state={state} send={() => undefined} now={now} policy={policy} title={title} />,
    root,
  );
}

/**
 * Leaving the question unanswered is an abandoned launch, and reported as one (contract 2.7). A
 * page kept for the back button must not bring a patient back on screen. A record that is open
 * stays recorded as open: to the page, being closed and being reloaded look the same.
 */
function endWhenLeft(runner: Runner): void {
  addEventListener('pagehide', (event) => {
    if (isUnanswered(runner.state())) {
      runner.happened({ type: 'refused', reason: { type: 'closed-by-user' } });
    } else if (event.persisted) {
      runner.happened({ type: 'refused', reason: { type: 'session-ended' } });
    }
  });
}

function isUnanswered({ step }: State): boolean {
  return ['identified', 'traced', 'verified', 'unrecorded'].includes(step);
}
