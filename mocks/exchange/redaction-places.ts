/**
 * The second net under a restricted record (domain.md 3): the strings known to say where somebody
 * is or who they were, and whether a text holds one of them however it is written.
 */
import type { Address, HumanName, Patient, RelatedPerson } from 'fhir/r4';

const isPast = ({ use }: HumanName): boolean => use === 'old' || use === 'maiden';

/**
 * Names somebody no longer goes by: marked so, or with an end date where another name has none
 * (demographics services also put end dates on names still in use).
 */
export function formerNamesIn(names: readonly HumanName[]): readonly HumanName[] {
  const stands = names.some((name) => !isPast(name) && name.period?.end === undefined);
  return names.filter((name) => isPast(name) || (stands && name.period?.end !== undefined));
}

/** "Larkspur House, 9 Quarry Steps" gives itself and both of its parts. */
const parts = (line: string): string[] => [line, ...line.split(',').map((part) => part.trim())];

const addressStrings = (address: Address): (string | undefined)[] => [
  ...[...(address.line ?? []), address.text ?? ''].flatMap(parts),
  address.city,
  address.postalCode,
];

/** "Hollow Way Medical Centre" is known as "Hollow Way", too. */
const genericEnding =
  /[\s,]+(?:medical centre|health centre|medical practice|group practice|surgery|practice)$/i;

/** An organisation's name as people say it, whole and short. */
export const namesOfPlace = (name: string): string[] => [name, name.replace(genericEnding, '')];

function formerNames(names: readonly HumanName[]): (string | undefined)[] {
  const former = formerNamesIn(names);
  const own = names.filter((name) => !former.includes(name));
  const current = own.flatMap(({ family, given }) => [family, ...(given ?? [])]).map(folded);
  return former
    .flatMap(({ family, given, text }) => [family, ...(given ?? []), text])
    .filter((name) => !current.includes(folded(name)));
}

/** Known strings of one Patient, or of somebody close to them (whose own name is no place). */
export function placesOf(person: Patient | RelatedPerson): readonly string[] {
  const practices =
    person.resourceType === 'Patient'
      ? [...(person.generalPractitioner ?? []), person.managingOrganization]
      : [];
  const strings = [
    ...(person.address ?? []).flatMap(addressStrings),
    ...(person.telecom ?? []).map(({ value }) => value),
    ...practices.flatMap((to) => [...namesOfPlace(to?.display ?? ''), to?.identifier?.value]),
    ...(person.resourceType === 'Patient' ? formerNames(person.name ?? []) : []),
  ];
  return strings.flatMap((one) => (folded(one).length > 1 ? [one ?? ''] : []));
}

/** The same of whatever a source sent about the person and those around them. */
export const placesIn = (resources: readonly { readonly resourceType: string }[]): string[] =>
  resources
    .filter((one): one is Patient | RelatedPerson =>
      ['Patient', 'RelatedPerson'].includes(one.resourceType),
    )
    .flatMap((one) => placesOf(one));

/** Letters and digits only: case, accents, spaces and punctuation hide nothing. */
const folded = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const asWords = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()} `;

/** Whether a text gives one of the known strings away. */
export type Places = (text: string) => boolean;

/** Short strings ("Bath", "Ng") count as words of their own only; longer ones anywhere. */
const shortest = 5;
const base64 = /^[A-Za-z0-9+/_-]{12,}={0,2}$/;

/** @param known as {@link placesOf} gives them, of one person */
export function placeNet(known: readonly string[]): Places {
  const all = [...new Set(known.map(folded))].filter((one) => one.length > 1);
  // A telephone number is the same one after +44.
  const long = all
    .filter((one) => one.length >= shortest)
    .map((one) => (/^0\d{8,}$/.test(one) ? one.slice(1) : one));
  const short = all.filter((one) => one.length < shortest).map((one) => ` ${one} `);
  const says = (text: string): boolean => {
    const run = folded(text);
    const spaced = asWords(text);
    return long.some((one) => run.includes(one)) || short.some((one) => spaced.includes(one));
  };
  return (text) =>
    says(text) || (base64.test(text) && says(Buffer.from(text, 'base64').toString('utf8')));
}

/** Whether any string in a value, keys aside, gives a known one away. */
export function isTold(value: unknown, places: Places): boolean {
  if (typeof value === 'string') return places(value);
  if (Array.isArray(value)) return value.some((one) => isTold(one, places));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((one) => isTold(one, places));
}
