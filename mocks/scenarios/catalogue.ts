/** Every scenario, in the order of the stories. */
import { daniel } from './patients/daniel.ts';
import { grace } from './patients/grace.ts';
import { aryan, ayaan } from './patients/malik.ts';
import { margaret } from './patients/margaret.ts';
import type { Scenario } from './types.ts';

/** All patients of the sandbox. */
export const scenarios: readonly Scenario[] = [grace, daniel, margaret, ayaan, aryan];
