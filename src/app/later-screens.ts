/** Loads a screen's code when a state calls for it, or, for the record's, while the question is read. */
import type { State } from '../flow/state.ts';
import type { LaterScreens } from '../ui/app.tsx';
import type { RecordWork } from './ahead.ts';

export type ScreenLoader = {
  readonly screens: () => LaterScreens;
  /** What the record's code can work out ahead, once it has come. */
  readonly recordWork: Promise<RecordWork>;
  /** Loads what this state needs; nothing where it is there or on its way. */
  readonly need: (state: State) => void;
};

/**
 * @param arrived called when a screen's code has come
 * @param failed called when one that is to be drawn can not be had: then nothing may stay half
 *   drawn. What was loaded ahead is tried again instead, once a state calls for it again.
 * @param fetchRest fetches what the record is asked for and read with, beside its screen's code, so
 *   that opening does not wait for it either
 */
export function createScreenLoader(
  arrived: () => void,
  failed: () => void,
  fetchRest: () => Promise<void>,
): ScreenLoader {
  let screens: LaterScreens = { Summary: null, Review: null, Questions: null, Closed: null };
  let step: State['step'] | null = null;
  let workIsHere: (work: RecordWork) => void = () => undefined;
  const recordWork = new Promise<RecordWork>((resolve) => (workIsHere = resolve));
  const asked = new Set<keyof LaterScreens>();
  const load = (name: keyof LaterScreens): void => {
    if (asked.has(name)) return;
    asked.add(name);
    if (name === 'Summary') void fetchRest();
    loaders[name]().then(
      (loaded) => {
        screens = { ...screens, ...loaded.screens };
        if (loaded.work) workIsHere(loaded.work);
        arrived();
      },
      () => {
        asked.delete(name);
        if (step !== null && drawnWith[step] === name) failed();
      },
    );
  };
  return {
    screens: () => screens,
    recordWork,
    need: (state) => {
      ({ step } = state);
      for (const name of neededBy[step] ?? []) load(name);
    },
  };
}

const neededBy: Partial<Record<State['step'], readonly (keyof LaterScreens)[]>> = {
  asking: ['Questions', 'Closed'],
  verified: ['Summary', 'Closed'],
  permitted: ['Summary'],
  retrieving: ['Summary'],
  reviewing: ['Review'],
  closed: ['Closed'],
};

/** Without the words of a closed screen, what closes is closed all the same. */
const drawnWith: Partial<Record<State['step'], keyof LaterScreens>> = {
  asking: 'Questions',
  accepting: 'Questions',
  retrieving: 'Summary',
  showing: 'Summary',
  reviewing: 'Review',
};

type Loaded = { readonly screens: Partial<LaterScreens>; readonly work?: RecordWork };

const loaders: Readonly<Record<keyof LaterScreens, () => Promise<Loaded>>> = {
  Summary: async () => {
    const { recordParts } = await import('./record-parts.ts');
    return { screens: { Summary: recordParts.Summary }, work: recordParts.work };
  },
  Review: async () => ({
    screens: { Review: (await import('../ui/review/review-screen.tsx')).ReviewScreen },
  }),
  Questions: async () => ({
    screens: { Questions: (await import('../ui/questions/questions-screen.tsx')).QuestionsScreen },
  }),
  Closed: async () => ({
    screens: { Closed: (await import('../ui/screens/closed-screen.tsx')).closedView },
  }),
};
