/** What shows the hits of a search: fetched when somebody comes to the box. */
import { HitList } from './hit-list.tsx';
import { wordsOf } from './marked.tsx';

export const hitParts = { HitList, wordsOf } as const;
