/** The rarer kinds of entry, for the generated record: what surrounds results and medicines. */
import { allergy } from '../build/allergies.ts';
import { device, procedure } from '../build/care.ts';
import { words } from '../build/coding.ts';
import { appointment, encounter } from '../build/encounters.ts';
import { bloodCount, renalProfile } from '../build/panels.ts';
import { carePlan, relatedPerson, relationships, resuscitationDecision } from '../build/plans.ts';
import { flag } from '../build/problems.ts';
import { stated, told } from '../build/results.ts';
import { careTeam, familyHistory, referral, research } from '../build/teams.ts';
import { devices, procedures } from '../codes/procedures.ts';
import { problems, reactions, smoking } from '../codes/problems.ts';
import { facts } from '../codes/tests.ts';
import type { Maker } from './makers.ts';

const day = (when: string): string => when.slice(0, 10);
const recent = (when: string): boolean => when >= '2024';

/** A report with its results: several entries at once. */
export const panel: Maker = (writer, when, random) =>
  random.next() < 0.5
    ? bloodCount(writer, when, {
        haemoglobin: random.whole(96, 158),
        whiteCells: random.whole(3, 14),
        platelets: random.whole(120, 420),
      })
    : renalProfile(writer, when, {
        sodium: random.whole(130, 146),
        potassium: random.whole(34, 56) / 10,
        creatinine: random.whole(60, 130),
        egfr: random.whole(38, 88),
      });

export const admission: Maker = (writer, when, random) => {
  const days = random.whole(1, 9);
  const end = new Date(Math.min(Date.parse(when) + days * 86_400_000, Date.UTC(2026, 10, 21, 20)));
  return [
    encounter(writer, {
      kind: random.next() < 0.4 ? 'EMER' : 'IMP',
      type: 'Emergency admission',
      start: when,
      end: end.toISOString(),
      reason: random.pick([words('Chest infection'), words('Fall'), problems.heartFailure]),
    }),
  ];
};

export const operation: Maker = (writer, when, random) => {
  const done = random.next() < 0.9;
  return [
    procedure(writer, {
      code: random.pick([
        procedures.colonoscopy,
        procedures.echocardiogram,
        procedures.electrocardiogram,
        procedures.cataractExtraction,
      ]),
      when: day(when),
      ...(done ? {} : { status: 'not-done', statusReason: 'Did not attend' }),
    }),
  ];
};

export const worn: Maker = (writer, when, random) =>
  device(writer, {
    type: random.pick([devices.hearingAid, words('Walking frame')]),
    since: day(when),
    recorded: day(when),
    status: recent(when) ? 'active' : 'completed',
  });

export const sentOn: Maker = (writer, when, random) => [
  referral(writer, {
    to: random.pick(['Physiotherapy', 'Eye clinic', 'Diabetes clinic', 'Podiatry']),
    when: day(when),
    reason: words('Assessment'),
    status: recent(when) ? 'active' : 'completed',
  }),
];

export const booked: Maker = (writer, when, random) => [
  appointment(writer, {
    start: new Date(Date.parse(when) + 30 * 86_400_000).toISOString(),
    minutes: 20,
    description: random.pick(['Review', 'Blood test', 'Foot check']),
    with: 'Practice nurse',
    booked: day(when),
    status: recent(when) ? 'booked' : random.pick(['fulfilled', 'cancelled', 'noshow'] as const),
  }),
];

export const sensitivity: Maker = (writer, when, random) => [
  allergy(writer, {
    code: random.pick([words('Elastoplast'), words('Codeine'), words('House dust')]),
    recorded: day(when),
    reaction: { manifestation: reactions.rash, severity: 'mild' },
    verification: random.next() < 0.8 ? 'confirmed' : 'refuted',
  }),
];

export const alert: Maker = (writer, when, random) => [
  flag(writer, {
    code: random.pick([
      words('Risk of falls'),
      words('Large print letters'),
      words('Adult at risk: concern raised by a carer'),
    ]),
    category: random.pick(['clinical', 'need', 'safeguarding'] as const),
    start: day(when),
    status: recent(when) ? 'active' : 'inactive',
  }),
];

export const people: Maker = (writer, when, random) =>
  random.next() < 0.5
    ? [
        careTeam(writer, {
          name: 'Community team',
          since: day(when),
          recorded: day(when),
          status: recent(when) ? 'active' : 'inactive',
          members: [{ name: 'Team on duty', role: 'Care coordinator' }],
        }),
      ]
    : [
        relatedPerson(writer, {
          name: { family: 'Attwater', given: random.pick(['Joyce', 'Paul', 'Ellen']) },
          relationships: [relationships.nextOfKin],
          recorded: day(when),
        }),
      ];

export const life: Maker = (writer, when, random) =>
  random.next() < 0.5
    ? [
        stated(writer, {
          code: facts.smokingStatus,
          value: random.pick([smoking.ex, smoking.current]),
          when: day(when),
          category: 'social-history',
        }),
      ]
    : [
        told(writer, {
          code: words('Mobility'),
          value: random.pick(['Walks alone', 'Walks with a stick', 'Walks with a frame']),
          when: day(when),
          category: 'functional',
        }),
      ];

export const crisis: Maker = (writer, when, random) =>
  random.next() < 0.3
    ? [
        resuscitationDecision(writer, {
          date: day(when),
          decision: random.pick(['for-cpr', 'not-for-cpr'] as const),
          by: 'Consultant on duty',
          note: 'ReSPECT',
        }),
      ]
    : [
        carePlan(writer, {
          category: words('Emergency health care plan'),
          title: 'Emergency plan',
          description: 'What to do first.',
          start: day(when),
          recorded: day(when),
          status: recent(when) ? 'active' : 'completed',
        }),
      ];

export const other: Maker = (writer, when, random) =>
  random.next() < 0.8
    ? [
        familyHistory(writer, {
          relationship: random.pick(['Father', 'Sister']),
          illness: problems.type2Diabetes,
          recorded: day(when),
        }),
      ]
    : [research(writer, { title: 'Ageing study', since: day(when), recorded: day(when) })];
