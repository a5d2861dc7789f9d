/** Earlier openings, before permission: professions only, no name and no organisation. */
export const openingsWords = {
  notKnown: 'Earlier openings could not be read.',
  noneByOthers: 'Not opened by others in the last 7 days.',
  byOthers: (count: number) =>
    count === 1
      ? 'Opened by others once in the last 7 days,'
      : `Opened by others ${count} times in the last 7 days, last`,
  today: (time: string) => `today ${time}`,
  on: 'on',
  dateNotKnown: 'on a date that is not known',
  by: (profession: string) => ` by ${withArticle(profession)}`,
  breakGlass: 'break glass',
  allBreakGlass: (count: number) =>
    count === 1 ? 'Break glass once.' : `Break glass ${count} times in all.`,
  byYou: 'You last opened it',
} as const;

/** "a staff nurse", "an emergency registrar", "a GP": a host's words, in a sentence of ours. */
function withArticle(profession: string): string {
  const short = profession.length > 60 ? `${profession.slice(0, 60)}…` : profession;
  const isAcronym = /^\p{Lu}{2}/u.test(short);
  const words = isAcronym ? short : short.charAt(0).toLowerCase() + short.slice(1);
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
