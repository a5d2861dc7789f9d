/** What waits for what on the way to the gate: by which request was sent before which answer came. */
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { gateHeading, openInWindow, reachGate } from './clinician.ts';
import { browserSession } from './session.ts';

const { exchangeOrigin, hostOrigin } = await fileSandbox();
const session = browserSession({ width: 1280, height: 800 });
const grace = { user: 'sam-patel', patient: 'OKAFOR, Grace' };

/** Holds every answer from these addresses back until `release`; `asked` is their first request. */
async function holding(origin: string, path: RegExp) {
  let release = (): void => undefined;
  let met = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked = new Promise<void>((resolve) => (met = resolve));
  await session.context.route(
    (url) => url.origin === origin && path.test(url.pathname),
    async (route: Route) => {
      met();
      await released;
      await route.continue();
    },
  );
  return { asked, release };
}

const sent = (origin: string, path: RegExp) =>
  expect.poll(() => session.traffic.to(origin, path).length).toBeGreaterThan(0);

/** Permission to send one may be asked ahead of time. */
const traces = () =>
  session.traffic
    .to(exchangeOrigin, /\/Patient\/_search$/)
    .filter((request) => request.method() !== 'OPTIONS');

describe('on the way to the gate', () => {
  it('trace and standing do not wait for the organisations, and the gate does', async () => {
    const organisation = await holding(hostOrigin, /\/Organization\//);
    const { app } = await openInWindow(session.context, grace);
    await organisation.asked;
    await expect.poll(() => traces().length).toBe(1);
    await sent(exchangeOrigin, /\/Consent$/);
    await Promise.all(
      session.traffic
        .to(exchangeOrigin, /\/(Consent|AuditEvent)$/)
        .map((request) => request.response()),
    );
    expect(await app.getByRole('heading', { name: gateHeading }).count()).toBe(0);
    organisation.release();
    await reachGate(app);
  });

  it('what the exchange can do is asked beside the sign-in, and so are the host’s keys', async () => {
    const token = await holding(hostOrigin, /\/token$/);
    const { app } = await openInWindow(session.context, grace);
    await token.asked;
    await sent(exchangeOrigin, /\/metadata$/);
    await sent(hostOrigin, /\/jwks$/);
    expect(session.traffic.tokens()).toEqual([]);
    token.release();
    await reachGate(app);
  });

  it('patient, practitioner and roles are asked for side by side', async () => {
    const patient = await holding(hostOrigin, /\/Patient\/[^/]+$/);
    const { app } = await openInWindow(session.context, grace);
    await patient.asked;
    await sent(hostOrigin, /\/Practitioner\/[^/]+$/);
    await sent(hostOrigin, /\/PractitionerRole$/);
    expect(traces()).toEqual([]);
    patient.release();
    await reachGate(app);
  });
});
