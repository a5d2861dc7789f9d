import type { Summary } from '../../domain/summary/summary.ts';
import { absenceWords, inWords, sectionNames } from '../wording/summary.ts';
import { nothingToShow } from './section-absence.ts';

/** Sections without entries, in one place, each with the reason in words, source by source. */
export function NothingToShow({ summary }: { summary: Summary }) {
  const groups = nothingToShow(summary);
  if (groups.length === 0) return null;
  return (
    <section class="panel section" aria-labelledby="nothing">
      <h2 id="nothing" tabIndex={-1}>
        {absenceWords.heading}
      </h2>
      <ul class="nothing">
        {groups.map(({ kinds, why }) => (
          <li key={why}>
            <strong>{inWords(kinds.map((kind) => sectionNames[kind]))}:</strong> {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
