/** Whatever this version has no mapper for is still shown: what it is, when, by whom, its status. */
import * as s from '../shape.ts';
import { concept, concepts, humanName } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { joined, shownText } from '../text.ts';
import { attachment, attachmentsOf } from './attachments.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { membersOf } from './answer.ts';
import { arrayIn, codesOfRaw, conceptsIn, propertyOf, stringIn } from './json.ts';
import { someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped } from './mapped.ts';
import { authorOf, humanNameText } from './people.ts';
import { anyStanding } from './standing.ts';

const whatever = s.object({
  code: someConcept,
  type: s.lenient(s.either(concept, concepts)),
  category: s.lenient(s.either(concept, concepts)),
  topic: someConcept,
  title: someWords,
  name: s.lenient(s.either(s.string, s.array(humanName))),
  description: s.lenient(s.either(s.string, concept)),
  summary: someWords,
  reasonCode: someConcepts,
  period: somePeriod,
  content: s.lenient(attachment),
  note: annotations,
});

const dates = ['date', 'effectiveDateTime', 'performedDateTime', 'occurrenceDateTime', 'sent'];
const moreDates = ['authored', 'authoredOn', 'created', 'issued', 'started', 'recordedDate'];

export function anything(resource: unknown, context: Context): Mapped {
  const what = sentence(words(typeOf(resource) ?? 'Entry'));
  const statuses = statusesOf(resource);
  if (statuses.includes('entered-in-error')) return enteredInError(what);
  const found = parsed(whatever, resource);
  if (!found) return malformed(what);
  const status = statuses[0] ?? null;
  const title = titleIn(found);
  const summary = shownText(found.summary, 1000);
  return entry(context, {
    ...anyStanding(status),
    ...deniedIn(statuses),
    title: title ?? what,
    codes: codesOf(found.code),
    value: summary === title ? null : summary,
    date: dateIn(resource, [...dates, ...moreDates]) ?? dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    author: authorOf(peopleIn(resource), context),
    details: details(
      ['Kind', title === null ? null : what],
      ['Reason', wordsOfAll(found.reasonCode)],
    ),
    note: noteOf([], found.note),
    attachments: attachmentsOf([found.content]),
  });
}

/** A list that only lists is what it lists; one that says something itself is shown besides. */
export function list(resource: unknown, context: Context): Mapped | null {
  const isObject = typeof resource === 'object' && resource !== null;
  const lists = isObject && membersOf(resource).length > 0;
  const saysMore = arrayIn(resource, 'note').length > 0;
  return lists && !saysMore ? null : anything(resource, context);
}

type Whatever = s.Infer<typeof whatever>;

function titleIn(found: Whatever): string | null {
  const { name, description } = found;
  const named = typeof name === 'string' ? shownText(name) : humanNameText(name?.[0]);
  const described = typeof description === 'string' ? shownText(description) : titleOf(description);
  const candidates = [
    shownText(found.title),
    titleOf(found.code),
    named,
    wordsOfAll([found.type ?? []].flat()),
    described,
    titleOf(found.topic),
    wordsOfAll([found.category ?? []].flat()),
  ];
  return candidates.find((each) => each !== null) ?? null;
}

/** Every element that may say how things stand, or take them back. */
function statusesOf(resource: unknown): string[] {
  const keys = ['status', 'lifecycleStatus', 'verificationStatus', 'clinicalStatus', 'docStatus'];
  return keys.flatMap((key) => {
    const plain = stringIn(resource, key);
    return plain !== undefined ? [plain] : conceptsIn(resource, key).flatMap(codesOfRaw);
  });
}

function deniedIn(statuses: readonly string[]) {
  const denied = statuses.find((each) => anyStanding(each).standing === 'not-done');
  return denied === undefined ? {} : anyStanding(denied);
}

function dateIn(resource: unknown, keys: readonly string[]) {
  for (const key of keys) {
    const date = dateOf(stringIn(resource, key));
    if (date !== null) return date;
  }
  return null;
}

function peopleIn(resource: unknown) {
  const keys = ['author', 'recorder', 'asserter', 'assessor', 'performer', 'sender', 'requester'];
  return keys.flatMap((key) => {
    const sent = propertyOf(resource, key);
    const one = Array.isArray(sent) ? parsed(someReferences, sent) : parsed(someReference, sent);
    return one === null || one === undefined ? [] : [one].flat();
  });
}

/** "ClinicalImpression" → "clinical-impression". */
function words(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

const recommendations = s.object({
  date: someWords,
  authority: someReference,
  recommendation: s.lenient(
    s.array(
      s.object({
        vaccineCode: someConcepts,
        targetDisease: someConcept,
        forecastStatus: someConcept,
        dateCriterion: s.lenient(s.array(s.object({ value: someWords }))),
      }),
    ),
  ),
});

/** What a schedule recommends is no vaccination given. */
export function recommendation(resource: unknown, context: Context): Mapped {
  const found = parsed(recommendations, resource);
  if (!found) return malformed('Vaccination recommended');
  return entry(context, {
    title: 'Vaccinations recommended',
    date: dateOf(found.date),
    author: authorOf([found.authority], context),
    details: (found.recommendation ?? []).map((each) => ({
      label: wordsOfAll(each.vaccineCode) ?? titleOf(each.targetDisease) ?? 'Vaccine not named',
      text:
        joined(
          [titleOf(each.forecastStatus), shownText(each.dateCriterion?.[0]?.value, 40)],
          ', ',
        ) ?? 'No status given',
    })),
  });
}
