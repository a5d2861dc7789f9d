import { part } from '../parts/later.tsx';

/** Asked for as soon as the question is on screen (use-judge.ts). */
export const answering = part(async () => (await import('./answering.ts')).answeringParts);
