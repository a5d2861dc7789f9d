/** Recorded, and asking: who is being asked, before the first of them has answered. */
import type { SourceReport } from '../../domain/source.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { frameWords } from '../wording/frame.ts';
import { sourceStateWords } from '../wording/sources.ts';

type Props = { readonly sources: readonly SourceReport[]; readonly send: Send };

export function OpeningScreen({ sources, send }: Props) {
  return (
    <div class="panel opening">
      <p role="status">{frameWords.askingSources}</p>
      <ul class="plain-list">
        {sources.map(({ source, state }) => (
          <li key={source.id}>
            <strong>{source.name}</strong>: {sourceStateWords(state)}
          </li>
        ))}
      </ul>
      <Button look="secondary" onPress={() => send({ type: 'end' })}>
        {frameWords.closeRecord}
      </Button>
    </div>
  );
}
