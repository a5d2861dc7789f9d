import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { DocumentReading } from '../../src/domain/summary/document-content.ts';
import type { State } from '../../src/flow/state.ts';
import { letter } from './alphabet.ts';
import { receipt } from './people.ts';
import { asks, decided, failure, after, happen, story, toGate } from './story.ts';

const file = { item: letter.key, file: 0 };
const part = { source: 'OUH', items: [letter], unshown: [], gaps: [], texts: [] };
const reading: DocumentReading = { type: 'content', content: { type: 'text', text: 'Dear Sam,' } };
const other: DocumentReading = { type: 'content', content: { type: 'text', text: 'Dear Jo,' } };

const toSummary: readonly Happening[] = [
  ...toGate,
  decided,
  story.recorded,
  { type: 'part-arrived', attempt: 1, part },
];
const asked = { type: 'document-asked', ...file } as const;
const read = { type: 'document-read', ...file, reading } as const;
const closed = { type: 'document-closed' } as const;

const open = after(...toSummary)[0];
const documentOf = (state: State) => (state.step === 'showing' ? state.document : 'no record');

describe('a letter', () => {
  it('is asked for with the receipt of the opening, and shown once it came', () => {
    const step = happen(open, asked);
    const [attachment] = letter.attachments;
    expect(step[1]).toEqual([{ type: 'read-document', ...file, attachment, receipt }]);
    expect(documentOf(step[0])).toEqual({ ...file, type: 'loading' });
    expect(documentOf(happen(step[0], read)[0])).toEqual({ ...file, type: 'read', reading });
  });

  it('is only one that the summary lists', () => {
    for (const unlisted of [
      { ...asked, item: 'another-letter' },
      { ...asked, file: 1 },
      { ...asked, file: -1 },
    ]) {
      expect(happen(open, unlisted)).toEqual([open, []]);
    }
  });

  it('that was closed is not shown when it comes late', () => {
    const [left] = happen(happen(open, asked)[0], closed);
    expect(documentOf(left)).toBeNull();
    expect(happen(left, read)).toEqual([left, []]);
    expect(happen(left, { type: 'document-failed', ...file, failure })).toEqual([left, []]);
  });

  it('does not come in the place of another one', () => {
    const [waiting] = happen(open, asked);
    expect(happen(waiting, { ...read, item: 'another-letter', reading: other })).toEqual([
      ...[waiting, []],
    ]);
    const [shown] = happen(waiting, read);
    expect(happen(shown, { ...read, reading: other })).toEqual([shown, []]);
  });

  it('of another launch changes nothing', () => {
    const [waiting] = happen(open, asked);
    expect(happen(waiting, read, 'another-launch')).toEqual([waiting, []]);
  });

  it('that failed may be asked for again', () => {
    const [failed] = happen(happen(open, asked)[0], { type: 'document-failed', ...file, failure });
    expect(documentOf(failed)).toEqual({ ...file, type: 'failed', failure });
    expect(asks(happen(failed, asked))).toEqual(['read-document']);
  });

  it.each<[string, Happening]>([
    ['dissent', { type: 'refused', reason: { type: 'dissent' } }],
    ['the end of the access', { type: 'rechecked', verdict: 'ended' }],
    ['its user', { type: 'ended-by-user' }],
  ])('is gone with the record, closed by %s', (_, what) => {
    const [shown] = happen(happen(open, asked)[0], read);
    const [left] = happen(shown, what);
    expect(JSON.stringify(left)).not.toMatch(/Dear Sam|letter-1/);
    expect(happen(left, read)).toEqual([left, []]);
  });

  it('can not be had before the record is open', () => {
    const [gate] = after(...toGate);
    expect(happen(gate, asked)).toEqual([gate, []]);
  });
});
