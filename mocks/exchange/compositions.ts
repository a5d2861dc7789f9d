/** The Compositions of a summary: one per round by its source, one for the whole by the exchange. */
import type {
  Coding,
  Composition,
  CompositionSection,
  Device,
  Meta,
  OperationOutcome,
} from 'fhir/r4';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import type { EmptySection, SourceProfile } from '../scenarios/types.ts';
import { organizationId } from './part.ts';
import type { Resource } from './part.ts';
import { emptySection, narrative, requiredSections, section, sectionByCode } from './sections.ts';
import type { Placed, SectionKey } from './sections.ts';
import { sourceIssue } from './source-issue.ts';
import type { SourceReport } from './source-issue.ts';

/** The id of the OperationOutcome that joins every source's issue in the document. */
export const dataSourcesId = 'ocs-data-sources';

const summaryType = {
  coding: [{ system: codeSystem.loinc, code: '60591-5', display: 'Patient summary Document' }],
};

/** The source's Organization line; its short name for tags is the first alias. */
export const organizationOf = (profile: SourceProfile): Resource => ({
  resourceType: 'Organization',
  id: organizationId(profile),
  meta: { source: `https://ocs.example.org/source/${profile.odsCode}` },
  ...(profile.placeHidden
    ? {}
    : { identifier: [{ system: identifierSystem.odsOrganisation, value: profile.odsCode }] }),
  active: true,
  type: [{ text: profile.kind }],
  name: profile.name,
  alias: [profile.shortName],
});

/** One round of one source's part. */
export type Round = {
  readonly profile: SourceProfile;
  readonly tracedId: string;
  readonly number: number;
  readonly placed: Placed;
  readonly date: string;
  /** What the source says of sections it sends nothing for; said once, in the first round. */
  readonly empty: readonly EmptySection[];
  /** Sections all of whose entries were withheld; said once, too. */
  readonly withheld: readonly SectionKey[];
  /** The labels of a record that was redacted. */
  readonly meta: Meta | null;
};

/** (b): commits what one round placed to its sections, in the source's name. */
export function roundComposition(round: Round): Composition {
  const { profile, tracedId, placed, empty, withheld } = round;
  const declared = empty.flatMap(({ section: code, emptyReason }) => {
    const key = sectionByCode(code);
    const said = key === undefined || placed.has(key) || withheld.includes(key);
    return said ? [] : [emptySection(key, reason(emptyReason))];
  });
  const held = withheld
    .filter((key) => !placed.has(key))
    .map((key) => emptySection(key, reason('withheld')));
  const sections = [...placed].map(([key, references]) =>
    section(key, references, `${references.length} from ${profile.name}.`),
  );
  return {
    resourceType: 'Composition',
    id: `${profile.odsCode.toLowerCase()}-composition-${round.number}`,
    ...(round.meta === null ? {} : { meta: round.meta }),
    status: 'final',
    type: summaryType,
    subject: { reference: `Patient/${tracedId}` },
    date: round.date,
    author: [{ reference: `Organization/${organizationId(profile)}`, display: profile.name }],
    title: `Part of the care summary from ${profile.name}`,
    section: [...sections, ...declared, ...held],
  };
}

const emptyKeys = (empty: readonly EmptySection[]): SectionKey[] =>
  empty.flatMap(({ section: code }) => sectionByCode(code) ?? []);

const hasNot = (state: SourceReport['state']): boolean =>
  !['answered', 'answered-withheld', 'nothing-recorded', 'not-known'].includes(state);

/** `nilknown` would assert; where no source gave a reason, this only says what was found. */
const nothingRecorded = {
  system: ocs.sourceState,
  code: 'nothing-recorded',
  display: 'Nothing is recorded',
};
const reason = (code: string) => ({ system: clinicalSystem.listEmptyReason, code });

const dataSources = (): CompositionSection => ({
  title: 'Data sources',
  code: {
    coding: [{ system: clinicalSystem.sectionCode, code: 'data-sources' }],
    text: 'Data sources',
  },
  text: narrative('What each source answered, when, and how old its data is.'),
  entry: [{ reference: `OperationOutcome/${dataSourcesId}` }],
});

type Silence = {
  readonly empty: readonly EmptySection[];
  readonly withheld: readonly SectionKey[];
};

/**
 * Withheld entries and a missing source come before anything a source says of its emptiness; else
 * its own reason; else nothing recorded.
 */
function reasonFor(key: SectionKey, { empty, withheld }: Silence, missing: boolean): Coding {
  if (withheld.includes(key)) return reason('withheld');
  if (missing) return reason('unavailable');
  const said = empty.find(({ section: code }) => sectionByCode(code) === key);
  return said === undefined ? nothingRecorded : reason(said.emptyReason);
}

const exchangeDevice = (base: string): Device => ({
  resourceType: 'Device',
  id: 'exchange',
  identifier: [{ system: identifierSystem.uri, value: base }],
  deviceName: [{ name: 'OCS exchange', type: 'user-friendly-name' }],
});

/** Line 3: the document's own Composition, by the exchange; preliminary if a source is missing. */
export function documentComposition(facts: {
  readonly id: string;
  readonly tracedId: string;
  readonly placed: Placed;
  readonly reports: readonly SourceReport[];
  /** What sources said of sections they hold nothing for. */
  readonly empty: readonly EmptySection[];
  /** Sections some of whose entries were withheld. */
  readonly withheld: readonly SectionKey[];
  readonly meta: Meta | null;
  readonly date: string;
  readonly base: string;
}): Composition {
  const missing = facts.reports.filter(({ state }) => hasNot(state));
  const names = missing.map(({ profile }) => profile.name).join(', ');
  const note = missing.length === 0 ? null : `Missing: ${names}.`;
  const declared = emptyKeys(facts.empty);
  const said = [...declared, ...facts.withheld];
  const keys = [...new Set([...requiredSections, ...said, ...facts.placed.keys()])];
  const sections = keys.map((key) => {
    const references = facts.placed.get(key);
    return references === undefined
      ? emptySection(key, reasonFor(key, facts, missing.length > 0), note)
      : section(key, references, `${references.length} entries.`, note);
  });
  return {
    resourceType: 'Composition',
    id: facts.id,
    ...(facts.meta === null ? {} : { meta: facts.meta }),
    contained: [exchangeDevice(facts.base)],
    status: missing.length === 0 ? 'final' : 'preliminary',
    type: summaryType,
    subject: { reference: `Patient/${facts.tracedId}` },
    date: facts.date,
    author: [{ reference: '#exchange', type: 'Device', display: 'OCS exchange' }],
    title: 'Oxfordshire Care Summary',
    section: [...sections, dataSources()],
  };
}

/** (c): one source is done, or failed, and how. */
export const sourceOutcome = (report: SourceReport): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  id: `${report.profile.odsCode.toLowerCase()}-outcome`,
  issue: [sourceIssue(report)],
});

/** The joined OperationOutcome of the fhir+json document. */
export const joinedOutcome = (reports: readonly SourceReport[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  id: dataSourcesId,
  issue: reports.map(sourceIssue),
});
