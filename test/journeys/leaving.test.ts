import { describe, expect, it } from 'vitest';
import { openInSidebar, openInWindow, reachGate } from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 800 });

describe('leaving the question unanswered', () => {
  it('by closing the window is recorded as abandoned', async () => {
    const { app, record } = await openInWindow(session.context, {
      user: 'sam-patel',
      patient: 'MALIK, Aryan',
    });
    await reachGate(app);
    const [opened] = session.context.pages().filter((page) => page !== record);
    await opened?.close({ runBeforeUnload: true });
    await expect.poll(session.trail.kinds).toContain('abandoned');
    expect(await session.trail.kinds()).not.toContain('opened');
  });

  it('by the host’s own way out of the sidebar is recorded as abandoned', async () => {
    const { app, record } = await openInSidebar(session.context, {
      user: 'ben-carver',
      patient: 'MALIK, Aryan',
    });
    await reachGate(app);
    await record.getByRole('link', { name: 'Close Care Summary' }).click();
    await expect.poll(session.trail.kinds).toContain('abandoned');
    expect(await session.trail.kinds()).not.toContain('opened');
  });
});
