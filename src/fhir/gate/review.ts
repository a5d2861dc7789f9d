/** The privacy officer's feed: how records were opened and refused (contract 2.5). */
import * as s from '../shape.ts';
import { newestFirst } from '../../domain/clinical-date.ts';
import type { ReviewEntry, ReviewKind } from '../../domain/review.ts';
import { ocs } from '../systems.ts';
import { shownText } from '../text.ts';
import { rowOf } from './access-log.ts';
import { auditEvent, eventsIn, isBreakGlass, outcomeOf, ownSubtypes } from './audit-event.ts';
import { reasonIn } from './audit-row.ts';
import { reference } from '../datatypes.ts';

/** Here alone details are read: the words of a justification are for the privacy team. */
const reviewedEvent = s.object({
  ...auditEvent.fields,
  entity: s.optional(
    s.array(
      s.object({
        what: s.optional(reference),
        detail: s.optional(
          s.array(s.object({ type: s.string, valueString: s.optional(s.string) })),
        ),
      }),
    ),
  ),
});
type ReviewedEvent = s.Infer<typeof reviewedEvent>;

export type ReviewReading =
  | { readonly type: 'review'; readonly entries: readonly ReviewEntry[] }
  | { readonly type: 'bad-answer' };

/**
 * @param pages searchsets of the host's AuditEvents
 * @returns newest first; `bad-answer` where any of them can not be read. Whoever the patient is,
 *   only their pseudonym is taken.
 */
export function reviewOf(pages: readonly unknown[]): ReviewReading {
  const events = eventsIn(reviewedEvent, pages);
  if (!events) return { type: 'bad-answer' };
  const entries: ReviewEntry[] = [];
  for (const event of events) {
    const row = rowOf(event);
    if (!row) return { type: 'bad-answer' };
    const kind = kindOf(event);
    if (kind === null) continue;
    const justification = justificationOf(event);
    entries.push({ ...row, kind, patient: pseudonymOf(event), justification });
  }
  return { type: 'review', entries: entries.sort((a, b) => newestFirst(a.recorded, b.recorded)) };
}

const toldKinds = ['told', 'not-yet-told', 'unsafe-to-tell'] as const;

/** Null for what has no place in a review, such as an opening with permission. */
function kindOf(event: ReviewedEvent): ReviewKind | null {
  const told = toldKinds.find((kind) => ownSubtypes(event).includes(kind));
  if (told) return told;
  switch (outcomeOf(event)) {
    case 'abandoned':
      return 'abandoned';
    case 'refused':
      return /^(own-record|namesake)/.test(reasonIn(event)?.code ?? '') ? 'own-record' : 'refused';
    case 'opened':
      return isBreakGlass(event) ? 'break-glass' : null;
  }
}

function pseudonymOf({ entity = [] }: ReviewedEvent): string | null {
  const found = entity.find(({ what }) => what?.identifier?.system === ocs.patientPseudonym);
  return shownText(found?.what?.identifier?.value, 40);
}

function justificationOf({ entity = [] }: ReviewedEvent): string | null {
  const details = entity.flatMap(({ detail }) => detail ?? []);
  const found = details.find(({ type }) => type === 'justification');
  return shownText(found?.valueString, 2000);
}
