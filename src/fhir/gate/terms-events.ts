/** What the exchange holds of this user and the terms, and what it is told of them (contract 2.2). */
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { TermsEvent } from '../../domain/terms.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import { type AuditEvent, auditEvent, eventsIn, ownSubtypes, userOf } from './audit-event.ts';

export type TermsReading =
  | { readonly type: 'events'; readonly events: readonly TermsEvent[] }
  | { readonly type: 'bad-answer' };

const bad: TermsReading = { type: 'bad-answer' };
const versionShape = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * @param pages searchsets of the AuditEvents about these terms, any version of them
 * @param url canonical URL of the terms, without a version
 * @param own the user who is asking. The exchange sends only their own; an event that names
 *   somebody else is none of theirs, whatever it is doing here
 * @returns `bad-answer` where any event can not be read: what was accepted is then not known
 */
export function termsEvents(
  pages: readonly unknown[],
  url: string,
  own: RegisteredIdentifier,
): TermsReading {
  const found = eventsIn(auditEvent, pages);
  if (!found) return bad;
  const read = found
    .filter((event) => !isAnothers(event, own))
    .flatMap((event) => {
      const type = kindOf(event);
      return type === null ? [] : [{ type, event, version: versionOf(event, url) }];
    });
  const events = read.flatMap(({ type, event, version }) =>
    version !== null && parseClinicalDate(event.recorded)?.precision === 'time'
      ? [{ type, version, recordedAt: event.recorded }]
      : [],
  );
  return events.length < read.length ? bad : { type: 'events', events };
}

/** An acceptance from before there was a trail may name its user in words alone. */
function isAnothers(event: AuditEvent, own: RegisteredIdentifier): boolean {
  const held = userOf(event)?.who?.identifier;
  return held !== undefined && (held.system !== own.system || held.value !== own.value);
}

/** An opening names the terms it was made under as well, and is no acceptance of them. */
function kindOf(event: AuditEvent): TermsEvent['type'] | null {
  const own = ownSubtypes(event);
  if (own.includes('terms-accepted')) return 'accepted';
  return own.includes('terms-put-off') ? 'put-off' : null;
}

function versionOf(event: AuditEvent, url: string): string | null {
  const canonicals = (userOf(event)?.policy ?? []).filter((each) => each.startsWith(`${url}|`));
  const [version, another] = canonicals.map((each) => each.slice(url.length + 1));
  return version !== undefined && another === undefined && versionShape.test(version)
    ? version
    : null;
}
