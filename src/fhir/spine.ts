/** Reading OperationOutcomes: which Spine code refused, if any (contract, section 3). */
import * as s from './shape.ts';
import { concept, extension } from './datatypes.ts';
import { parsed } from './parsed.ts';

export const issue = s.object({
  severity: s.optional(s.string),
  code: s.optional(s.string),
  details: s.optional(concept),
  diagnostics: s.optional(s.string),
  extension: s.optional(s.array(extension)),
});
export type Issue = s.Infer<typeof issue>;

export const operationOutcome = s.object({
  resourceType: s.literal('OperationOutcome'),
  issue: s.array(issue),
});

/** `https://fhir.nhs.uk/[R4/|STU3/]CodeSystem/Spine-ErrorOrWarningCode[-1]`. */
const spineSystem =
  /^https:\/\/fhir\.nhs\.uk\/(?:R4\/|STU3\/)?CodeSystem\/Spine-ErrorOrWarningCode(?:-1)?$/;

/** One meaning, two spellings in the field. */
const spellings: Readonly<Record<string, string>> = {
  NO_ORGANISATION_CONSENT: 'NO_ORGANISATIONAL_CONSENT',
};

/**
 * @param body the parsed JSON of an answer, of any shape
 * @returns the Spine codes in its issues, in order; empty where it is no OperationOutcome
 */
export function spineCodes(body: unknown): readonly string[] {
  const outcome = parsed(operationOutcome, body);
  return (outcome?.issue ?? []).flatMap(spineCodesOf);
}

/** The Spine codes of one issue, in today's spelling. */
export function spineCodesOf(found: Issue): readonly string[] {
  return (found.details?.coding ?? []).flatMap(({ system, code }) => {
    if (code === undefined || system === undefined || !spineSystem.test(system)) return [];
    return [Object.hasOwn(spellings, code) ? (spellings[code] ?? code) : code];
  });
}
