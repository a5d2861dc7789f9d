/** Recorded, and asking: who is being asked, before the first of them has answered. */
import type { SourceReport } from '../../domain/source.ts';
import { frameWords } from '../wording/frame.ts';
import { sourceStateWords } from '../wording/sources.ts';

export function OpeningScreen({ sources }: { sources: readonly SourceReport[] }) {
  return (
    <div class="panel">
      <p role="status">{frameWords.askingSources}</p>
      <ul class="plain-list">
        {sources.map(({ source, state }) => (
          <li key={source.id}>
            <strong>{source.name}</strong>: {sourceStateWords(state)}
          </li>
        ))}
      </ul>
    </div>
  );
}
