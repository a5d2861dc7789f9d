/** What an open record is drawn with: one part, loaded while the question is being read. */
export { SummaryScreen } from '../ui/summary/summary-screen.tsx';
export { preparing } from '../domain/summary/prepared.ts';
export { reading } from '../domain/summary/find.ts';
