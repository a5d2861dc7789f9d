/** Loads a screen's code when a state calls for it, or, for the record's, while the question is read. */
import type { State } from '../flow/state.ts';
import type { LaterScreens } from '../ui/app.tsx';
import type { OpenRecord } from './record-parts.ts';

export type ScreenLoader = {
  readonly screens: () => LaterScreens;
  /** What happens in an open record, and what its page does, once the code of it has come. */
  readonly open: Promise<OpenRecord>;
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
  let openIsHere: (open: OpenRecord) => void = () => undefined;
  const open = new Promise<OpenRecord>((resolve) => (openIsHere = resolve));
  const asked = new Set<keyof LaterScreens>();
  const load = (name: keyof LaterScreens): void => {
    if (asked.has(name)) return;
    asked.add(name);
    if (name === 'Summary') void fetchRest();
    loaders[name]().then(
      (loaded) => {
        screens = { ...screens, ...loaded.screens };
        if (loaded.open) openIsHere(loaded.open);
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
    open,
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

type Loaded = { readonly screens: Partial<LaterScreens>; readonly open?: OpenRecord };

const loaders: Readonly<Record<keyof LaterScreens, () => Promise<Loaded>>> = {
  Summary: async () => {
    const { recordParts } = await import('./record-parts.ts');
    return { screens: { Summary: recordParts.Summary }, open: recordParts.open };
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
