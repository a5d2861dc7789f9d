/** What an open record is drawn with: one part, loaded while the question is being read. */
import { reading } from '../domain/summary/find.ts';
import { preparing } from '../domain/summary/prepared.ts';
import { SummaryScreen } from '../ui/summary/summary-screen.tsx';

export const recordParts = { Summary: SummaryScreen, work: { preparing, reading } } as const;
