/** FHIR Observation and DiagnosticReport → results. Nothing is computed: flags are the source's. */
import * as z from 'zod/mini';
import type { ResultFlag } from '../../domain/summary/item.ts';
import { type Concept, concept, parsed, period, reference } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf, wordsOf } from './codeable.ts';
import { annotations, dateOf, noteOf, whenOf } from './dates.ts';
import {
  type Context,
  enteredInError,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { quantity, range, rangeText } from './quantity.ts';
import { isStatus } from './status.ts';
import { value, valueText } from './value.ts';

const referenceRange = z.object({
  low: z.optional(quantity),
  high: z.optional(quantity),
  text: z.optional(z.string()),
  appliesTo: z.optional(z.array(concept)),
  age: z.optional(range),
  type: z.optional(concept),
});

const measured = {
  ...value,
  code: concept,
  interpretation: z.optional(z.array(concept)),
  referenceRange: z.optional(z.array(referenceRange)),
};

const observation = z.object({
  ...measured,
  status: z.string(),
  effectiveDateTime: z.optional(z.string()),
  effectiveInstant: z.optional(z.string()),
  effectivePeriod: z.optional(period),
  effectiveTiming: z.optional(z.unknown()),
  issued: z.optional(z.string()),
  note: annotations,
  bodySite: z.optional(concept),
  method: z.optional(concept),
  component: z.optional(z.array(z.object(measured))),
  hasMember: z.optional(z.array(reference)),
});
type Observation = z.infer<typeof observation>;

export function result(resource: unknown, context: Context): Mapped {
  const found = parsed(observation, resource);
  const title = titleOf(found?.code);
  if (!found || title === null) return malformed('Result');
  if (found.status === 'entered-in-error') return enteredInError('Result');
  if (!isStatus('Observation', found.status)) return notUnderstood('Result');
  const absent = absentFact(found.code, title);
  if (absent) return absent;
  const values = [valueText(found), ...(found.component ?? []).map(componentText)];
  if (values.includes(undefined)) return notUnderstood(title);
  const when = whenOf({
    dateTime: found.effectiveDateTime,
    instant: found.effectiveInstant,
    start: found.effectivePeriod?.start,
  });
  const parts = [found, ...(found.component ?? [])];
  return item({
    kind: 'result',
    measure: null,
    parts: [],
    panel: null,
    key: context.key,
    source: context.source,
    ...context.origin,
    author: null,
    title,
    date: when.date,
    recorded: dateOf(found.issued),
    codes: codesOf(found.code),
    value: joined(values, ', '),
    range: joined(parts.map(rangesText), '; '),
    flag: flagOf(parts.flatMap(({ interpretation }) => interpretation ?? [])),
    status: statusText(found.status),
    note: noteOf([when.words, panelText(found)], found.note, sites(found)),
  });
}

const report = z.object({
  status: z.string(),
  code: concept,
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: z.optional(period),
  issued: z.optional(z.string()),
  conclusion: z.optional(z.string()),
  conclusionCode: z.optional(z.array(concept)),
  result: z.optional(z.array(reference)),
  presentedForm: z.optional(z.array(z.unknown())),
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
  const grouping = conclusion === null && status === null && !attached;
  if (grouping && (found.result ?? []).length > 0) return null;
  const when = whenOf({
    dateTime: found.effectiveDateTime,
    start: found.effectivePeriod?.start,
  });
  return item({
    kind: 'result',
    measure: null,
    parts: [],
    panel: null,
    key: context.key,
    source: context.source,
    ...context.origin,
    author: null,
    title,
    date: when.date,
    recorded: dateOf(found.issued),
    codes: codesOf(found.code),
    value: conclusion,
    range: null,
    flag: null,
    status,
    note: noteOf([when.words, attached ? 'The full report is held by the source' : null], []),
  });
}

/** `Systolic blood pressure 182 mmHg`; undefined where its value is not understood. */
function componentText(part: z.infer<z.ZodMiniObject<typeof measured>>): string | null | undefined {
  const text = valueText(part);
  if (text === undefined || text === null) return text;
  return `${titleOf(part.code) ?? 'Part not named'} ${text}`;
}

/** Each source's own range in its own words, with whom it is for. */
function rangesText(part: { referenceRange?: z.infer<typeof referenceRange>[] | undefined }) {
  const ranges = (part.referenceRange ?? []).map((each) => {
    const limits = shownText(each.text) ?? rangeText(each);
    const age = each.age ? rangeText(each.age) : null;
    const meant = joined([wordsOf(each.type), ...(each.appliesTo ?? []).map(titleOf), age], ', ');
    return limits !== null && meant !== null ? `${limits} (${meant})` : limits;
  });
  return joined(ranges, '; ');
}

/** v3-ObservationInterpretation, for flags sent as bare letters. */
const flags = new Map([
  ['H', 'High'],
  ['L', 'Low'],
  ['HH', 'Critically high'],
  ['LL', 'Critically low'],
  ['HU', 'Significantly high'],
  ['LU', 'Significantly low'],
  ['N', 'Normal'],
  ['A', 'Abnormal'],
  ['AA', 'Critically abnormal'],
  ['POS', 'Positive'],
  ['NEG', 'Negative'],
  ['R', 'Resistant'],
  ['S', 'Susceptible'],
  ['I', 'Intermediate'],
]);

function flagCode(concept: Concept): string {
  return concept.coding?.find((one) => one.code !== undefined)?.code ?? '';
}

function flagOf(found: readonly Concept[]): ResultFlag | null {
  const said = found.map((each) => wordsOf(each) ?? flags.get(flagCode(each)) ?? titleOf(each));
  const words = joined(said, ', ');
  if (words === null) return null;
  return { words, normal: found.every((each) => flagCode(each) === 'N') };
}

/** Final goes without saying; provisional, corrected and cancelled never do. */
function statusText(status: string): string | null {
  return status === 'final' ? null : sentence(status);
}

function panelText(found: Observation): string | null {
  const parts = found.hasMember?.length ?? 0;
  return parts === 0 ? null : `Panel of ${parts}; each is listed on its own`;
}

function sites({ bodySite }: Observation): Concept[] {
  return bodySite ? [bodySite] : [];
}
