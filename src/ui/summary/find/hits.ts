/** What shows the hits of a search: fetched when somebody comes to the box. */
export { HitList } from './hit-list.tsx';
export { wordsOf } from './marked.tsx';
