/** FHIR Procedure → procedure; FHIR DeviceUseStatement and Device → device. */
import * as s from '../shape.ts';
import { concept, reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf, whenOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { conditionName } from './encounter.ts';
import { someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, nameOf, namesOf } from './people.ts';
import { standingOf } from './standing.ts';

const procedureResource = s.object({
  status: s.optional(s.string),
  statusReason: someConcept,
  code: s.optional(concept),
  performedDateTime: someWords,
  performedPeriod: somePeriod,
  performedString: someWords,
  recorder: someReference,
  asserter: someReference,
  performer: s.lenient(s.array(s.object({ actor: someReference, onBehalfOf: someReference }))),
  location: someReference,
  reasonCode: someConcepts,
  reasonReference: someReferences,
  bodySite: someConcepts,
  outcome: someConcept,
  complication: someConcepts,
  followUp: someConcepts,
  note: annotations,
});

export function procedure(resource: unknown, context: Context): Mapped {
  const found = parsed(procedureResource, resource);
  if (!found) return malformed('Procedure');
  const title = titleOf(found.code) ?? 'Procedure, kind not stated';
  const standing = standingOf('Procedure', found.status);
  if (standing === null) return notUnderstood('Procedure');
  if (standing === 'entered-in-error') return enteredInError('Procedure');
  const absent = absentFact(found.code, title);
  if (absent) return absent;
  const when = whenOf({
    dateTime: found.performedDateTime,
    start: found.performedPeriod?.start,
    words: found.performedString,
  });
  const by = (found.performer ?? []).map(({ actor }) => actor);
  const reasons = (found.reasonReference ?? []).map((each) => conditionName(each, context));
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(found.code),
    date: when.date,
    ended: dateOf(found.performedPeriod?.end),
    author: authorOf([found.recorder, found.asserter, ...by], context),
    details: details(
      ['By', namesOf(by, context)],
      ['Where', nameOf(found.location, context)],
      ['Reason', joined([wordsOfAll(found.reasonCode), ...reasons], ', ')],
      ['Why not', titleOf(found.statusReason)],
      ['Outcome', titleOf(found.outcome)],
      ['Complications', wordsOfAll(found.complication)],
      ['Follow-up', wordsOfAll(found.followUp)],
    ),
    note: noteOf([when.words], found.note, found.bodySite),
  });
}

const device = s.object({
  resourceType: s.literal('Device'),
  status: s.optional(s.string),
  type: s.optional(concept),
  deviceName: s.lenient(s.array(s.object({ name: someWords }))),
  manufacturer: someWords,
  modelNumber: someWords,
  definition: someReference,
  lotNumber: someWords,
  serialNumber: someWords,
  manufactureDate: someWords,
  expirationDate: someWords,
  note: annotations,
});
type Device = s.Infer<typeof device>;

const use = s.object({
  status: s.optional(s.string),
  device: s.optional(reference),
  timingDateTime: someWords,
  timingPeriod: somePeriod,
  recordedOn: someWords,
  source: someReference,
  reasonCode: someConcepts,
  reasonReference: someReferences,
  bodySite: someConcept,
  note: annotations,
});

export function deviceUse(resource: unknown, context: Context): Mapped {
  const found = parsed(use, resource);
  if (!found) return malformed('Device');
  const standing = standingOf('DeviceUseStatement', found.status);
  if (standing === null) return notUnderstood('Device');
  const made = parsed(device, context.find(found.device));
  if (standing === 'entered-in-error' || made?.status === 'entered-in-error') {
    return enteredInError('Device');
  }
  const title = deviceTitle(made) ?? shownText(found.device?.display) ?? noKind;
  const absent = absentFact(made?.type, title);
  if (absent) return absent;
  const reasons = (found.reasonReference ?? []).map((each) => conditionName(each, context));
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(made?.type),
    date: dateOf(found.timingDateTime ?? found.timingPeriod?.start),
    ended: dateOf(found.timingPeriod?.end),
    recorded: dateOf(found.recordedOn),
    author: authorOf([found.source], context),
    details: details(
      ['Reason', joined([wordsOfAll(found.reasonCode), ...reasons], ', ')],
      ...deviceFacts(made),
    ),
    note: noteOf([], found.note, found.bodySite ? [found.bodySite] : []),
  });
}

/** A device a section lists itself. */
export function ownDevice(resource: unknown, context: Context): Mapped {
  const found = parsed(device, resource);
  if (!found) return malformed('Device');
  const title = deviceTitle(found) ?? noKind;
  const standing = standingOf('Device', found.status);
  if (standing === null) return notUnderstood('Device');
  if (standing === 'entered-in-error') return enteredInError('Device');
  const absent = absentFact(found.type, title);
  if (absent) return absent;
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(found.type),
    date: dateOf(found.manufactureDate),
    details: details(...deviceFacts(found)),
    note: noteOf([], found.note),
  });
}

const noKind = 'Device, kind not stated';

function deviceTitle(found: Device | null): string | null {
  const named = titleOf(found?.type) ?? shownText(found?.deviceName?.[0]?.name);
  return named ?? shownText(found?.modelNumber) ?? shownText(found?.definition?.display);
}

function deviceFacts(found: Device | null): [string, string | null][] {
  return [
    [
      'Made by',
      joined([shownText(found?.manufacturer, 100), shownText(found?.modelNumber, 60)], ' '),
    ],
    ['Serial number', shownText(found?.serialNumber, 60)],
    ['Batch', shownText(found?.lotNumber, 60)],
    ['Expires', shownText(found?.expirationDate, 40)],
  ];
}
