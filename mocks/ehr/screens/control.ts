/** The sandbox's own page: the exchange's sources to switch, and its audit trail to read. */
import type { Context, Hono } from 'hono';
import { isSourceState, readControl, readEvent, switchSource } from '../sandbox-control.ts';
import { eventPage } from './audit.ts';
import type { AuditFilter } from './audit.ts';
import { field } from './field.ts';
import { messagePage } from './message.ts';
import { sandboxPage } from './sandbox.ts';

const wanted = (c: Context): AuditFilter => ({
  user: field(c.req.query('user')),
  kind: field(c.req.query('kind')),
});

/** Mounts `/sandbox` and what lies under it. */
export function addControl(app: Hono, exchangeOrigin: string): void {
  app.get('/sandbox', async (c) =>
    c.html(sandboxPage(await readControl(exchangeOrigin), wanted(c), undefined)),
  );
  app.get('/sandbox/audit/:seq', async (c) => {
    const seq = c.req.param('seq');
    const event = await readEvent(exchangeOrigin, seq);
    if (event !== null) return c.html(eventPage(seq, event));
    c.status(404);
    return c.html(
      messagePage(
        'No such audit event',
        'The exchange keeps no event of this number, or did not answer.',
      ),
    );
  });
  app.post('/sandbox/sources', async (c) => {
    const form = await c.req.parseBody();
    const state = field(form['state']);
    const latency = field(form['latencyMs']);
    const valid = isSourceState(state) && /^\d{0,6}$/.test(latency);
    const change = { key: field(form['key']), ...(latency ? { latencyMs: Number(latency) } : {}) };
    if (valid && (await switchSource(exchangeOrigin, { ...change, state }))) {
      return c.redirect('/sandbox', 303);
    }
    c.status(valid ? 502 : 400);
    const problem = valid
      ? 'The exchange did not take this change.'
      : 'Choose a state, and a delay in whole milliseconds.';
    return c.html(sandboxPage(await readControl(exchangeOrigin), wanted(c), problem));
  });
}
