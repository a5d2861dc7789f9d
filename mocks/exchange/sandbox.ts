/** Sandbox controls: variants, source switches, the trail for reading along. Never in production. */
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Exchange } from './context.ts';
import { refusalResponse } from './http.ts';
import { storedEvent } from './log-rows.ts';
import { refuse } from './outcomes.ts';
import { auditKinds } from './trail.ts';
import type { AuditRow } from './trail.ts';

const variantShape = z.strictObject({ scenario: z.string(), variant: z.string().nullable() });
const sourceShape = z.strictObject({
  key: z.string(),
  state: z.enum(['up', 'down', 'slow', 'error']).optional(),
  latencyMs: z.number().min(0).max(120_000).optional(),
});
const shownDetails = ['reason', 'end', 'found', 'declared', 'stands-on', 'justification-short'];

/** One row for people: no manifest, no justification, the patient only as a keyed hash. */
function readable(row: AuditRow) {
  const event = storedEvent(row);
  const reason = event.entity
    ?.flatMap(({ detail }) => detail ?? [])
    .filter(({ type }) => shownDetails.includes(type))
    .map(({ type, valueString }) => [type, valueString].join(' '))
    .join('; ');
  const purpose = event.purposeOfEvent
    ?.flatMap(({ coding }) => coding ?? [])
    .map(({ code }) => code)
    .join(' ');
  const terms = row.kind.startsWith('terms-') ? event.agent[0]?.policy?.join(' ') : '';
  return {
    seq: row.seq,
    recorded: row.recorded,
    type: row.kind,
    subtype: event.subtype?.map(({ code }) => code).join(' ') ?? '',
    outcome: event.outcome,
    user: event.agent[0]?.name ?? '',
    patient: row.patient === '' ? '' : `…${row.patient.slice(-6)}`,
    detail: [event.outcomeDesc, purpose, reason, terms].filter((part) => part).join(' · '),
    hash: row.hash,
  };
}

const answerBody = async <T>(request: Request, shape: z.ZodType<T>): Promise<T | null> => {
  const json: unknown = await request.json().catch(() => null);
  const parsed = shape.safeParse(json);
  return parsed.success ? parsed.data : null;
};

const notJson = refuse({
  status: 415,
  code: 'not-supported',
  reason: 'media-type',
  text: 'Send application/json.',
}).refusal;

const noRow = refuse({
  status: 404,
  code: 'not-found',
  reason: 'row',
  text: 'The trail has no such row.',
}).refusal;

/** Mounts `/sandbox/*`. */
export function mountSandbox(app: Hono, exchange: Exchange): void {
  const listed = () => ({
    sources: exchange.sourceList.map(({ profile, state }) => ({
      key: profile.key,
      name: profile.name,
      ...state(),
    })),
  });
  // Any web page may post text/plain to any origin; JSON it may not without a preflight.
  app.post('/sandbox/*', async (context, next) => {
    const [type = ''] = (context.req.header('content-type') ?? '').split(';');
    if (type.trim().toLowerCase() !== 'application/json') return refusalResponse(notJson);
    return next();
  });
  app.post('/sandbox/variant', async (context) => {
    const body = await answerBody(context.req.raw, variantShape);
    const done = body !== null && exchange.world.choose(body.scenario, body.variant);
    return context.json({ done }, done ? 200 : 400);
  });
  app.get('/sandbox/sources', (context) => context.json(listed()));
  app.post('/sandbox/sources', async (context) => {
    const body = await answerBody(context.req.raw, sourceShape);
    const source = exchange.sourceList.find(({ profile }) => profile.key === body?.key);
    if (body === null || source === undefined) return context.json({ done: false }, 400);
    source.set({
      ...(body.state === undefined ? {} : { state: body.state }),
      ...(body.latencyMs === undefined ? {} : { latencyMs: body.latencyMs }),
    });
    return context.json(listed());
  });
  app.get('/sandbox/audit', (context) => {
    const rows = exchange.store.findAudit({ kinds: auditKinds, limit: 500 });
    return context.json({ events: rows.map(readable).reverse() });
  });
  app.get('/sandbox/audit/:seq', (context) => {
    const seq = /^\d{1,15}$/.exec(context.req.param('seq'))?.[0];
    const query = { kinds: auditKinds, before: Number(seq) + 1, limit: 1 };
    const [row] = seq === undefined ? [] : exchange.store.findAudit(query);
    if (row?.seq !== Number(seq)) return refusalResponse(noRow);
    // For reading: indented, and of a type that a browser shows instead of saving it.
    return new Response(JSON.stringify({ id: `log-${row.seq}`, ...storedEvent(row) }, null, 2), {
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
  });
}
