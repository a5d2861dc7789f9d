import { describe, expect, it } from 'vitest';
import type { AccessLogEntry } from '../../../src/domain/access-log.ts';
import { isNewSince, lastOpenedBy, openedFor } from '../../../src/domain/summary/new-since.ts';
import { on } from '../../ui/fixtures.ts';
import { problem } from '../../ui/items.ts';

const entry = (recorded: string, part: Partial<AccessLogEntry> = {}): AccessLogEntry => ({
  id: recorded,
  recorded: on(recorded),
  person: 'Dr Amina Mensah',
  role: 'Emergency registrar',
  organisation: 'Oxford University Hospitals',
  organisationCode: 'RTH',
  outcome: 'opened',
  breakGlass: false,
  purpose: 'direct-care',
  reason: null,
  reopened: false,
  printed: false,
  isYou: false,
  ...part,
});
const hospital = { odsCode: 'RTH', name: 'Oxford University Hospitals' };
const openedAt = on('2026-11-22T15:42:00Z');
const last = (entries: readonly AccessLogEntry[], organisation = hospital) =>
  lastOpenedBy(entries, organisation, openedAt)?.iso ?? null;

describe('when this organisation last opened the record', () => {
  it('is the newest opening before this one', () => {
    const entries = [
      entry('2026-11-22T15:42:00Z'),
      entry('2026-10-02T08:00:00Z'),
      entry('2026-11-20T08:00:00Z'),
    ];
    expect(last(entries)).toBe('2026-11-20T08:00:00Z');
    expect(last([])).toBeNull();
  });

  it('counts nobody who was refused or gave up', () => {
    const refused = entry('2026-11-21T08:00:00Z', { outcome: 'refused' });
    expect(last([refused, entry('2026-11-20T08:00:00Z', { outcome: 'abandoned' })])).toBeNull();
  });

  it('goes by the code before the name', () => {
    const renamed = entry('2026-11-20T08:00:00Z', { organisation: 'OUH NHS Trust' });
    const namesake = entry('2026-11-21T08:00:00Z', { organisationCode: 'RXX' });
    expect(last([renamed, namesake])).toBe('2026-11-20T08:00:00Z');
  });

  it('goes by the name where a code is missing, and by nothing where both are', () => {
    const uncoded = entry('2026-11-20T08:00:00Z', { organisationCode: null });
    expect(last([uncoded])).toBe('2026-11-20T08:00:00Z');
    const unnamed = { ...uncoded, organisation: null };
    expect(last([unnamed])).toBeNull();
    expect(lastOpenedBy([unnamed], { odsCode: null, name: null }, openedAt)).toBeNull();
  });
});

describe('whom this launch was opened for', () => {
  const own = (recorded: string, part: Partial<AccessLogEntry> = {}) =>
    entry(recorded, { isYou: true, ...part });
  const trust = { organisation: 'Oxford Health', organisationCode: 'RNU' };
  const openedForWhom = (...entries: readonly AccessLogEntry[]) => openedFor(entries, openedAt);

  it('is in the user’s own row of this opening', () => {
    const others = entry('2026-11-22T15:43:00Z');
    expect(openedForWhom(others, own('2026-11-22T15:42:00Z', trust))).toEqual({
      ...{ odsCode: 'RNU', name: 'Oxford Health' },
    });
  });

  it('is not in a row of an earlier launch, which may have been in another role', () => {
    expect(openedForWhom(own('2026-11-22T15:41:59Z', trust))).toBeNull();
  });

  it('is in no row that was refused, or that names nobody', () => {
    const unnamed = { organisation: null, organisationCode: null };
    expect(openedForWhom(own('2026-11-22T15:42:00Z', { outcome: 'refused' }))).toBeNull();
    expect(openedForWhom(own('2026-11-22T15:42:00Z', unnamed))).toBeNull();
  });
});

describe('what is new', () => {
  const since = on('2026-11-20T08:00:00Z');
  const isNew = (recorded: string | null, updated: string | null = null, date = '2001') =>
    isNewSince(
      problem('Asthma', {
        recorded: recorded === null ? null : on(recorded),
        updated: updated === null ? null : on(updated),
        date: on(date),
      }),
      since,
    );

  it('is what was recorded after it', () => {
    expect(isNew('2026-11-20T08:00:01Z')).toBe(true);
    expect(isNew('2026-11-20T08:00:00Z')).toBe(false);
    expect(isNew('2026-11-20T08:30:00+01:00')).toBe(false);
  });

  it('of that very day may be new, where no time is known', () => {
    expect(isNew('2026-11-20')).toBe(true);
    expect(isNew('2026-11-19')).toBe(false);
    expect(isNew('2026-11')).toBe(false);
    expect(isNew('2026-12')).toBe(true);
  });

  it('is known by its change, and failing that by its date, where nobody recorded when', () => {
    expect(isNew(null, '2026-11-21T00:00:00Z')).toBe(true);
    expect(isNew(null, null, '2026-11-21')).toBe(true);
    expect(isNew('2026-11-01', '2026-11-21T00:00:00Z')).toBe(false);
    expect(isNewSince(problem('Asthma', { date: null }), since)).toBe(false);
  });
});
