/** A Bundle of type history: each version of each resource, and what was deleted. */
import { describe, expect, it } from 'vitest';
import { bundle, patient, titles, told } from './documents.ts';
import { subject } from './sample.ts';

const base = 'https://fhir.example.org/r4';

function version(id: string, text: string, meta: object = {}) {
  const resource = { resourceType: 'Condition', id, meta, subject, code: { text } };
  return { fullUrl: `${base}/Condition/${id}`, resource, request: { method: 'PUT' } };
}

function deletion(id: string, lastModified?: string) {
  const request = { method: 'DELETE', url: `Condition/${id}` };
  return { fullUrl: `${base}/Condition/${id}`, request, response: { lastModified } };
}

const day = (at: number) => ({ lastUpdated: `2026-03-0${at}T10:00:00Z` });
const history = (...entry: readonly unknown[]) =>
  told(bundle([patient, ...entry], { type: 'history' }));

describe('of several versions of one thing', () => {
  it.each([
    ['newest first', [version('c', 'New', day(2)), version('c', 'Old', day(1))]],
    ['oldest first', [version('c', 'Old', day(1)), version('c', 'New', day(2))]],
    [
      'by number alone',
      [version('c', 'Old', { versionId: '9' }), version('c', 'New', { versionId: '10' })],
    ],
  ])('only the newest counts: %s', (_, entry) => {
    const { items, unshown } = history(...entry);
    expect(titles(items)).toEqual(['New']);
    expect(unshown).toEqual([]);
  });

  it('the first counts where nobody says which is newer, and the other is counted', () => {
    const { items, unshown } = history(version('c', 'New'), version('c', 'Old'));
    expect(titles(items)).toEqual(['New']);
    expect(unshown).toMatchObject([{ what: 'In no section: condition' }]);
  });
});

describe('what was deleted', () => {
  const old = version('c', 'Gone', day(1));

  it.each([
    ['listed before its versions', [deletion('c'), old]],
    ['with a date, listed after them', [old, deletion('c', '2026-03-02T10:00:00Z')]],
    ['by its relative address alone', [{ request: deletion('c').request }, old]],
    ['with its last version beside it', [{ ...old, request: deletion('c').request }]],
  ])('is not shown: %s', (_, entry) => {
    const { items, types } = history(...entry, version('d', 'Kept'));
    expect(types).toEqual(['report', 'part', 'finished']);
    expect(titles(items)).toEqual(['Kept']);
  });

  it('and made again is shown', () => {
    const again = version('c', 'Again', day(3));
    const { items } = history(again, deletion('c', '2026-03-02T10:00:00Z'), old);
    expect(titles(items)).toEqual(['Again']);
  });

  it('of another server is another thing', () => {
    const elsewhere = { request: { method: 'DELETE', url: 'https://other.test/Condition/c' } };
    expect(titles(history(elsewhere, old).items)).toEqual(['Gone']);
  });

  it('still closes the record where it was about somebody else', () => {
    const theirs = { ...old.resource, subject: { reference: 'Patient/somebody-else' } };
    const entry = { ...old, resource: theirs, request: deletion('c').request };
    expect(history(entry).types).toEqual(['wrong-patient']);
  });
});
