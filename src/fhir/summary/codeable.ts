/** Coded concepts in words: what the author wrote before any code (domain notes, section 9). */
import type { Code } from '../../domain/summary/item.ts';
import type { Coding, Concept } from '../datatypes.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { codeSystem } from '../systems.ts';
import { joined, shownText } from '../text.ts';

/** The author's text, else the best display; null where there are only bare codes, or nothing. */
export function wordsOf(found: Concept | undefined): string | null {
  if (!found) return null;
  const codings = namedCodings(found);
  const snomed = codings.find(({ system, display }) => system === codeSystem.snomed && display);
  const any = codings.find(({ display }) => display);
  return shownText(found.text) ?? shownText(snomed?.display) ?? shownText(any?.display);
}

/** A code that says why there is none (data-absent-reason) is no name where there is one. */
function namedCodings({ coding: all = [] }: Concept): readonly Coding[] {
  if (!all.some(isAbsent)) return all;
  const named = all.filter((each) => !isAbsent(each));
  return named.length > 0 ? named : all;
}

function isAbsent({ system }: Coding): boolean {
  return system === clinicalSystem.dataAbsent;
}

/** As {@link wordsOf}, and the bare code where nobody wrote words; null for nothing at all. */
export function titleOf(found: Concept | undefined): string | null {
  const bare = (found ? namedCodings(found) : []).find(({ code }) => code !== undefined);
  const code = shownText(bare?.code, 60);
  return wordsOf(found) ?? (code === null ? null : `Code ${code} (sent without words)`);
}

/** Codes to show on demand. */
export function codesOf(found: Concept | undefined): Code[] {
  return (found?.coding ?? []).flatMap(({ system, code, display }) => {
    const shown = shownText(code, 60);
    if (shown === null) return [];
    return [{ system: shownText(system, 200) ?? '', code: shown, display: shownText(display) }];
  });
}

/** Words of several concepts, each once. */
export function wordsOfAll(found: readonly Concept[] | undefined): string | null {
  return joined((found ?? []).map(titleOf), ', ');
}

/** "entered-in-error" → "Entered in error". */
export function sentence(code: string): string {
  const words = shownText(code.replaceAll('-', ' '), 60) ?? '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
