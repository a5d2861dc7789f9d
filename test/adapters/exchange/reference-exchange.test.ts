import { describe, expect, it } from 'vitest';
import { allergyHeading } from '../../../src/domain/summary/absence.ts';
import {
  emptySummary,
  itemsOf,
  withPart,
  withReport,
} from '../../../src/domain/summary/summary.ts';
import type { SummaryEvent } from '../../../src/flow/ports.ts';
import { decide, launch, open } from './reference.ts';

function summaryOf(events: readonly SummaryEvent[]) {
  return events.reduce((summary, event) => {
    if (event.type === 'part') return withPart(summary, event.part);
    return event.type === 'report' ? withReport(summary, event.report) : summary;
  }, emptySummary);
}

const last = (events: readonly SummaryEvent[]) => events.at(-1);

describe('the adapter and the reference exchange understand each other', () => {
  it('finds the exchange capable without showing it the token', async () => {
    const { adapter } = await launch('grace');
    expect(await adapter.capable()).toEqual({ type: 'ok', value: true });
  });

  it('reads both anticoagulants of Grace Okafor, each from its own source', async () => {
    const { events } = await open(await launch('grace'));
    const summary = summaryOf(events);
    const medicines = itemsOf(summary, 'medication');
    const warfarin = medicines.filter(({ title }) => /warfarin/i.test(title));
    const apixaban = medicines.filter(({ title }) => /apixaban/i.test(title));
    expect(last(events)).toEqual({ type: 'finished' });
    expect(apixaban.map(({ source, status }) => ({ source, status }))).toEqual([
      { source: 'ZZH', status: 'current' },
    ]);
    expect(warfarin.map(({ source }) => source)).toContain('Z99901');
    expect(warfarin.find(({ source }) => source === 'ZZH')?.status).toBe('stopped');
    expect(medicines.every(({ dose }) => dose !== null)).toBe(true);
    expect(allergyHeading(summary)).toBe('known');
  });

  it('gives the same items from the stream and from the one document', async () => {
    const streamed = summaryOf((await open(await launch('grace'))).events);
    const launched = await launch('grace');
    launched.documentOnly();
    const whole = summaryOf((await open(launched)).events);
    const facts = (summary: typeof whole) =>
      [...summary.items].sort((a, b) => a.key.localeCompare(b.key));
    const sources = (summary: typeof whole) =>
      summary.sources.map(({ source, state }) => [source.id, source.tag, state]).sort();
    expect(facts(whole)).toEqual(facts(streamed));
    expect(facts(whole).length).toBeGreaterThan(20);
    expect(sources(whole)).toEqual(sources(streamed));
  });

  it('closes on one of Aryan’s resources in Ayaan’s summary', async () => {
    const launched = await launch('ayaan');
    await launched.choose('aryan-in-ayaan');
    const { events } = await open(launched, {
      type: 'proxy-agreed',
      proxy: 'parental-responsibility',
    });
    expect(last(events)).toEqual({ type: 'refused', reason: { type: 'wrong-patient' } });
  });

  it('never reads “no known allergies” out of Harold Finch’s nilknown', async () => {
    const { events } = await open(await launch('harold'));
    expect(allergyHeading(summaryOf(events))).toBe('unavailable');
  });

  it('finds dissent before the question is asked', async () => {
    const launched = await launch('joan');
    const verified = await launched.verified();
    const standing = await launched.adapter.standing(verified.patient.ref, verified.clinician);
    const dissent = standing.type === 'ok' && standing.value.dissent;
    const refused = standing.type === 'refused' && standing.reason.type === 'dissent';
    expect(dissent || refused).toBe(true);
  });

  it('has dissent refuse even a break glass', async () => {
    const launched = await launch('joan');
    const verified = await launched.verified();
    const basis = {
      type: 'break-glass',
      reason: 'unconscious',
      justification: 'GCS 6',
      short: true,
    } as const;
    expect(await launched.adapter.record(verified, decide(verified, basis))).toEqual({
      type: 'refused',
      reason: { type: 'dissent' },
    });
  });

  it('records a break glass once, however often it is retried', async () => {
    const launched = await launch('daniel');
    const verified = await launched.verified();
    const decision = decide(verified, {
      type: 'break-glass',
      reason: 'unconscious',
      justification: 'Unresponsive, need steroid and seizure history now.',
      short: false,
    });
    const first = await launched.adapter.record(verified, decision);
    const again = await launched.adapter.record(verified, decision);
    expect(first).toMatchObject({ type: 'ok', value: { basis: 'break-glass' } });
    expect(again).toEqual(first);
    const { ref } = verified.patient;
    if (first.type !== 'ok') return;
    const log = await launched.adapter.log(ref, verified.clinician, first.value);
    expect(log).toMatchObject({
      type: 'ok',
      value: [{ person: 'Dr Sam Patel', breakGlass: true, outcome: 'opened', isYou: true }],
    });
  });

  it('tells a superseded number from a patient who is found', async () => {
    const launched = await launch('sam');
    await expect(launched.verified()).rejects.toThrow('superseded');
  });

  it('ends its own consent, and the log stays', async () => {
    const launched = await launch('grace');
    const { receipt, verified } = await open(launched);
    await launched.adapter.end(receipt);
    const events: SummaryEvent[] = [];
    const { signal } = new AbortController();
    await launched.adapter.retrieve(verified, receipt, (event) => events.push(event), signal);
    expect(last(events)).toMatchObject({ type: 'refused', reason: { type: 'release-refused' } });
  });

  it('ends the record whose answer was lost, and no other', async () => {
    const launched = await launch('grace');
    const verified = await launched.verified();
    const { ref } = verified.patient;
    const kept = await launched.adapter.record(verified, decide(verified));
    launched.loseRecord();
    const lost = decide(verified);
    expect(kept).toMatchObject({ type: 'ok' });
    expect(await launched.adapter.record(verified, lost)).toMatchObject({ type: 'failed' });
    expect(await launched.standing(ref)).toBe(2);
    await launched.adapter.withdraw(ref, lost.decisionId);
    expect(await launched.standing(ref)).toBe(1);
    await launched.adapter.withdraw(ref, crypto.randomUUID());
    expect(await launched.standing(ref)).toBe(1);
  });

  it('has its own refusal acknowledged', async () => {
    const launched = await launch('grace');
    const { session, patient } = await launched.verified();
    const reason = { type: 'closed-by-user' } as const;
    expect(await launched.adapter.reportRefusal({ reason, patient: patient.ref, session })).toBe(
      true,
    );
  });

  it('puts the NHS number into no URL', async () => {
    const launched = await launch('grace');
    const { receipt } = await open(launched);
    await launched.adapter.end(receipt);
    expect(launched.asked.length).toBeGreaterThan(2);
    expect(launched.asked.join(' ')).not.toContain(launched.scenario.nhsNumber);
  });
});
