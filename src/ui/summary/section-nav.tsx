/** A bar along the bottom of a sidebar, a column beside the summary in a window. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { frameWords } from '../wording/frame.ts';
import { sectionNames, sectionOrder, summaryWords } from '../wording/summary.ts';

type Props = { readonly summary: Summary; readonly send: Send };

export function SectionNav({ summary, send }: Props) {
  const [open, setOpen] = useState(false);
  const go = (id: string) => {
    setOpen(false);
    jumpTo(id);
  };
  return (
    <nav
      class="bar"
      aria-label={summaryWords.navigation}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button
        type="button"
        class="bar__toggle"
        aria-expanded={open}
        aria-controls="sections"
        onClick={() => setOpen(!open)}
      >
        {summaryWords.sections}
      </button>
      <ul id="sections" class={open ? 'bar__list bar__list--open' : 'bar__list'}>
        {sectionOrder.map((kind) => (
          <li key={kind}>
            <Jump id={`section-${kind}`} onGo={go}>
              {sectionNames[kind]}
              <Count of={rowsOf(summary, kind)} />
            </Jump>
          </li>
        ))}
      </ul>
      <Jump id="access-log" onGo={go}>
        {summaryWords.accessLog}
      </Jump>
      <Button look="secondary" onPress={() => send({ type: 'end' })}>
        {frameWords.closeRecord}
      </Button>
    </nav>
  );
}

/** Rows to be read there. Nought is no number: why a section is empty is said in the section. */
function Count({ of }: { of: number }) {
  return of > 0 ? <span class="count"> {of}</span> : null;
}

/** An assertion that there are none is no allergy. */
function rowsOf(summary: Summary, kind: SectionKind): number {
  if (kind !== 'allergy') return itemsOf(summary, kind).length;
  return itemsOf(summary, kind).filter(({ assertion }) => assertion === 'allergy').length;
}

type JumpProps = {
  readonly id: string;
  readonly onGo: (id: string) => void;
  readonly children: ComponentChildren;
};

/** A link that leaves the address alone: history must not fill with jumps inside one record. */
function Jump({ id, onGo, children }: JumpProps) {
  return (
    <a
      class="bar__link"
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(id);
      }}
    >
      {children}
    </a>
  );
}

function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
