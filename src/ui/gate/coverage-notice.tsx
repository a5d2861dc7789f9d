/** What will be missing, before it is missed. The same for every patient of a practice. */
import type { SourceCoverage } from '../../domain/source.ts';
import { coverageWords } from '../wording/gate.ts';

type Props = {
  readonly coverage: readonly SourceCoverage[];
  /** Where the patient is registered must not be told, whatever the exchange said. */
  readonly isProtected: boolean;
};

export function CoverageNotice({ coverage, isProtected }: Props) {
  const missing = coverage.filter(({ state }) => state !== 'participating');
  const practice = missing.find(({ registeredPractice }) => registeredPractice && !isProtected);
  const others = missing.filter((each) => each !== practice);
  return (
    <>
      {practice && (
        <p class="notice notice--warning">
          <strong>{practiceWords(practice)}</strong> {coverageWords.practiceMissing}
        </p>
      )}
      {others.length > 0 && (
        <p class="notice">
          {coverageWords.alsoMissing} {others.map(otherWords).join(', ')}.
        </p>
      )}
    </>
  );
}

function practiceWords({ source, state }: SourceCoverage): string {
  return state === 'down'
    ? coverageWords.practiceDown(source.name)
    : coverageWords.practiceNotSharing(source.name);
}

function otherWords({ source, state }: SourceCoverage): string {
  return state === 'down' ? coverageWords.down(source.name) : coverageWords.notSharing(source.name);
}
