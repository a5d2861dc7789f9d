/** FHIR Encounter and EpisodeOfCare → encounter. */
import * as s from '../shape.ts';
import type { Entry } from '../../domain/summary/item.ts';
import { coding, concept, concepts, type Reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { someConcept, someConcepts, somePeriod, someReference } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, nameOf, namesOf } from './people.ts';
import { standingOf } from './standing.ts';

const classed = s.object({ ...coding.fields, ...concept.fields });

const encounterResource = s.object({
  status: s.optional(s.string),
  class: s.optional(s.either(concepts, classed)),
  type: someConcepts,
  serviceType: someConcept,
  reasonCode: someConcepts,
  period: somePeriod,
  participant: s.lenient(s.array(s.object({ individual: someReference }))),
  location: s.lenient(s.array(s.object({ location: someReference }))),
  diagnosis: s.lenient(s.array(s.object({ condition: someReference }))),
  serviceProvider: someReference,
  hospitalization: s.lenient(
    s.object({
      admitSource: someConcept,
      dischargeDisposition: someConcept,
      destination: someReference,
    }),
  ),
});
type Encounter = s.Infer<typeof encounterResource>;

/** v3-ActCode, for the classes a reader should not have to decode. */
const classes = new Map<string, readonly [words: string, role: Entry['role']]>([
  ['IMP', ['Inpatient stay', 'admission']],
  ['ACUTE', ['Acute inpatient stay', 'admission']],
  ['NONAC', ['Inpatient stay', 'admission']],
  ['EMER', ['Emergency attendance', 'emergency-attendance']],
  ['AMB', ['Clinic or surgery visit', null]],
  ['OBSENC', ['Observation in hospital', null]],
  ['SS', ['Short stay', null]],
  ['PRENC', ['Visit before admission', null]],
  ['HH', ['Home visit', null]],
  ['FLD', ['Visit by a team outside', null]],
  ['VR', ['Telephone or video contact', null]],
]);

export function encounter(resource: unknown, context: Context): Mapped {
  const found = parsed(encounterResource, resource);
  if (!found) return malformed('Visit');
  const standing = standingOf('Encounter', found.status);
  if (standing === null) return notUnderstood('Visit');
  if (standing === 'entered-in-error') return enteredInError('Visit');
  const { words, role } = classOf(found);
  const title = wordsOfAll(found.type) ?? titleOf(found.serviceType) ?? words ?? 'Visit';
  return entry(context, {
    ...standing,
    title,
    value: words === title ? null : words,
    role: standing.standing === 'not-done' ? null : role,
    codes: (found.type ?? []).flatMap(codesOf),
    date: dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    author: authorOf(
      (found.participant ?? []).map(({ individual }) => individual),
      context,
    ),
    details: details(...facts(found, context)),
  });
}

/** R4 sends the class as a Coding; R5 and some R4 producers as concepts. */
function classOf({ class: sent }: Encounter): { words: string | null; role: Entry['role'] } {
  const codings = [sent ?? []]
    .flat()
    .flatMap((each) => ('coding' in each ? (each.coding ?? []) : [each]));
  for (const { code } of codings) {
    const known = classes.get(code ?? '');
    if (known) return { words: known[0], role: known[1] };
  }
  const display = shownText(codings[0]?.display);
  return { words: display === 'Unknown' ? null : display, role: null };
}

function facts(found: Encounter, context: Context): [string, string | null][] {
  const stay = found.hospitalization;
  const reasons = joined(
    [
      wordsOfAll(found.reasonCode),
      ...(found.diagnosis ?? []).map(({ condition }) => conditionName(condition, context)),
    ],
    ', ',
  );
  return [
    ['Reason', reasons],
    [
      'Where',
      namesOf(
        (found.location ?? []).map(({ location }) => location),
        context,
      ),
    ],
    ['Provider', nameOf(found.serviceProvider, context)],
    [
      'Who',
      namesOf(
        (found.participant ?? []).map(({ individual }) => individual),
        context,
      ),
    ],
    ['Admitted from', titleOf(stay?.admitSource)],
    [
      'Discharged to',
      joined([titleOf(stay?.dischargeDisposition), nameOf(stay?.destination, context)], ', '),
    ],
  ];
}

const coded = s.object({ code: concept });

/** The condition's own words; whether it holds is for the list of problems. */
export function conditionName(to: Reference | undefined, context: Context): string | null {
  return shownText(to?.display) ?? titleOf(parsed(coded, context.find(to))?.code);
}

const episode = s.object({
  status: s.optional(s.string),
  type: someConcepts,
  period: somePeriod,
  managingOrganization: someReference,
  careManager: someReference,
  diagnosis: s.lenient(s.array(s.object({ condition: someReference }))),
});

export function episodeOfCare(resource: unknown, context: Context): Mapped {
  const found = parsed(episode, resource);
  if (!found) return malformed('Episode of care');
  const standing = standingOf('EpisodeOfCare', found.status);
  if (standing === null) return notUnderstood('Episode of care');
  if (standing === 'entered-in-error') return enteredInError('Episode of care');
  const reasons = (found.diagnosis ?? []).map(({ condition }) => conditionName(condition, context));
  return entry(context, {
    ...standing,
    title: wordsOfAll(found.type) ?? 'Episode of care',
    codes: (found.type ?? []).flatMap(codesOf),
    date: dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    author: authorOf([found.careManager, found.managingOrganization], context),
    details: details(
      ['Reason', joined(reasons, ', ')],
      ['Provider', nameOf(found.managingOrganization, context)],
      ['Who', nameOf(found.careManager, context)],
    ),
  });
}
