import { describe, expect, it } from 'vitest';
import { agree, openInWindow, reachSummary } from './clinician.ts';
import { browserSession } from './session.ts';

// The story's minute is three seconds here: long enough to read the record before it ends.
const session = browserSession({ width: 1200, height: 900, own: true, speed: 20 });

describe('dissent recorded while the record is open', () => {
  it('wipes the screen when the clinician comes back to the window', async () => {
    const { app } = await openInWindow(session.context, {
      user: 'sam-patel',
      patient: 'PRENTICE, Joan',
      variant: 'dissent-while-open',
      hostOrigin: session.sandbox.hostOrigin,
    });
    await agree(app);
    await reachSummary(app);
    await app
      .getByText(/answered\.$/)
      .first()
      .waitFor();
    expect(await app.getByRole('region', { name: /^Medicines/ }).count()).toBe(1);
    const comeBack = async () => {
      await app.evaluate(() => window.dispatchEvent(new Event('focus')));
      return app.getByRole('heading', { level: 1 }).innerText();
    };
    await expect.poll(comeBack, { timeout: 20_000 }).toBe('This record cannot be opened');
    const body = await app.locator('body').innerText();
    expect(body).not.toMatch(/break glass|access log|source|hollow way|oxford|\d/i);
    expect(await app.content()).not.toMatch(/prentice|joan|999 ?000/i);
    expect(await app.getByRole('region', { name: 'Patient' }).count()).toBe(0);
    await app.getByText('This opening was recorded.').waitFor();
    await expect.poll(session.trail.kinds).toContain('ended');
  });
});
