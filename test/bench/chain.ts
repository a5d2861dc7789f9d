/** Which requests were waited for one after another, from a log of all of them. */
import type { Hop } from './network-log.ts';

export type Link = {
  readonly hop: Hop;
  /** The browser asked first whether it may: a round trip of its own. */
  readonly hasPreflight: boolean;
};

/**
 * Walks back from the request that ended last: each is thought to have waited for whichever ended
 * last before it began. Oldest first. What was answered from the cache took no trip.
 */
export function criticalChain(hops: readonly Hop[]): readonly Link[] {
  const requests = hops.filter(({ isPreflight }) => !isPreflight);
  const chain: Link[] = [];
  let before = Infinity;
  for (;;) {
    const hop = lastEnded(requests, before);
    if (hop === undefined) return chain;
    chain.unshift({ hop, hasPreflight: hops.some((each) => isPreflightOf(each, hop)) });
    before = hop.startedAt;
  }
}

function lastEnded(hops: readonly Hop[], before: number): Hop | undefined {
  let last: Hop | undefined;
  for (const hop of hops) {
    const { startedAt, endedAt } = hop;
    // What takes no time, such as what the page has cached, is waited for by nobody.
    if (endedAt === undefined || endedAt > before || startedAt >= before) continue;
    if (last?.endedAt === undefined || endedAt > last.endedAt) last = hop;
  }
  return last;
}

function isPreflightOf(preflight: Hop, { url, startedAt, endedAt = Infinity }: Hop): boolean {
  return (
    preflight.isPreflight &&
    preflight.url === url &&
    preflight.startedAt >= startedAt &&
    preflight.startedAt <= endedAt
  );
}

/** `GET exchange /fhir/metadata`: no query, no number of a person, no hash of a file. */
export function inWords(
  { hop, hasPreflight }: Link,
  origins: Readonly<Record<string, string>>,
): string {
  const { origin, pathname } = new URL(hop.url);
  const path = pathname
    .replace(/[\da-f]{8}-[\da-f-]{27}/g, '{id}')
    .replace(
      /\/(Patient|Practitioner|PractitionerRole|Organization|Encounter)\/(?!_)[^/]+/g,
      '/$1/{id}',
    )
    .replace(/\d{10}/g, '{number}')
    .replace(/-[\w-]{8}(?=\.\w+$)/, '');
  const preflight = hasPreflight ? ' (with a preflight)' : '';
  return `${hop.method} ${origins[origin] ?? 'elsewhere'} ${path}${preflight}`;
}
