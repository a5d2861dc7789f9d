/** FHIR RelatedPerson and CareTeam → contact. */
import * as s from '../shape.ts';
import type { EntryRole } from '../../domain/summary/item.ts';
import { type Concept, humanName } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { someConcepts, somePeriod } from './lenient.ts';
import { someReference, someReferences } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { humanNameText, nameOf, namesOf } from './people.ts';
import { standingOf } from './standing.ts';
import { phones, telecoms } from './telecom.ts';

const related = s.object({
  active: s.optional(s.boolean),
  relationship: someConcepts,
  name: s.lenient(s.array(humanName)),
  telecom: telecoms,
  period: somePeriod,
});

/** What somebody is to the patient in life, and in law, each in full. */
export function relatedPerson(resource: unknown, context: Context): Mapped {
  const found = parsed(related, resource);
  if (!found) return malformed('Contact');
  const relationship = wordsOfAll(found.relationship);
  const title = humanNameText(found.name?.[0]) ?? relationship;
  if (title === null) return malformed('Contact');
  const standing = found.active === undefined ? 'not-stated' : found.active ? 'current' : 'past';
  return entry(context, {
    title,
    standing,
    value: relationship === title ? null : relationship,
    role: roleOf(found.relationship),
    codes: (found.relationship ?? []).flatMap(codesOf),
    date: dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    details: details(...phones(found.telecom)),
  });
}

const coordinator = /care co-?ordinator|key ?worker|case manager|lead professional/i;
/** HL7 v2-0131 N and v3-RoleCode NOK: next of kin. */
const kin = new Set(['N', 'NOK']);

function roleOf(found: readonly Concept[] | undefined): EntryRole | null {
  const words = wordsOfAll(found) ?? '';
  if (coordinator.test(words)) return 'care-coordinator';
  const coded = (found ?? []).some(({ coding }) =>
    (coding ?? []).some(({ code }) => kin.has(code ?? '')),
  );
  return coded || /next[- ]of[- ]kin/i.test(words) ? 'next-of-kin' : null;
}

const participant = s.object({
  role: someConcepts,
  member: someReference,
  onBehalfOf: someReference,
  period: somePeriod,
});

const team = s.object({
  status: s.optional(s.string),
  name: s.lenient(s.string),
  category: someConcepts,
  reasonCode: someConcepts,
  period: somePeriod,
  participant: s.lenient(s.array(participant)),
  managingOrganization: someReferences,
  telecom: telecoms,
  note: annotations,
});

export function careTeam(resource: unknown, context: Context): Mapped {
  const found = parsed(team, resource);
  if (!found) return malformed('Care team');
  const standing = standingOf('CareTeam', found.status);
  if (standing === null) return notUnderstood('Care team');
  if (standing === 'entered-in-error') return enteredInError('Care team');
  const members = (found.participant ?? []).flatMap((each) => memberOf(each, context) ?? []);
  const leads = members.some(({ label }) => coordinator.test(label));
  const title = shownText(found.name, 200) ?? wordsOfAll(found.category) ?? 'Care team';
  return entry(context, {
    ...standing,
    title,
    role: leads || coordinator.test(title) ? 'care-coordinator' : null,
    codes: (found.category ?? []).flatMap(codesOf),
    date: dateOf(found.period?.start),
    ended: dateOf(found.period?.end),
    author: namesOf(found.managingOrganization, context),
    details: [
      ...members,
      ...details(['Why', wordsOfAll(found.reasonCode)], ...phones(found.telecom)),
    ],
    note: noteOf([], found.note),
  });
}

/** "Care coordinator: Gwen Ashby". The patient is a member of every team and is not listed. */
function memberOf(found: s.Infer<typeof participant>, context: Context) {
  const name = nameOf(found.member, context);
  if (name === null || name === 'Patient') return null;
  const role = joined((found.role ?? []).map(titleOf), ', ');
  const behalf = nameOf(found.onBehalfOf, context);
  const text = behalf === null ? name : `${name}, ${behalf}`;
  return { label: role ?? 'Member', text };
}
