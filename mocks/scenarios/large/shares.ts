/** Which source holds how much of the generated record, and of what kinds. */
import {
  bedside,
  bloodResult,
  clinicLetter,
  contact,
  hospitalMedicine,
  jab,
  plan,
  prescription,
  pressure,
  problem,
  type Maker,
} from './makers.ts';
import {
  admission,
  alert,
  booked,
  crisis,
  life,
  operation,
  other,
  panel,
  people,
  sensitivity,
  sentOn,
  worn,
} from './care-makers.ts';
import type { SourceKey } from '../types.ts';

export type Share = {
  readonly source: SourceKey;
  readonly localId: string;
  /** Of all entries. */
  readonly part: number;
  /** Makers with their cumulative probability; the last is 1. */
  readonly mix: readonly (readonly [number, Maker])[];
};

export const shares: readonly Share[] = [
  {
    source: 'hollow-way',
    localId: 'hw-90166',
    part: 0.45,
    mix: [
      [0.33, bloodResult],
      [0.36, panel],
      [0.48, pressure],
      [0.76, prescription],
      [0.9, contact],
      [0.93, problem],
      [0.95, jab],
      [0.963, sentOn],
      [0.976, booked],
      [0.98, sensitivity],
      [0.985, operation],
      [0.99, life],
      [0.993, people],
      [0.996, alert],
      [1, other],
    ],
  },
  {
    source: 'ouh',
    localId: 'ouh-90166',
    part: 0.35,
    mix: [
      [0.48, bloodResult],
      [0.51, panel],
      [0.67, bedside],
      [0.76, hospitalMedicine],
      [0.85, contact],
      [0.88, admission],
      [0.91, problem],
      [0.95, clinicLetter],
      [0.965, operation],
      [0.97, worn],
      [0.98, sentOn],
      [0.99, booked],
      [0.993, alert],
      [0.996, crisis],
      [1, life],
    ],
  },
  {
    source: 'oxford-health',
    localId: 'oh-90166',
    part: 0.15,
    mix: [
      [0.4, bedside],
      [0.8, contact],
      [0.88, hospitalMedicine],
      [0.95, clinicLetter],
      [0.97, booked],
      [0.98, people],
      [0.99, crisis],
      [1, life],
    ],
  },
  {
    source: 'social-care',
    localId: 'sc-90166',
    part: 0.05,
    mix: [
      [0.6, contact],
      [0.94, plan],
      [0.97, people],
      [1, alert],
    ],
  },
];
