/** Loads a screen's code when a state calls for it, or, for the record's, while the question is read. */
import type { State } from '../flow/state.ts';
import type { LaterScreens } from '../ui/app.tsx';
import type { RecordWork } from './ahead.ts';

export type ScreenLoader = {
  readonly screens: () => LaterScreens;
  /** What the record's code can work out ahead; null until it has come. */
  readonly recordWork: () => RecordWork | null;
  /** Loads what this state needs; nothing where it is there or on its way. */
  readonly need: (state: State) => void;
};

/**
 * @param arrived called when a screen's code has come
 * @param failed called when one can not be had: then nothing may stay half drawn
 * @param fetchRest fetches what the record is asked for and read with, beside its screen's code, so
 *   that opening does not wait for it either
 */
export function createScreenLoader(
  arrived: () => void,
  failed: () => void,
  fetchRest: () => Promise<void>,
): ScreenLoader {
  let screens: LaterScreens = { Summary: null, Review: null, Questions: null, Closed: null };
  let work: RecordWork | null = null;
  const asked = new Set<keyof LaterScreens>();
  const load = (name: keyof LaterScreens): void => {
    if (asked.has(name)) return;
    asked.add(name);
    if (name === 'Summary') void fetchRest();
    loaders[name]().then(
      (loaded) => {
        screens = { ...screens, ...loaded.screens };
        work = loaded.work ?? work;
        arrived();
      },
      // Without the words of a closed screen, what closes is closed all the same.
      () => (name === 'Closed' ? asked.delete(name) : failed()),
    );
  };
  return {
    screens: () => screens,
    recordWork: () => work,
    need: ({ step }) => {
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
