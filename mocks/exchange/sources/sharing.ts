/** Consent to share, asked live of the registered practice (domain.md 3): never remembered. */
import { z } from 'zod';
import type { SourceKey } from '../../scenarios/types.ts';
import type { Person } from '../demographics.ts';
import type { Source } from './source.ts';

const answerShape = z.object({ sharing: z.enum(['dissent', 'assent', 'not-recorded']) });
const deadlineMs = 3000;

export type Sources = ReadonlyMap<SourceKey, Source>;

/** `unknown`: the practice's register did not answer, which shuts the record. */
export type Sharing = 'dissent' | 'no-dissent' | 'unknown';

/** Asks the registered practice's register. A person without a practice there has no dissent. */
export async function askSharing(
  sources: Sources,
  person: Person,
  signal?: AbortSignal,
): Promise<Sharing> {
  const practice = person.practice === null ? undefined : sources.get(person.practice);
  if (practice === undefined) return 'no-dissent';
  const timeout = AbortSignal.timeout(deadlineMs);
  try {
    const response = await practice.fetch(
      new Request(`http://${practice.profile.key}.sources.invalid/sharing`, {
        method: 'POST',
        body: JSON.stringify({ nhsNumber: person.current }),
        headers: { 'content-type': 'application/json' },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      }),
    );
    if (!response.ok) return 'unknown';
    const { sharing } = answerShape.parse(await response.json());
    return sharing === 'dissent' ? 'dissent' : 'no-dissent';
  } catch {
    return 'unknown';
  }
}
