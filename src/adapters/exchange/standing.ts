/** What holds before the question is asked, and whether it still does (contract 2.2). */
import type { AccessReceipt } from '../../domain/access.ts';
import type { PatientRef } from '../../domain/person.ts';
import { type Terms, termsStanding } from '../../domain/terms.ts';
import type { Standing } from '../../domain/trace.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import { hasPermit, isStillActive } from '../../fhir/gate/active-permits.ts';
import { openItems } from '../../fhir/gate/open-items.ts';
import { dissentIn, earlierOpenings } from '../../fhir/gate/standing.ts';
import { termsEvents } from '../../fhir/gate/terms-events.ts';
import type { RecheckVerdict } from '../../flow/event.ts';
import type { Outcome } from '../../flow/ports.ts';
import type { Asker } from '../../flow/state.ts';
import type { Pages } from './pages.ts';
import { reasonOf, refusedWith } from './refusal-reason.ts';
import type { Wire } from './request.ts';
import { accessPages, activeConsents, openItemPages, termsPages } from './searches.ts';

export type Asking = {
  readonly now: Date;
  readonly newId: () => string;
  readonly terms: Pick<Terms, 'url' | 'version' | 'putOffDays'>;
  /** Told of every own Consent that could be read, as it came. */
  readonly onPermit: (consentId: string, consent: object) => void;
};

/**
 * Four questions side by side. Without an answer about dissent or about the terms the gate stays
 * shut; earlier openings and open items may be "not known".
 */
export async function standing(
  wire: Wire,
  patient: PatientRef,
  { user, roles }: Asker,
  { now, newId, terms, onPermit }: Asking,
): Promise<Outcome<Standing>> {
  const search = () => ({ now, requestId: newId() });
  const [consents, log, accepted, overrides] = await Promise.all([
    activeConsents(wire, patient, newId()),
    accessPages(wire, patient, search()),
    termsPages(wire, terms.url, search()),
    openItemPages(wire, search()),
  ]);
  if (consents.type !== 'pages') return unread(consents, roles[0].text);
  if (accepted.type !== 'pages') return unread(accepted, roles[0].text);
  const own = user.identifier;
  const dissent = dissentIn(consents.pages, patient);
  if (dissent.type === 'bad-answer') return { type: 'failed', failure: consents.failure };
  // A log that is refused in words is the patient's record refused: dissent, protection, death.
  const shut = log.type === 'refused' && !dissent.dissent ? reasonOf(log.answer) : null;
  if (shut) return { type: 'refused', reason: shut };
  const events = termsEvents(accepted.pages, terms.url, own);
  if (events.type === 'bad-answer') return { type: 'failed', failure: accepted.failure };
  return {
    type: 'ok',
    value: {
      dissent: dissent.dissent,
      earlierOpenings: earlierOpenings(pagesOrNull(log), patient, own),
      terms: termsStanding(terms, events.events, now),
      ownPermits: await permits(consents.pages, patient, own, onPermit),
      openItems: openItems(pagesOrNull(overrides), patient),
    },
  };
}

/** Few launches have one to stand on, so what reads them is loaded then; else the question is asked. */
async function permits(
  pages: readonly unknown[],
  patient: PatientRef,
  own: RegisteredIdentifier,
  onPermit: Asking['onPermit'],
): Promise<Standing['ownPermits']> {
  if (!hasPermit(pages)) return [];
  const loaded = await import('../../fhir/gate/own-permits.ts').catch(() => null);
  return (loaded?.ownPermits(pages, patient, own) ?? []).map(({ permit, consent }) => {
    onPermit(permit.consentId, consent);
    return permit;
  });
}

function pagesOrNull(found: Pages): readonly unknown[] | null {
  return found.type === 'pages' ? found.pages : null;
}

/** A search that gave no pages: refused, with words or without, or failed. */
export function unread(found: Exclude<Pages, { type: 'pages' }>, roleText: string | null = null) {
  return found.type === 'failed' ? found : refusedWith(found.answer, roleText);
}

/**
 * Does what opened the record still hold? `ended` once its time is over by `now`, or once the
 * exchange does not hold it among the active Consents any more.
 */
export async function recheck(
  wire: Wire,
  patient: PatientRef,
  receipt: AccessReceipt,
  { now, newId }: Pick<Asking, 'now' | 'newId'>,
): Promise<Outcome<RecheckVerdict>> {
  if (receipt.until !== null && Date.parse(receipt.until) <= now.getTime()) return ok('ended');
  const consents = await activeConsents(wire, patient, newId());
  if (consents.type !== 'pages') return unread(consents);
  const reading = dissentIn(consents.pages, patient);
  if (reading.type === 'bad-answer') return { type: 'failed', failure: consents.failure };
  if (reading.dissent) return ok('dissent');
  return ok(isStillActive(consents.pages, patient, receipt.consentId) ? 'holds' : 'ended');
}

function ok(value: RecheckVerdict): Outcome<RecheckVerdict> {
  return { type: 'ok', value };
}
