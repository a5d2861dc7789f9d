/** What an open record is drawn with: one part, loaded while the question is being read. */
import { reading } from '../domain/summary/find.ts';
import { meeting, preparing } from '../domain/summary/prepared.ts';
import { openSteps } from '../flow/open.ts';
import { SummaryScreen } from '../ui/summary/summary-screen.tsx';
import { openPage } from './open-page.ts';
import { rehearsing } from './rehearsal.ts';

export const recordParts = {
  Summary: SummaryScreen,
  open: {
    steps: openSteps,
    page: openPage,
    work: { meeting, preparing, reading, rehearsing },
  },
} as const;

/** All of it but the screen. */
export type OpenRecord = (typeof recordParts)['open'];
