/** By what codes and words the sections of summaries go (LOINC; IPS 2.0; NHS Summary Care Record). */
import type { SectionKind } from '../../domain/summary/section-kind.ts';

const loinc = new Map<string, SectionKind>([
  ['11450-4', 'problem'], // Problem list
  ['11348-0', 'problem'], // History of past illness
  ['29308-4', 'problem'], // Diagnosis
  ['11535-2', 'problem'], // Hospital discharge diagnosis
  ['48765-2', 'allergy'],
  ['10160-0', 'medication'],
  ['10183-2', 'medication'], // Hospital discharge medications
  ['29549-3', 'medication'], // Medication administered
  ['11369-6', 'immunisation'],
  ['30954-2', 'result'],
  ['26436-6', 'result'], // Laboratory studies
  ['18748-4', 'result'], // Diagnostic imaging study
  ['47519-4', 'procedure'],
  ['46264-8', 'device'],
  ['42348-3', 'emergency-plan'],
  ['104605-1', 'alert'],
  ['47420-5', 'functional'],
  ['10162-6', 'pregnancy'],
  ['18776-5', 'care-plan'],
  ['29762-2', 'social'],
  ['8716-3', 'vital'],
  ['46240-8', 'encounter'],
  ['34109-9', 'document'],
  ['81338-6', 'other'], // Patient story
]);

const ours = new Map<string, SectionKind>([
  ['appointments', 'appointment'],
  ['documents', 'document'],
  ['contacts', 'contact'],
  ['needs', 'need'],
  ['safeguarding', 'safeguarding'],
  ['referrals', 'referral'],
  ['other', 'other'],
]);

/** The Summary Care Record names its sections by headers, in no code system. */
const headers = new Map<string, SectionKind>([
  ['AllergiesHeader', 'allergy'],
  ['AcuteMedsHeader', 'medication'],
  ['RepeatMedsHeader', 'medication'],
  ['DiscRepeatMedsHeader', 'medication'],
  ['RisksToPatientHeader', 'alert'],
  ['DiagnosesHeader', 'problem'],
  ['ProblemsHeader', 'problem'],
  ['TreatmentsHeader', 'procedure'],
  ['ResultsHeader', 'result'],
  ['EventsHeader', 'encounter'],
  ...['Title', 'ObservationsHeader', 'ProceduresHeader', 'AdviceHeader'].map(
    (header): [string, SectionKind] => [header, 'other'],
  ),
  ['PreferencesHeader', 'other'],
]);

/** In this order: "Risk of allergies" is about allergies. */
const titles: readonly (readonly [RegExp, SectionKind])[] = [
  [/\ballerg|\badverse reaction|\bintoleranc/i, 'allergy'],
  [/\bsafeguarding\b|\bchild protection\b/i, 'safeguarding'],
  [/\breasonable adjustment|\bcommunication needs?\b|\bindividual requirement/i, 'need'],
  [/\badvance directive|\bresuscitation\b|\bend of life\b|\bemergency plan/i, 'emergency-plan'],
  [/\bmedicat|\bmedicine|\bprescription/i, 'medication'],
  [/\bimmuni[sz]ation|\bvaccin/i, 'immunisation'],
  [/\bproblem|\bdiagnos|\bmedical history\b|\bpast illness/i, 'problem'],
  [/\bvital signs?\b/i, 'vital'],
  [/\bpregnan/i, 'pregnancy'],
  [/\bsocial (?:history|context)\b/i, 'social'],
  [/\bfunctional (?:status|assessment)\b/i, 'functional'],
  [/\bresults?\b|\blaborator/i, 'result'],
  [/\bmedical devices?\b|\bimplants?\b/i, 'device'],
  [/\bprocedures\b|\boperations\b/i, 'procedure'],
  [/\balerts?\b|\bwarnings?\b/i, 'alert'],
  [/\bappointments?\b/i, 'appointment'],
  [/\breferrals?\b/i, 'referral'],
  [/\bencounters?\b|\badmissions?\b/i, 'encounter'],
  [/\bcare plans?\b|\bplan of (?:care|treatment)\b/i, 'care-plan'],
  [/\bdocuments?\b|\bletters?\b/i, 'document'],
];

export function byCode(code: string): SectionKind | null {
  return loinc.get(code) ?? null;
}

/** @param code of our own code system */
export function byOurs(code: string): SectionKind | null {
  return ours.get(code) ?? null;
}

export function byHeader(code: string | undefined): SectionKind | null {
  return headers.get(code ?? '') ?? null;
}

/** Null for words that tell nothing we know. */
export function byTitle(words: string): SectionKind | null {
  return titles.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
