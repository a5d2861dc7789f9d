import { describe, expect, it } from 'vitest';
import type { BreakGlass, Reopening } from '../../../src/domain/access.ts';
import type { Standing } from '../../../src/domain/trace.ts';
import { decide, launch, open, terms } from './reference.ts';

type Launched = Awaited<ReturnType<typeof launch>>;

const broken: BreakGlass = {
  ...{ type: 'break-glass', reason: 'unconscious' },
  ...{ justification: 'Unresponsive, need steroid and seizure history now.', short: false },
};

async function standing(launched: Launched): Promise<Standing> {
  const { patient, clinician } = await launched.verified();
  const read = await launched.adapter.standing(patient.ref, clinician);
  if (read.type !== 'ok') throw new Error(`no standing: ${JSON.stringify(read)}`);
  return read.value;
}

/** Opens again on an own permit, as the flow does. */
async function reopen(launched: Launched, type: Reopening['type']) {
  const verified = await launched.verified();
  const [permit] = (await standing(launched)).ownPermits;
  if (!permit) throw new Error('there is nothing to stand on');
  const reopens = { type, consentId: permit.consentId };
  const decided = decide(verified, permit.basis, { declared: permit.declared, reopens });
  return launched.adapter.record(verified, decided);
}

describe('the terms', () => {
  it('accepted before are read, and not asked again', async () => {
    const { terms: read } = await standing(await launch('grace'));
    expect(read).toEqual({ type: 'accepted', version: terms.version });
  });

  it('are due at first use, may not be put off, and count once recorded', async () => {
    const launched = await launch('grace', 'sam-patel', { accepted: null });
    expect((await standing(launched)).terms).toMatchObject({ type: 'due', mayPutOff: false });
    const verified = await launched.verified();
    const unasked = decide(verified, { type: 'patient-agreed' }, { terms: null });
    expect(await launched.adapter.record(verified, unasked)).toEqual({
      type: 'refused',
      reason: { type: 'terms-not-accepted' },
    });
    expect(await launched.adapter.recordTerms('put-off')).toMatchObject({ type: 'refused' });
    expect(await launched.adapter.recordTerms('accepted')).toEqual({ type: 'ok', value: true });
    expect((await standing(launched)).terms).toEqual({ type: 'accepted', version: terms.version });
    expect(await launched.adapter.record(verified, decide(verified))).toMatchObject({ type: 'ok' });
  });

  it('of a new version may be put off, and the old one is named', async () => {
    const launched = await launch('grace', 'sam-patel', { accepted: '2025-04' });
    expect((await standing(launched)).terms).toMatchObject({
      ...{ type: 'due', accepted: '2025-04', mayPutOff: true },
    });
    expect(await launched.adapter.recordTerms('put-off')).toEqual({ type: 'ok', value: true });
    expect((await standing(launched)).terms).toMatchObject({ type: 'put-off' });
    const verified = await launched.verified();
    const decided = decide(verified, { type: 'patient-agreed' }, { terms: '2025-04' });
    expect(await launched.adapter.record(verified, decided)).toMatchObject({ type: 'ok' });
  });
});

describe('a record opened again', () => {
  it('on a reload repeats the break glass, and is the same row of the log', async () => {
    const launched = await launch('daniel');
    const { verified, receipt } = await open(launched, broken);
    const again = await reopen(launched, 'same-launch');
    expect(again).toMatchObject({ type: 'ok', value: { basis: 'break-glass' } });
    if (again.type !== 'ok') return;
    expect(again.value.until).toBe(receipt.until);
    const log = await launched.adapter.log(verified.patient.ref, verified.clinician, receipt);
    const words = 'Unconscious or cannot communicate, and care is urgent';
    const row = { purpose: 'emergency', breakGlass: true, isYou: true, reopened: true };
    expect(log).toMatchObject({
      type: 'ok',
      value: [{ ...row, reason: { code: 'unconscious', text: words } }],
    });
  });

  it('on permission that stands for the encounter is a row of its own', async () => {
    const launched = await launch('grace', 'sam-patel', { encounter: 'enc-1' });
    const { verified, receipt } = await open(launched);
    launched.relaunch();
    expect((await standing(launched)).ownPermits).toMatchObject([
      { encounterId: 'enc-1', basis: { type: 'patient-agreed' }, consentId: receipt.consentId },
    ]);
    const again = await reopen(launched, 'same-encounter');
    expect(again).toMatchObject({ type: 'ok', value: { until: receipt.until } });
    const log = await launched.adapter.log(verified.patient.ref, verified.clinician, receipt);
    expect(log).toMatchObject({ type: 'ok', value: { length: 2 } });
  });

  it('never rests on a permission of another encounter', async () => {
    const launched = await launch('grace', 'sam-patel', { encounter: 'enc-1' });
    await open(launched);
    launched.relaunch({ encounter: 'enc-2' });
    expect((await standing(launched)).ownPermits).toEqual([]);
  });
});

