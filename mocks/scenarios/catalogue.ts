/** Every scenario, in the order of the stories. */
import { largeScenario } from './large-record.ts';
import { chloe } from './patients/chloe.ts';
import { daniel } from './patients/daniel.ts';
import { grace } from './patients/grace.ts';
import { harold } from './patients/harold.ts';
import { joan } from './patients/joan.ts';
import { leila } from './patients/leila.ts';
import { liam } from './patients/liam.ts';
import { aryan, ayaan } from './patients/malik.ts';
import { margaret } from './patients/margaret.ts';
import { priya } from './patients/priya.ts';
import { sam } from './patients/sam.ts';
import { winifred } from './patients/winifred.ts';
import type { Scenario } from './types.ts';

/** All patients of the sandbox. The large record is generated when first asked for. */
export const scenarios: readonly Scenario[] = [
  grace,
  daniel,
  margaret,
  ayaan,
  aryan,
  chloe,
  priya,
  liam,
  harold,
  joan,
  leila,
  sam,
  winifred,
  largeScenario,
];
