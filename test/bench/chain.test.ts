import { describe, expect, it } from 'vitest';
import { criticalChain, inWords } from './chain.ts';
import type { Hop } from './network-log.ts';

const hop = (path: string, startedAt: number, endedAt?: number, isPreflight = false): Hop => ({
  ...{ method: 'GET', url: `http://127.0.0.1:4001${path}`, startedAt, isPreflight },
  ...(endedAt === undefined ? {} : { endedAt }),
});
const paths = (hops: readonly Hop[]) =>
  criticalChain(hops).map(({ hop: { url }, hasPreflight }) => [
    new URL(url).pathname,
    hasPreflight,
  ]);

describe('the chain of requests that were waited for', () => {
  it('leaves out what went on beside a longer one', () => {
    const page = hop('/page', 0, 1);
    const quick = hop('/quick', 1.1, 1.5);
    const slow = hop('/slow', 1.1, 2);
    const last = hop('/last', 2.1, 3);
    expect(paths([last, quick, page, slow])).toEqual([
      ['/page', false],
      ['/slow', false],
      ['/last', false],
    ]);
  });

  it('counts a preflight as a round trip within its own request', () => {
    const hops = [hop('/page', 0, 1), hop('/data', 1.1, 3), hop('/data', 1.1, 2, true)];
    expect(paths(hops)).toEqual([
      ['/page', false],
      ['/data', true],
    ]);
  });

  it('waits for nothing that has not ended', () => {
    expect(paths([hop('/page', 0, 1), hop('/stream', 1.1)])).toEqual([['/page', false]]);
  });

  it('is none of no requests', () => {
    expect(criticalChain([])).toEqual([]);
  });
});

describe('a request in words', () => {
  it('names no person and no version', () => {
    const link = (path: string) => ({ hop: hop(path, 0, 1), hasPreflight: true }) as const;
    const said = (path: string) => inWords(link(path), { 'http://127.0.0.1:4001': 'app' });
    expect(said('/assets/index-DXFZfViT.js')).toBe('GET app /assets/index.js (with a preflight)');
    expect(said('/fhir/Patient/pat-1d60c2?identifier=9990000166')).toBe(
      'GET app /fhir/Patient/{id} (with a preflight)',
    );
    expect(said('/of/9990000166')).toBe('GET app /of/{number} (with a preflight)');
  });
});