describe('what opened the record', () => {
  it('is looked at again while it is open', async () => {
    const launched = await launch('grace');
    const { verified, receipt } = await open(launched);
    const again = () => launched.adapter.recheck(verified.patient.ref, receipt);
    expect(await again()).toEqual({ type: 'ok', value: 'holds' });
    await launched.adapter.end(receipt);
    expect(await again()).toEqual({ type: 'ok', value: 'ended' });
  });

  it('is revoked where the patient refuses in a later launch', async () => {
    const launched = await launch('grace', 'sam-patel', { encounter: 'enc-1' });
    const { receipt } = await open(launched);
    launched.relaunch();
    expect((await standing(launched)).ownPermits).toHaveLength(1);
    await launched.adapter.revoke(receipt.consentId);
    expect((await standing(launched)).ownPermits).toEqual([]);
  });
});

describe('telling the patient', () => {
  it('is open after a break glass has ended, until it is answered for good', async () => {
    const launched = await launch('daniel');
    expect((await standing(launched)).openItems).toEqual({ type: 'known', items: [] });
    const { receipt } = await open(launched, broken);
    await launched.adapter.end(receipt);
    const { consentId } = receipt;
    const item = { consentId, thisPatient: true };
    expect((await standing(launched)).openItems).toMatchObject({ items: [item] });
    const answer = { type: 'ok', value: true };
    expect(await launched.adapter.recordTold(consentId, 'not-yet-told')).toEqual(answer);
    expect((await standing(launched)).openItems).toMatchObject({ items: [item] });
    expect(await launched.adapter.recordTold(consentId, 'told')).toEqual(answer);
    expect((await standing(launched)).openItems).toEqual({ type: 'known', items: [] });
  });
});

describe('where policy opens more', () => {
  it('a restricted record is read without its location', async () => {
    const launched = await launch('leila', 'sam-patel', {
      policy: { restricted: 'open-without-location' },
    });
    const { verified, events } = await open(launched);
    expect(verified.patient).toMatchObject({ restricted: 'restricted', address: null });
    expect(events.at(-1)).toEqual({ type: 'finished' });
  });

  it('and stays shut in words where it does not', async () => {
    const launched = await launch('leila');
    const verified = await launched.verified();
    const { patient, clinician } = verified;
    const shut = { type: 'refused', reason: { type: 'restricted' } };
    expect(await launched.adapter.standing(patient.ref, clinician)).toEqual(shut);
    expect(await launched.adapter.record(verified, decide(verified))).toEqual(shut);
  });

  it('a formal death opens only to certify it', async () => {
    const launched = await launch('winifred', 'sam-patel', {
      policy: { deceased: 'certify', breakGlassReasons: ['other', 'certifying-death'] },
    });
    const verified = await launched.verified();
    expect(verified.patient.deceased).toMatchObject({ notice: 'formal' });
    const basis = { ...broken, reason: 'certifying-death' } as const;
    const { adapter } = launched;
    expect(await adapter.record(verified, decide(verified, basis))).toMatchObject({ type: 'ok' });
    const other = { ...broken, reason: 'other' } as const;
    expect(await adapter.record(verified, decide(verified, other))).toEqual({
      type: 'refused',
      reason: { type: 'deceased', notice: 'formal' },
    });
  });

  it('a duty in law has a purpose of its own all the way', async () => {
    const launched = await launch('daniel', 'sam-patel', {
      policy: { breakGlassReasons: ['required-by-statute'] },
    });
    const basis = { ...broken, reason: 'required-by-statute' } as const;
    const { verified, receipt } = await open(launched, basis);
    expect((await standing(launched)).ownPermits).toMatchObject([{ basis }]);
    const { patient, clinician } = verified;
    expect(await launched.adapter.log(patient.ref, clinician, receipt)).toMatchObject({
      value: [{ purpose: 'legal', breakGlass: true, reason: { code: 'required-by-statute' } }],
    });
  });
});

describe('the review feed', () => {
  it('shows a privacy officer how the record was opened, and of whom only a pseudonym', async () => {
    const launched = await launch('daniel');
    const { receipt, verified } = await open(launched, broken);
    await launched.adapter.end(receipt);
    await launched.adapter.recordTold(receipt.consentId, 'unsafe-to-tell');
    const reason = { type: 'patient-refused', stood: false } as const;
    const { session } = verified;
    await launched.adapter.reportRefusal({ reason, patient: verified.patient.ref, session });
    expect(await launched.adapter.review()).toMatchObject({ type: 'failed' });
    launched.relaunchAsOfficer();
    const review = await launched.adapter.review();
    const entries = review.type === 'ok' ? review.value : [];
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      ...['abandoned', 'break-glass', 'unsafe-to-tell'],
    ]);
    const opened = entries.find(({ kind }) => kind === 'break-glass');
    const { justification } = broken;
    expect(opened).toMatchObject({ justification, person: 'Dr Sam Patel', breakGlass: true });
    expect(new Set(entries.map(({ patient }) => patient)).size).toBe(1);
    expect(opened?.patient).toMatch(/^[\w-]{6,40}$/);
    expect(JSON.stringify(entries)).not.toMatch(/Whitlock|9990000026/);
  });
});
