/** Every gate, by part of the house. */
import { flowGates } from './flow-gates.ts';
import type { Gate } from './gate.ts';
import { permissionGates } from './permission-gates.ts';

export const gates: readonly Gate[] = [...flowGates, ...permissionGates];
