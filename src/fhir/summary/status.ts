/**
 * Status elements. They are modifiers (FHIR R4 2.20.0.1): one that is not understood may deny the
 * very fact it stands on, so the fact is then not shown as one (contract, section 4).
 */
import type { Coding, Concept } from '../datatypes.ts';
import { clinicalSystem } from '../clinical-systems.ts';

/**
 * The codes a concept may carry, and the system they are of (FHIR R4; THO). The Summary Care Record
 * writes the value set's address for the system's, older producers that of FHIR STU3.
 */
export type StatusSet = {
  readonly systems: readonly string[];
  readonly codes: ReadonlySet<string>;
};

function spellings(system: string): string[] {
  const name = system.slice(system.lastIndexOf('/') + 1);
  return [system, `http://hl7.org/fhir/ValueSet/${name}`, `http://hl7.org/fhir/${name}`];
}

export const conditionClinical: StatusSet = {
  systems: spellings(clinicalSystem.conditionClinical),
  codes: new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']),
};
export const conditionVerification: StatusSet = {
  systems: spellings(clinicalSystem.conditionVerification),
  codes: new Set([
    'unconfirmed',
    'provisional',
    'differential',
    'confirmed',
    'refuted',
    'entered-in-error',
  ]),
};
export const allergyClinical: StatusSet = {
  systems: spellings(clinicalSystem.allergyClinical),
  codes: new Set(['active', 'inactive', 'resolved']),
};
export const allergyVerification: StatusSet = {
  systems: spellings(clinicalSystem.allergyVerification),
  codes: new Set(['unconfirmed', 'presumed', 'confirmed', 'refuted', 'entered-in-error']),
};

/** What takes a fact back counts in whatever way it was said. */
const denials = new Set(['refuted', 'entered-in-error']);

/**
 * The codes of a status concept, each once; none where there is no concept.
 *
 * A code counts under its own system, or under none. `refuted` and `entered-in-error` count under
 * any, and as words. Words alone count where they are a code's own; beside a code they may say
 * more, and so may a translation in another system, unless that names another of the codes.
 * @returns null where something in it is not understood
 */
export function statusCodes(found: Concept | undefined, set: StatusSet): string[] | null {
  if (!found) return [];
  const isOwn = ({ system, code }: Coding) =>
    code !== undefined && (system === undefined || set.systems.includes(system));
  const codings = found.coding ?? [];
  const own = codings.filter(isOwn).flatMap(({ code }) => code ?? []);
  if (own.some((code) => !set.codes.has(code))) return null;
  const others = codings.filter((each) => !isOwn(each));
  const words = [found.text, ...codings.map(({ display }) => display)].flatMap(asCode);
  const foreign = others.flatMap(({ code }) => code ?? []);
  const denied = [...words, ...foreign].filter((code) => denials.has(code) && set.codes.has(code));
  const said = [...new Set([...own, ...denied])];
  if (foreign.some((code) => set.codes.has(code) && !said.includes(code))) return null;
  if (said.length > 0) return said;
  // No code of its own: all there is must be words of one.
  const known = words.filter((code) => set.codes.has(code));
  const isAllKnown = known.length > 0 && known.length === words.length && foreign.length === 0;
  return isAllKnown ? [...new Set(known)] : null;
}

/** "Entered in error" → "entered-in-error". */
function asCode(words: string | undefined): string[] {
  const code = (words ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  return code === '' ? [] : [code];
}

/** The codes FHIR R4 binds the `status` of each resource to (required bindings). */
const defined = {
  Immunization: ['completed', 'entered-in-error', 'not-done'],
  MedicationStatement: [
    'active',
    'completed',
    'entered-in-error',
    'intended',
    'stopped',
    'on-hold',
    'unknown',
    'not-taken',
  ],
  MedicationRequest: [
    'active',
    'on-hold',
    'cancelled',
    'completed',
    'entered-in-error',
    'stopped',
    'draft',
    'unknown',
  ],
  MedicationDispense: [
    'preparation',
    'in-progress',
    'cancelled',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'declined',
    'unknown',
  ],
  MedicationAdministration: [
    'in-progress',
    'not-done',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'unknown',
  ],
  Medication: ['active', 'inactive', 'entered-in-error'],
  Observation: [
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ],
  DiagnosticReport: [
    'registered',
    'partial',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'appended',
    'cancelled',
    'entered-in-error',
    'unknown',
  ],
  DocumentReference: ['current', 'superseded', 'entered-in-error'],
} as const satisfies Record<string, readonly string[]>;

/** Whether FHIR R4 defines this status for this resource. */
export function isStatus(type: keyof typeof defined, status: string): boolean {
  const codes: readonly string[] = defined[type];
  return codes.includes(status);
}

const intents = [
  'proposal',
  'plan',
  'order',
  'original-order',
  'reflex-order',
  'filler-order',
  'instance-order',
  'option',
];

/**
 * Whether FHIR R4 defines this MedicationRequest.intent: a modifier as well.
 * @param also what another kind of request may say besides
 */
export function isIntent(intent: string | undefined, also: readonly string[] = []): boolean {
  return intent === undefined || intents.includes(intent) || also.includes(intent);
}
