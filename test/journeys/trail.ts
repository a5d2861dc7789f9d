/** The exchange's own audit trail, as its sandbox lets a tester read along. */
import { z } from 'zod';

const answerShape = z.object({
  events: z.array(
    z.object({
      seq: z.number(),
      type: z.string(),
      subtype: z.string(),
      outcome: z.string(),
      user: z.string(),
      patient: z.string(),
      detail: z.string(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** One row of the trail; `type` is e.g. `trace`, `opened`, `release`, `refused`. */
export type TrailRow = z.infer<typeof answerShape>['events'][number];

export type Trail = {
  /** What has been recorded since this trail was begun, oldest first. */
  readonly rows: () => Promise<readonly TrailRow[]>;
  /** The same, as kinds only. */
  readonly kinds: () => Promise<readonly string[]>;
};

/** Begins to watch one exchange: only what it records from now on counts. */
export async function watchTrail(exchangeOrigin: string): Promise<Trail> {
  const before = (await trailOf(exchangeOrigin)).at(-1)?.seq ?? 0;
  const rows = async () => (await trailOf(exchangeOrigin)).filter(({ seq }) => seq > before);
  return { rows, kinds: async () => (await rows()).map(({ type }) => type) };
}

/** The whole trail of one exchange, oldest first. */
export async function trailOf(exchangeOrigin: string): Promise<readonly TrailRow[]> {
  const response = await fetch(`${exchangeOrigin}/sandbox/audit`);
  return answerShape.parse(await response.json()).events;
}
