import { describe, expect, it } from 'vitest';
import type { SummaryEvent } from '../../../src/flow/ports.ts';
import { lastLine } from '../../fhir/summary/sample.ts';

import {
  condition,
  exchange,
  fhir,
  itemsIn,
  line,
  receipt,
  refusal,
  retrieved,
  stream,
  verified,
  whole,
} from './fake-exchange.ts';

describe('a summary that arrives badly', () => {
  it('comes through whole, whatever the chunks', async () => {
    const bytes = new TextEncoder().encode(whole.join('').replaceAll('\n', '\r\n\n'));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
      bytes.slice(at * 7, at * 7 + 7),
    );
    const { events, last } = await retrieved(() => stream(chunks));
    expect(itemsIn(events).map(({ title }) => title)).toEqual(['Ménière’s disease']);
    expect(last).toEqual({ type: 'finished' });
  });

  it.each([
    ['without its last line', whole.slice(0, -1)],
    ['in the middle of a line', [...whole.slice(0, 4), '{"resourceType":"Ope']],
    ['with a last line nobody ended', [...whole.slice(0, -1), JSON.stringify(lastLine)]],
    ['with a line that is no JSON', [...whole.slice(0, 4), '<html>\n', ...whole.slice(4)]],
    ['with bytes that are no text', [...whole.slice(0, 4), new Uint8Array([0xff, 0xfe, 0x0a])]],
  ])('one that ends %s is interrupted, and what was committed stays', async (_, chunks) => {
    const { events, last } = await retrieved(() => stream(chunks));
    expect(last).toEqual({ type: 'interrupted' });
    expect(itemsIn(events)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'finished')).toEqual([]);
  });

  it.each([
    ['a lost connection', () => stream([], 'application/fhir+ndjson', true)],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
    ['a busy exchange', () => new Response('', { status: 503, headers: { 'retry-after': '20' } })],
  ])('%s is an interruption that may be asked again', async (_, handler) => {
    expect((await retrieved(handler)).last).toEqual({ type: 'interrupted' });
  });

  it.each([
    ['401', () => new Response('', { status: 401 }), 'unauthorised'],
    ['403', () => refusal('NO_RELATIONSHIP'), 'forbidden'],
    ['404', () => fhir({}, 404), 'not-found'],
    ['HTML', () => new Response('<p>', { headers: { 'content-type': 'text/html' } }), 'bad-answer'],
    [
      'a bundle of another kind',
      () => fhir({ resourceType: 'Bundle', type: 'searchset', entry: [] }),
      'bad-answer',
    ],
  ])('%s releases nothing', async (_, handler, kind) => {
    const { events } = await retrieved(handler);
    expect(events).toMatchObject([
      { type: 'refused', reason: { type: 'release-refused', failure: { kind } } },
    ]);
  });

  it.each(['application/fhir+ndjson', 'application/fhir+json'])(
    'an answer of %s over the limit is refused',
    async (type) => {
      const { last } = await retrieved(() => stream(whole, type), { maxBytes: 200 });
      expect(last).toMatchObject({ type: 'refused', reason: { failure: { kind: 'too-large' } } });
    },
  );

  it('dissent closes, in words of its own', async () => {
    const { last } = await retrieved(() => refusal('NO_PATIENT_CONSENT'));
    expect(last).toEqual({ type: 'refused', reason: { type: 'dissent' } });
  });

  it('another patient’s line closes, and nothing after it is said', async () => {
    const theirs = line({ ...condition, id: 'c2', subject: { reference: 'Patient/other' } });
    const { events, last } = await retrieved(() =>
      stream([...whole.slice(0, 4), theirs, ...whole.slice(4)]),
    );
    expect(last).toEqual({ type: 'refused', reason: { type: 'wrong-patient' } });
    expect(events.filter(({ type }) => type === 'finished')).toEqual([]);
  });

  it('says nothing once the launch is over', async () => {
    const controller = new AbortController();
    const { port } = exchange(() => stream(whole));
    const events: SummaryEvent[] = [];
    await port.retrieve(
      verified,
      receipt('permission'),
      (event) => {
        events.push(event);
        controller.abort();
      },
      controller.signal,
    );
    expect(events).toHaveLength(1);
  });

  it('says "break glass" in a header only where the exchange is set to take it', async () => {
    const category = async (more: object) =>
      (await retrieved(() => stream(whole), more)).requests[0]?.headers.get('category');
    expect(await category({ basis: 'break-glass', category: true })).toContain('v3-ActReason#BTG');
    expect(await category({ basis: 'break-glass' })).toBeNull();
    expect(await category({ basis: 'permission', category: true })).toBeNull();
  });
});
