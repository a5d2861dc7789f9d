/** Which results are of one test: by a code they share, or else by exactly the same title. */
import type { Code, Item } from './item.ts';
import { codedSubject } from './subject.ts';
import { sameWords } from './words.ts';

type Named = { readonly codes: readonly Code[]; readonly title: string };

/** @returns for a result or a part of one, the same for all results of that test */
export type TestKey = (named: Named) => string;

const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';

/**
 * LOINC is the key where there is one. A result in SNOMED CT alone is of the test that others give
 * both codes of, so long as that is one test: a code of many (a panel's, "laboratory test") joins
 * nothing.
 */
export function testKeys(everything: readonly Named[]): TestKey {
  const testsOf = new Map<string, Set<string>>();
  for (const named of everything) {
    if (!named.codes.some(({ system }) => system === loinc)) continue;
    const test = subjectOf(named);
    for (const { system, code } of named.codes) {
      if (system !== snomed || test === null) continue;
      const subject = subjectOf({ ...named, codes: [{ system, code, display: null }] });
      if (subject === null) continue;
      testsOf.set(subject, (testsOf.get(subject) ?? new Set()).add(test));
    }
  }
  return (named) => {
    const subject = subjectOf(named);
    if (subject === null) return `words ${sameWords(named.title)}`;
    const [test, another] = testsOf.get(subject) ?? [];
    return test !== undefined && another === undefined ? test : subject;
  };
}

const kind: Item['kind'] = 'result';

function subjectOf({ codes }: Named): string | null {
  return codedSubject({ kind, codes });
}
