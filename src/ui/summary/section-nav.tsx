/** A bar along the bottom of a sidebar, a column beside the summary in a window. */
import { useState } from 'preact/hooks';
import { compare } from '../../domain/summary/differences.ts';
import { isCritical } from '../../domain/summary/first-look.ts';
import { drugsOf } from '../../domain/summary/medicines.ts';
import { itemsOf } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { LogView } from '../../flow/state.ts';
import { Button } from '../parts/button.tsx';
import { differenceWords, firstLookWords } from '../wording/first-look.ts';
import { frameWords } from '../wording/frame.ts';
import { filterWords } from '../wording/marks.ts';
import {
  absenceWords,
  sectionNames,
  sectionOrder,
  shortNames,
  summaryWords,
} from '../wording/summary.ts';
import { Jump } from './jump.tsx';
import { useRows } from './rows.ts';
import { Kept } from './section-boundary.tsx';
import { isEmpty, nothingToShow, standsAlone } from './section-absence.ts';
import { useView } from './view.ts';

type Props = {
  readonly log: LogView;
  /** Brings the search box, which a sidebar has no room for until it is asked for. */
  readonly onSearch: () => void;
  /** Opens the filters, which in a sidebar lie behind the line of sources. */
  readonly onFilters: () => void;
};

export function SectionNav({ log, onSearch, onFilters }: Props) {
  const { summary, send } = useView();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <nav
      class="bar"
      aria-label={summaryWords.navigation}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button
        type="button"
        class="bar__toggle"
        onClick={() => {
          close();
          onSearch();
        }}
      >
        {summaryWords.search}
      </button>
      <button
        type="button"
        class="bar__toggle"
        aria-expanded={open}
        aria-controls="sections"
        onClick={(event) => {
          keepBelowPatient(event.currentTarget);
          setOpen(!open);
        }}
      >
        {summaryWords.sections}
      </button>
      <div id="sections" class={open ? 'bar__sheet bar__sheet--open' : 'bar__sheet'}>
        <div class="bar__acts">
          <Button
            look="secondary"
            onPress={() => {
              close();
              send({ type: 'print' });
            }}
          >
            {summaryWords.print}
          </Button>
          <Button look="secondary" onPress={() => send({ type: 'end' })}>
            {frameWords.closeRecord}
          </Button>
          <Button
            look="secondary"
            onPress={() => {
              close();
              onFilters();
            }}
          >
            {filterWords.show}
          </Button>
        </div>
        <ul class="bar__list">
          {sectionOrder
            .filter((kind) => standsAlone(kind) || !isEmpty(summary, kind))
            .flatMap((kind) => [
              <SectionLink key={kind} kind={kind} onGo={close} />,
              ...(kind === 'allergy' ? [<CriticalLink key="critical" onGo={close} />] : []),
              ...(kind === 'problem' ? [<DifferencesLink key="differences" onGo={close} />] : []),
            ])}
          <PlainLink to="timeline" words={summaryWords.timeline} onGo={close} />
          {nothingToShow(summary).length > 0 && (
            <PlainLink to="nothing" words={absenceWords.heading} onGo={close} />
          )}
        </ul>
      </div>
      <Jump class="bar__link" to="access-log" onGo={close}>
        {summaryWords.accessLog}
        <Count of={log.type === 'loaded' ? log.entries.length : 0} />
      </Jump>
    </nav>
  );
}

/** The list begins under the patient, however many lines they take, and scrolls in what is left. */
function keepBelowPatient(toggle: HTMLElement): void {
  const top = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
  toggle.parentElement?.style.setProperty('--top', `${Math.max(0, top)}px`);
}

type LinkProps = { readonly onGo: () => void };

function SectionLink({ kind, onGo }: LinkProps & { readonly kind: SectionKind }) {
  return (
    <li>
      <Jump class="bar__link" to={`section-${kind}`} onGo={onGo}>
        {shortNames[kind] ?? sectionNames[kind]}
        <Kept of={useView().summary} instead={null}>
          <SectionCount kind={kind} />
        </Kept>
      </Jump>
    </li>
  );
}

function PlainLink({ to, words, onGo }: LinkProps & { to: string; words: string }) {
  return (
    <li>
      <Jump class="bar__link" to={to} onGo={onGo}>
        {words}
      </Jump>
    </li>
  );
}

function CriticalLink({ onGo }: LinkProps) {
  const { summary, policy } = useView();
  const drugs = drugsOf(summary, policy.criticalMedicines);
  return (
    <li>
      <Jump class="bar__link" to="critical" onGo={onGo}>
        {firstLookWords.critical}
        <Count of={drugs.filter(isCritical).length} />
      </Jump>
    </li>
  );
}

function DifferencesLink({ onGo }: LinkProps) {
  return (
    <li>
      <Jump class="bar__link" to="differences" onGo={onGo}>
        {differenceWords.heading}
        <Kept of={useView().summary} instead={null}>
          <DifferencesCount />
        </Kept>
      </Jump>
    </li>
  );
}

/** Counts by themselves, so that a section which can not be read costs its number alone. */
function SectionCount({ kind }: { kind: SectionKind }) {
  return <Count of={useCount(kind)} />;
}

function DifferencesCount() {
  return <Count of={compare(useView().summary).differences.length} />;
}

/** Nought is no number: why a section is empty is said in the section. */
function Count({ of }: { of: number }) {
  return of > 0 ? <span class="count"> {of}</span> : null;
}

/** As the section itself counts; an assertion that there are none is no allergy. */
function useCount(kind: SectionKind): number {
  const { summary, combined, policy } = useView();
  const { rows } = useRows(kind);
  if (kind === 'medication' && combined) return drugsOf(summary, policy.criticalMedicines).length;
  if (kind !== 'allergy') return rows.length;
  return itemsOf(summary, kind).filter(({ assertion }) => assertion === 'allergy').length;
}
