/** Margaret Elwood's four sources, each in every state a source can be in (domain.md 8). */
import { allergy } from '../../build/allergies.ts';
import { writerFor } from '../../build/writer.ts';
import { allergies } from '../../codes/problems.ts';
import type { SourceRecord, Variant } from '../../types.ts';
import { margaretInCommunity, margaretInSocialCare } from './community.ts';
import { margaretAtGp } from './gp.ts';
import { margaretAtHospital } from './hospital.ts';

const gp = margaretAtGp;
const hospital = margaretAtHospital;
const community = margaretInCommunity;
const social = margaretInSocialCare;

const withoutAllergies = (record: SourceRecord): SourceRecord => ({
  ...record,
  resources: record.resources.filter(({ resourceType }) => resourceType !== 'AllergyIntolerance'),
});

// A writer of its own numbers from one: this entry is named apart from those it replaces.
const noneKnown = allergy(
  { ...writerFor('hollow-way', gp.localId), nextId: (kind) => `${gp.localId}-${kind}-none` },
  { code: allergies.noKnownAllergy, recorded: '2026-11-04' },
);

export const margaretVariants: readonly Variant[] = [
  {
    key: 'no-relationship',
    label: 'Social care: no legitimate relationship',
    records: { 'social-care': { ...social, fault: 'no-relationship' } },
  },
  {
    key: 'in-transit',
    label: 'GP record in transit from her last practice',
    records: { 'hollow-way': { ...gp, fault: 'in-transit' } },
  },
  {
    key: 'awaiting-filing',
    label: 'GP record received and not filed yet',
    records: { 'hollow-way': { ...gp, fault: 'awaiting-filing' } },
  },
  {
    key: 'not-known',
    label: 'Not known to the hospital',
    records: { ouh: { ...hospital, resources: [], fault: 'not-known' } },
  },
  {
    key: 'failed',
    label: 'Oxford Health fails',
    records: { 'oxford-health': { ...community, fault: 'error' } },
  },
  {
    key: 'unavailable',
    label: 'The hospital is not available',
    records: { ouh: { ...hospital, fault: 'unavailable' } },
  },
  {
    key: 'no-answer',
    label: 'Social care does not answer in time',
    records: { 'social-care': { ...social, fault: 'timeout' } },
  },
  {
    key: 'all-fail',
    label: 'No source answers but the practice',
    records: {
      ouh: { ...hospital, fault: 'error' },
      'oxford-health': { ...community, fault: 'unavailable' },
      'social-care': { ...social, fault: 'no-relationship' },
    },
  },
  {
    key: 'stale',
    label: 'GP data is up to date only to 14-Feb-2026',
    records: { 'hollow-way': { ...gp, upTo: '2026-02-14T06:00:00+00:00' } },
  },
  {
    key: 'nothing-recorded',
    label: 'Oxford Health looked, and nothing is recorded',
    records: { 'oxford-health': { ...community, resources: [] } },
  },
  {
    key: 'withheld',
    label: 'The hospital withholds some items',
    records: { ouh: { ...hospital, withheld: 'confidential-items' } },
  },
  {
    key: 'none-asserted',
    label: 'Allergies: the practice says No known allergy, nobody says otherwise',
    records: {
      'hollow-way': {
        ...withoutAllergies(gp),
        resources: [...withoutAllergies(gp).resources, noneKnown],
      },
      ouh: withoutAllergies(hospital),
      'oxford-health': withoutAllergies(community),
    },
  },
  {
    key: 'allergies-not-recorded',
    label: 'Allergies: every source looked, nobody has recorded anything',
    records: {
      'hollow-way': withoutAllergies(gp),
      ouh: withoutAllergies(hospital),
      'oxford-health': withoutAllergies(community),
    },
  },
  {
    key: 'nilknown',
    label: 'Allergies: the practice sends an empty section marked nilknown',
    records: {
      'hollow-way': {
        ...withoutAllergies(gp),
        emptySections: [{ section: '48765-2', emptyReason: 'nilknown' }],
      },
      ouh: withoutAllergies(hospital),
      'oxford-health': withoutAllergies(community),
    },
  },
];
