/** One resource of a section → an item, a gap, or the reason why it is neither. */
import { typeOf } from '../searchset.ts';
import { flag, issue } from './alert.ts';
import { withheldName } from './absent-unknown.ts';
import { allergy } from './allergy.ts';
import { careTeam, relatedPerson } from './contact.ts';
import { consent } from './directive.ts';
import { encounter, episodeOfCare } from './encounter.ts';
import { anything, list, recommendation } from './generic.ts';
import { immunisation } from './immunisation.ts';
import { arrayIn, objectIn, propertyOf, stringIn } from './json.ts';
import { letter } from './letter.ts';
import { type Context, malformed, type Mapped, type Mapper, notUnderstood } from './mapped.ts';
import { medicationRequest, medicationStatement } from './medication.ts';
import { medicationAdministration, medicationDispense } from './medication-event.ts';
import { carePlan, goal } from './plan.ts';
import { problem } from './problem.ts';
import { deviceUse, ownDevice, procedure } from './procedure.ts';
import { appointment, serviceRequest } from './referral.ts';
import { diagnosticReport, observation } from './result.ts';
import { findingOf } from './stated.ts';

const mappers = new Map<string, Mapper>([
  [
    'Condition',
    (resource, context) => (context.kind === 'problem' ? problem : findingOf)(resource, context),
  ],
  ['AllergyIntolerance', allergy],
  ['MedicationStatement', medicationStatement],
  ['MedicationRequest', medicationRequest],
  ['MedicationDispense', medicationDispense],
  ['MedicationAdministration', medicationAdministration],
  ['Immunization', immunisation],
  ['ImmunizationRecommendation', recommendation],
  ['List', list],
  ['Observation', observation],
  ['DiagnosticReport', diagnosticReport],
  ['DocumentReference', letter],
  ['Flag', flag],
  ['DetectedIssue', issue],
  ['Consent', consent],
  ['CarePlan', carePlan],
  ['Goal', goal],
  ['CareTeam', careTeam],
  ['RelatedPerson', relatedPerson],
  ['Encounter', encounter],
  ['EpisodeOfCare', episodeOfCare],
  ['ServiceRequest', serviceRequest],
  ['Appointment', appointment],
  ['Procedure', procedure],
  ['DeviceUseStatement', deviceUse],
  ['Device', ownDevice],
]);

/** What says of nobody whom it is about, in a section that is about the patient. */
const aboutNobody = new Set([
  ...['Organization', 'Practitioner', 'PractitionerRole', 'Location', 'HealthcareService'],
  ...['Device', 'Medication', 'Substance', 'Endpoint'],
]);

/**
 * @param input.understood false where a modifier was found anywhere in the resource
 * @param input.isSaid whom the whole document is about is said in it, and was checked
 * @returns null for a grouping that has nothing to say itself
 */
export function mapResource(
  resource: object,
  input: { readonly understood: boolean; readonly isSaid: boolean },
  context: Context,
): Mapped | null {
  const type = typeOf(resource) ?? '';
  const what = () => `${context.section}: ${inWords(type)}`;
  if (type === '') return malformed(what());
  if (!input.understood) return notUnderstood(what());
  // Whom it is about was checked wherever it is said; here it must be said.
  if (!input.isSaid && !saysWhom(resource, type, context)) return malformed(what());
  const map = mappers.get(type) ?? anything;
  return withheldName(resource) ?? map(resource, context);
}

function saysWhom(resource: object, type: string, { find }: Context): boolean {
  if ('subject' in resource || 'patient' in resource || aboutNobody.has(type)) return true;
  if (type !== 'Appointment') return false;
  // Another patient's reference was looked for and not found: one to a Patient is this one's.
  return arrayIn(resource, 'participant').some((each) => {
    const to = stringIn(objectIn(each, 'actor'), 'reference');
    if (to === undefined) return false;
    return /(?:^|\/)Patient\//.test(to) || typeOf(find({ reference: to })) === 'Patient';
  });
}

/** Some of it was taken out: v3-ObservationValue REDACTED (contract, section 3). */
export function isRedacted(resource: object): boolean {
  const labels = arrayIn(propertyOf(resource, 'meta'), 'security');
  return labels.some((each) => stringIn(each, 'code') === 'REDACTED');
}

/** "medication statement". */
export function inWords(type: string): string {
  const known = type === '' ? 'Unreadable entry' : type.slice(0, 60);
  return known.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
