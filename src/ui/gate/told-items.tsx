/** Earlier break glasses of this user: was the patient told? Beside the question, never in its way. */
import { useState } from 'preact/hooks';
import type { OpenItems } from '../../domain/told.ts';
import type { ToldState } from '../../flow/state.ts';
import type { Send } from '../intent.ts';
import { part, WithPart } from '../parts/later.tsx';
import { toldHeading as words } from '../wording/told-heading.ts';

type Props = {
  readonly openItems: OpenItems;
  readonly told: Readonly<Record<string, ToldState>>;
  readonly send: Send;
};

export function ToldItems({ openItems, told, send }: Props) {
  const [opened, setOpened] = useState(false);
  if (openItems.type === 'not-known') return <p class="notice quiet">{words.notKnown}</p>;
  const { items } = openItems;
  if (items.length === 0) return null;
  const left = items.filter(({ consentId }) => told[consentId]?.type !== 'recorded').length;
  return (
    <details class="check told" onToggle={() => setOpened(true)}>
      <summary>
        {words.question} <strong class="check__show">{words.left(left)}</strong>
      </summary>
      {opened && (
        <WithPart of={list}>{(List) => <List items={items} told={told} send={send} />}</WithPart>
      )}
    </details>
  );
}

/** Rare, and never in the way of the question: its code comes when somebody opens it. */
const list = part(async () => (await import('./told-list.tsx')).ToldList);
