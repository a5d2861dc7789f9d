/**
 * A restricted record that policy opens (domain.md 3, contract.md 3): each source's answer without
 * anything that could say where the patient is. Allow-list first; known strings as a second net.
 */
import type { SourceProfile } from '../scenarios/types.ts';
import type { Person } from './demographics.ts';
import type { Exchange } from './context.ts';
import type { SourceAnswer } from './fan-out.ts';
import type { Resource } from './part.ts';
import { namesOfPlace, placeNet, placesIn } from './redaction-places.ts';
import type { Places } from './redaction-places.ts';
import { redactResource } from './redaction-resource.ts';
import { sectionOf } from './section-of.ts';
import type { SectionKey } from './sections.ts';

/** A registered practice is a place: whichever it is, it is called this and nothing else. */
const anyPractice = {
  odsCode: 'gp-practice',
  name: 'GP practice',
  shortName: 'GP',
  placeHidden: true,
} as const;

const inGeneral = (profile: SourceProfile): SourceProfile =>
  profile.kind === 'gp' ? { ...profile, ...anyPractice } : profile;

/** Every string known to give a person away: their own, and their practice's names and code. */
function knownPlaces(exchange: Pick<Exchange, 'sourceList'>, person: Person): string[] {
  const practice = exchange.sourceList.find(({ profile }) => profile.key === person.practice);
  const { name = '', odsCode = '' } = practice?.profile ?? {};
  return [...person.places, ...namesOfPlace(name), odsCode];
}

/** Whether a text gives a restricted person away; null for anybody else. */
export const placesFor = (exchange: Pick<Exchange, 'sourceList'>, person: Person): Places | null =>
  person.restricted === null ? null : placeNet(knownPlaces(exchange, person));

/** Makes answers of one summary fit to leave; what one of them gives away counts for the next. */
export type Redaction = (answer: SourceAnswer) => SourceAnswer;

/** For one summary of one restricted person; null for anybody else. */
export function redactionFor(
  exchange: Pick<Exchange, 'sourceList' | 'store'>,
  person: Person,
): Redaction | null {
  if (person.restricted === null) return null;
  const known = knownPlaces(exchange, person);
  const opaque = (name: string): string => exchange.store.patientKey(name).slice(0, 24);
  return (answer) => {
    const { localPatient, resources, report } = answer;
    known.push(...placesIn(resources));
    const medications = new Map(
      resources
        .filter(({ resourceType }) => resourceType === 'Medication')
        .map((one) => [`Medication/${one.id}`, one]),
    );
    const { key } = report.profile;
    const context = {
      localPatient,
      medications,
      places: placeNet(known),
      opaque: (name: string) => opaque(`${key} ${name}`),
    };
    const kept: Resource[] = [];
    const withheld = new Set<SectionKey>();
    for (const resource of resources) {
      const redacted = redactResource(resource, context);
      const section = sectionOf(resource);
      if (redacted) kept.push(redacted);
      else if (section !== null) withheld.add(section);
    }
    // Everything that leaves has lost something: no answer of such a record is a whole one.
    const state = report.state === 'answered' ? 'answered-withheld' : report.state;
    return {
      ...answer,
      report: { ...report, profile: inGeneral(report.profile), state },
      resources: kept,
      withheldSections: [...withheld],
    };
  };
}
