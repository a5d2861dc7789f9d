/** Loads a screen's code when a state calls for it, or, for the record's, while the question is read. */
import type { State } from '../flow/state.ts';
import type { LaterScreens } from '../ui/app.tsx';

export type ScreenLoader = {
  readonly screens: () => LaterScreens;
  /** Loads what this state needs; nothing where it is there or on its way. */
  readonly need: (state: State) => void;
};

/**
 * @param arrived called when a screen's code has come
 * @param failed called when one can not be had: then nothing may stay half drawn
 */
export function createScreenLoader(arrived: () => void, failed: () => void): ScreenLoader {
  let screens: LaterScreens = { Summary: null, Review: null, Questions: null };
  const asked = new Set<keyof LaterScreens>();
  const load = (name: keyof LaterScreens): void => {
    if (asked.has(name)) return;
    asked.add(name);
    loaders[name]().then((loaded) => {
      screens = { ...screens, ...loaded };
      arrived();
    }, failed);
  };
  return {
    screens: () => screens,
    need: ({ step }) => {
      const name = neededBy[step];
      if (name) load(name);
    },
  };
}

const neededBy: Partial<Record<State['step'], keyof LaterScreens>> = {
  asking: 'Questions',
  verified: 'Summary',
  permitted: 'Summary',
  retrieving: 'Summary',
  reviewing: 'Review',
};

const loaders: Readonly<Record<keyof LaterScreens, () => Promise<Partial<LaterScreens>>>> = {
  Summary: async () => {
    const [{ SummaryScreen }] = await Promise.all([
      import('../ui/summary/summary-screen.tsx'),
      // What reads the record comes along, so that opening does not wait for it either.
      import('../adapters/exchange/after-record.ts').catch(() => null),
    ]);
    return { Summary: SummaryScreen };
  },
  Review: async () => ({ Review: (await import('../ui/review/review-screen.tsx')).ReviewScreen }),
  Questions: async () => ({
    Questions: (await import('../ui/questions/questions-screen.tsx')).QuestionsScreen,
  }),
};
