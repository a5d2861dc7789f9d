import { systemClock } from '../adapters/clock.ts';
import { createExchange, type Exchange } from '../adapters/exchange/exchange.ts';
import type { Host } from '../adapters/host/host.ts';
import { networkFetch, newId, windowTimers } from '../adapters/platform.ts';
import { attestation } from '../ui/wording/gate.ts';
import { type Config, issuerFor } from './config.ts';
import { exchangeSettings } from './configuration.ts';

type LaunchExchange = Exchange & {
  /** Asks what needs no user and no token, once it is known which host is returned to. */
  readonly prepare: (iss: string) => void;
};

/** Which exchange is known only once the host we return to is: made at its first use. */
export function createLaunchExchange(config: Config, host: Host): LaunchExchange {
  let made: Exchange | null = null;
  const exchangeAt = (iss: string): Exchange => {
    const issuer = issuerFor(config, iss);
    if (!issuer) throw new Error('no issuer is configured for this launch');
    made ??= createExchange(exchangeSettings(config, issuer, attestation), {
      token: host.freshAccessToken,
      fetch: networkFetch,
      timers: windowTimers,
      now: systemClock,
      newId,
    });
    return made;
  };
  const exchange = (): Exchange => exchangeAt(host.issuer() ?? '');
  return {
    prepare: (iss) => void exchangeAt(iss).capable(),
    fetchRest: () => exchange().fetchRest(),
    capable: () => exchange().capable(),
    trace: (nhsNumber) => exchange().trace(nhsNumber),
    standing: (...request) => exchange().standing(...request),
    recordTerms: (answer) => exchange().recordTerms(answer),
    recordTold: (...request) => exchange().recordTold(...request),
    recheck: (...request) => exchange().recheck(...request),
    review: () => exchange().review(),
    record: (verified, decided) => exchange().record(verified, decided),
    retrieve: (...request) => exchange().retrieve(...request),
    log: (...request) => exchange().log(...request),
    readDocument: (...request) => exchange().readDocument(...request),
    recordPrint: (...request) => exchange().recordPrint(...request),
    reportRefusal: (refusal) => exchange().reportRefusal(refusal),
    withdraw: (...request) => exchange().withdraw(...request),
    revoke: (consentId) => exchange().revoke(consentId),
    end: (receipt) => exchange().end(receipt),
  };
}
