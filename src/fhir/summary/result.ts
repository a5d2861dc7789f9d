/** FHIR Observation and DiagnosticReport → results and vital signs. */
import * as s from '../shape.ts';
import { type Concept, concept, concepts, type Reference, references } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { attachment, attachmentsOf } from './attachments.ts';
import { codesOf, sentence, titleOf } from './codeable.ts';
import { annotations, dateOf, noteOf, whenOf } from './dates.ts';
import { entry } from './entry.ts';
import { someConcept, somePeriod, someReferences, someWords } from './lenient.ts';
import {
  type Context,
  enteredInError,
  identityOf,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import {
  flagOf,
  measured,
  measureIn,
  partsOf,
  partText,
  pressureText,
  rangesText,
} from './measured.ts';
import { authorOf, namesOf } from './people.ts';
import { statement } from './stated.ts';
import { isStatus } from './status.ts';
import { valueText } from './value.ts';

const observationResource = s.object({
  ...measured,
  status: s.string,
  effectiveDateTime: s.optional(s.string),
  effectiveInstant: s.optional(s.string),
  effectivePeriod: somePeriod,
  issued: someWords,
  performer: someReferences,
  note: annotations,
  bodySite: someConcept,
  method: someConcept,
  component: s.optional(s.array(s.object(measured))),
  hasMember: s.lenient(references),
});
export type Observation = s.Infer<typeof observationResource>;

/** Shown as a result, as a vital sign, or as what it states, by where it belongs. */
export function observation(resource: unknown, context: Context): Mapped {
  const what = context.kind === 'vital' ? 'Measurement' : 'Result';
  const found = parsed(observationResource, resource);
  if (!found) return malformed(what);
  const title = titleOf(found.code);
  if (found.status === 'entered-in-error') return enteredInError(what);
  if (!isStatus('Observation', found.status)) return notUnderstood(what);
  const absent = absentFact(found.code, title ?? what);
  if (absent) return absent;
  if (title === null) return malformed(what);
  const own = valueText(found);
  const parts = partsOf(found.component ?? []);
  if (own === undefined || parts === undefined) return notUnderstood(title);
  const when = whenOf({
    dateTime: found.effectiveDateTime,
    instant: found.effectiveInstant,
    start: found.effectivePeriod?.start,
  });
  const common = {
    title,
    date: when.date,
    recorded: dateOf(found.issued),
    codes: codesOf(found.code),
    author: namesOf(found.performer, context),
    value:
      (own === null ? pressureText(parts) : null) ?? joined([own, ...parts.map(partText)], ', '),
    note: noteOf([context.doubt, when.words, panelText(found, context)], found.note, sites(found)),
  };
  const { kind } = context;
  if (kind !== 'result' && kind !== 'vital') return statement(found, common, context);
  const ranges = [rangesText(found), ...parts.map(({ range }) => range)];
  const flags = [found, ...(found.component ?? [])];
  return item({
    ...common,
    ...identityOf(context),
    kind,
    measure: measureIn(found),
    parts,
    panel: context.panel,
    attachments: [],
    range: joined(ranges, '; '),
    flag: flagOf(flags.flatMap(({ interpretation }) => interpretation ?? [])),
    status: statusText(found.status),
  });
}

const report = s.object({
  status: s.string,
  code: concept,
  effectiveDateTime: s.optional(s.string),
  effectivePeriod: somePeriod,
  issued: someWords,
  performer: someReferences,
  resultsInterpreter: someReferences,
  conclusion: s.optional(s.string),
  conclusionCode: s.optional(concepts),
  result: s.lenient(references),
  presentedForm: s.lenient(s.array(s.lenient(attachment))),
});

/**
 * A report that only groups final results is its results; its own line is for what it says itself.
 * @returns null for such a grouping
 */
export function diagnosticReport(resource: unknown, context: Context): Mapped | null {
  const found = parsed(report, resource);
  const title = titleOf(found?.code);
  if (!found || title === null) return malformed('Report');
  if (found.status === 'entered-in-error') return enteredInError('Report');
  if (!isStatus('DiagnosticReport', found.status)) return notUnderstood('Report');
  const concluded = [
    shownText(found.conclusion, 2000),
    ...(found.conclusionCode ?? []).map(titleOf),
  ];
  const conclusion = joined(concluded, '; ');
  const status = statusText(found.status);
  const attached = (found.presentedForm ?? []).length > 0;
  const notSent = unsentText(found.result, 'results of this report', context);
  const grouping = conclusion === null && status === null && !attached && notSent === null;
  if (grouping && (found.result ?? []).length > 0) return null;
  const when = whenOf({
    dateTime: found.effectiveDateTime,
    start: found.effectivePeriod?.start,
  });
  const note = noteOf([context.doubt, when.words, notSent, unopenedText(found)], []);
  const people = [...(found.performer ?? []), ...(found.resultsInterpreter ?? [])];
  const common = {
    title,
    date: when.date,
    recorded: dateOf(found.issued),
    codes: codesOf(found.code),
    author: authorOf(people, context),
    value: conclusion,
    status,
    note,
    attachments: attachmentsOf(found.presentedForm ?? []),
  };
  if (context.kind !== 'result') return entry(context, common);
  return item({
    ...common,
    ...identityOf(context),
    kind: 'result',
    measure: null,
    parts: [],
    panel: context.panel,
    range: null,
    flag: null,
  });
}

/** A form that leads to no file is said to be with the source. */
function unopenedText({ presentedForm = [] }: s.Infer<typeof report>): string | null {
  const files = attachmentsOf(presentedForm).length;
  return files < presentedForm.length ? 'The full report is held by the source' : null;
}

/** Final goes without saying; provisional, corrected and cancelled never do. */
function statusText(status: string): string | null {
  return status === 'final' ? null : sentence(status);
}

function panelText({ hasMember }: Observation, context: Context): string | null {
  const parts = hasMember?.length ?? 0;
  if (parts === 0) return null;
  const unsent = unsentText(hasMember, 'parts of this panel', context);
  return unsent ?? `Panel of ${parts}; each is listed on its own`;
}

/** What a report groups may not have come with it: then that is said, never passed over. */
function unsentText(
  members: readonly Reference[] | undefined,
  what: string,
  { find }: Context,
): string | null {
  const all = members ?? [];
  const unsent = all.filter((each) => typeOf(find(each)) === null).length;
  if (unsent === 0) return null;
  return unsent === all.length
    ? `The ${what} were not sent`
    : `${unsent} of the ${all.length} ${what} were not sent`;
}

function sites({ bodySite }: Observation): Concept[] {
  return bodySite ? [bodySite] : [];
}
