/** The terms of use, as the sandbox's exchange needs to know them; the app's settings hold them. */
import { z } from 'zod';
import type { EarlierAcceptance, TermsInForce } from './exchange/options.ts';
import type { SandboxUser } from './scenarios/types.ts';

const settings = z.object({
  terms: z
    .object({ url: z.string(), version: z.string(), putOffDays: z.number() })
    .transform(({ url, version, putOffDays }) => ({ url, version, putOffDays }))
    .optional(),
});

/** What `smart-config.json` says of the terms in force: null where it has none to accept. */
export function termsInForce(config: unknown): TermsInForce | null {
  return settings.parse(config).terms ?? null;
}

const earlierVersion = '2025-04';

/** When those of the stories accepted: before the day on which they are told. */
const accepted = { 'in-force': '2026-11-02T08:00:00.000Z', earlier: '2025-04-07T08:00:00.000Z' };

/**
 * The acceptances the stories begin with, each at the user's own host.
 * @param now an acceptance is never in the future, however a machine's clock stands
 */
export function earlierAcceptances(
  users: readonly SandboxUser[],
  terms: TermsInForce,
  now: Date,
): readonly EarlierAcceptance[] {
  return users.flatMap(({ host, name, practitioner, acceptedTerms }) => {
    if (acceptedTerms === undefined || practitioner.id === undefined) return [];
    const recorded = [accepted[acceptedTerms], now.toISOString()].sort()[0] ?? now.toISOString();
    const version = acceptedTerms === 'earlier' ? earlierVersion : terms.version;
    return [{ hostKey: host, sub: practitioner.id, name, version, recorded }];
  });
}
