/** FHIR Flag and DetectedIssue → alert, safeguarding or need. */
import * as s from '../shape.ts';
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { someConcepts, somePeriod, someReference } from './lenient.ts';
import { someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, namesOf } from './people.ts';
import { needRole } from './plan-words.ts';
import { standingOf } from './standing.ts';

const flagResource = s.object({
  status: s.optional(s.string),
  category: someConcepts,
  code: concept,
  period: somePeriod,
  author: someReference,
});

export function flag(resource: unknown, context: Context): Mapped {
  const found = parsed(flagResource, resource);
  const title = titleOf(found?.code);
  if (!found || title === null) return malformed('Alert');
  const standing = standingOf('Flag', found.status);
  if (standing === null) return notUnderstood('Alert');
  if (standing === 'entered-in-error') return enteredInError('Alert');
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(found.code),
    role: context.kind === 'need' ? needRole(title) : null,
    date: dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    author: authorOf([found.author], context),
    details: details(['Category', wordsOfAll(found.category)]),
  });
}

const detectedIssue = s.object({
  status: s.optional(s.string),
  code: s.optional(concept),
  severity: s.lenient(s.string),
  identifiedDateTime: someWords,
  identifiedPeriod: somePeriod,
  author: someReference,
  detail: s.optional(s.string),
  implicated: someReferences,
  evidence: s.lenient(s.array(s.object({ code: someConcepts }))),
  mitigation: s.lenient(s.array(s.object({ action: s.lenient(concept) }))),
});

/** What another system worked out. It is shown as that system's word, with nothing added. */
export function issue(resource: unknown, context: Context): Mapped {
  const found = parsed(detectedIssue, resource);
  if (!found) return malformed('Alert');
  const evidence = (found.evidence ?? []).flatMap(({ code }) => code ?? []);
  const about = namesOf(found.implicated, context);
  const named = titleOf(found.code) ?? shownText(found.detail) ?? wordsOfAll(evidence);
  const title = named ?? 'Issue, kind not stated';
  const standing = standingOf('DetectedIssue', found.status);
  if (standing === null) return notUnderstood('Alert');
  if (standing === 'entered-in-error') return enteredInError('Alert');
  const { severity } = found;
  const detail = shownText(found.detail, 1000);
  const actions = joined(
    (found.mitigation ?? []).map(({ action }) => titleOf(action)),
    '; ',
  );
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(found.code),
    value: detail === title ? null : detail,
    date: dateOf(found.identifiedDateTime ?? found.identifiedPeriod?.start),
    author: authorOf([found.author], context),
    details: details(
      ['Severity', severity === undefined ? null : (severities.get(severity) ?? null)],
      ['About', about],
      ['Done about it', actions],
    ),
  });
}

const severities = new Map([
  ['high', 'High'],
  ['moderate', 'Moderate'],
  ['low', 'Low'],
]);
