/** What must never leak about Leila Haddad, and how it is planted in every resource. */
import type { FhirResource } from 'fhir/r4';

/** Where she is. */
export const refuge = 'Larkspur House';
const refugeAddress = '9 Quarry Steps';
const practice = 'Hollow Way Medical Centre';
export const phone = '01632 960177';
export const formerSurname = 'Benamar';

/** Every string that would give her away; tests look for each, case aside. */
export const leilaSecrets: readonly string[] = [
  refuge,
  refugeAddress,
  practice,
  phone,
  formerSurname,
];

/** One sentence that says all of it, for notes and letters. */
export const secretSentence =
  `Formerly Mrs ${formerSurname}. Staying at ${refuge}, ${refugeAddress}; ` +
  `phone ${phone}; registered at ${practice}.`;

/** Two lines of letterhead that give her away. */
export const secretLetterhead: readonly string[] = [
  `${refuge}, ${refugeAddress}`,
  `cc: ${practice}, ${phone}`,
];

/**
 * Plants the secrets in a resource's narrative and in a tag's display: two places that software
 * forgets to clean. A Binary has no narrative; its letter carries them instead.
 */
export function planted<R extends FhirResource>(resource: R): R {
  const meta = {
    ...resource.meta,
    tag: [
      {
        system: 'https://ocs.example.org/CodeSystem/workflow',
        code: 'outreach',
        display: secretSentence,
      },
    ],
  };
  if (resource.resourceType === 'Binary') return { ...resource, meta };
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"><p>${secretSentence}</p></div>`;
  return { ...resource, meta, text: { status: 'generated' as const, div } };
}
