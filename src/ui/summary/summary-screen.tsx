/** The open record: what the first ten seconds need, then every section in full. */
import '../styles/summary.scss';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import { lastOpenedBy, openedFor, type Organisation } from '../../domain/summary/new-since.ts';
import { hasDied } from '../../domain/person.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { Showing } from '../../flow/state.ts';
import type { SummaryProps } from '../app.tsx';
import { markWords } from '../wording/marks.ts';
import { summaryWords } from '../wording/summary.ts';
import { OpeningScreen } from '../screens/opening-screen.tsx';
import { expectedSources, withExpected } from '../summary-sources.ts';
import { type Filters, FiltersOn, useFilters } from './filters.tsx';
import { SearchBox } from './find/search-box.tsx';
import { Below } from './below.tsx';
import { FirstLook } from './first/first-look.tsx';
import { LateNotice } from './late-notice.tsx';
import { LateRoom } from './late-room.tsx';
import { LetterLayer } from './letters/letter-layer.tsx';
import { NewLine } from './new-line.tsx';
import { PrintLayer } from './print/print-layer.tsx';
import { PrintNotice } from './print/print-notice.tsx';
import { Kept, SectionBoundary } from './section-boundary.tsx';
import { SectionNav } from './section-nav.tsx';
import { sourceNames, SourceNamesContext } from './source-names.ts';
import { SourcesPanel } from './sources-panel.tsx';
import { type View, ViewContext } from './view.ts';

/** The open record. Loaded apart from the gate; give it to `App` as `Summary`. */
export function SummaryScreen(props: SummaryProps) {
  const { state, send } = props;
  return state.step === 'retrieving' ? (
    <OpeningScreen sources={expectedSources(state.verified)} send={send} />
  ) : (
    <OpenRecord {...props} state={state} />
  );
}

type OpenProps = Omit<SummaryProps, 'state'> & { readonly state: Showing };

function OpenRecord(props: OpenProps) {
  const { state } = props;
  const { verified, arrival, log } = state;
  const filters = useFilters();
  const summary = useMemo(
    () => withExpected(state.summary, verified, arrival),
    [state.summary, verified, arrival],
  );
  const names = useMemo(
    () => sourceNames(summary.sources, verified.coverage),
    [summary.sources, verified.coverage],
  );
  const view = useWholeView(props, filters, summary);
  const search = useSearch();
  const [filtersAsked, setFiltersAsked] = useState(0);
  return (
    <SourceNamesContext.Provider value={names}>
      <ViewContext.Provider value={view}>
        {state.print?.type === 'ready' ? (
          <PrintLayer state={state} summary={summary} />
        ) : (
          <LetterLayer view={state.document}>
            <div class="summary">
              <SectionNav
                log={log}
                onSearch={search.bring}
                onFilters={() => setFiltersAsked((times) => times + 1)}
              />
              <div class="summary__body">
                <div class={search.asked ? 'search search--asked' : 'search'}>
                  <SectionBoundary id="search" name={summaryWords.search} of={summary}>
                    <SearchBox />
                  </SectionBoundary>
                </div>
                <PrintNotice print={state.print} send={props.send} />
                <SourcesPanel {...{ arrival, filters, filtersAsked }} renewal={state.renewal} />
                <FiltersOn filters={filters} />
                <SectionBoundary id="late" name={markWords.lateHeading} of={summary}>
                  <LateNotice />
                </SectionBoundary>
                <FirstLook />
                <Kept of={summary} instead={null}>
                  <NewLine organisation={organisationOf(state)} log={log} />
                </Kept>
                <Below log={log} />
                <LateRoom />
              </div>
            </div>
          </LetterLayer>
        )}
      </ViewContext.Provider>
    </SourceNamesContext.Provider>
  );
}

/** In a sidebar the box comes when it is asked for, and with it the focus, each time. */
function useSearch() {
  const [asked, setAsked] = useState(0);
  useLayoutEffect(() => {
    if (asked === 0) return;
    const box = document.getElementById('search');
    box?.scrollIntoView();
    box?.focus({ preventScroll: true });
  }, [asked]);
  return { asked: asked > 0, bring: () => setAsked((times) => times + 1) };
}

/** One object for as long as nothing in it changed, so that a section is not drawn for nothing. */
function useWholeView(
  { state, send, now, policy }: OpenProps,
  { hidden, combined }: Filters,
  summary: Summary,
): View {
  const late = useMemo(() => new Set(state.late), [state.late]);
  const { log, receipt, verified, reading: isRead } = state;
  const since = useMemo(() => sinceWhen({ log, receipt, verified }), [log, receipt, verified]);
  const died = hasDied(verified.host, verified.patient);
  return useMemo(
    () => ({ summary, send, now, policy, since, late, isRead, hasDied: died, combined, hidden }),
    [summary, now.iso, policy, since, late, isRead, died, combined, hidden],
  );
}

type Opening = Pick<Showing, 'log' | 'receipt' | 'verified'>;

function sinceWhen(opening: Opening) {
  const { log, receipt } = opening;
  const organisation = organisationOf(opening);
  const openedAt = parseClinicalDate(receipt.recordedAt);
  if (log.type !== 'loaded' || organisation === null || openedAt === null) return null;
  return lastOpenedBy(log.entries, organisation, openedAt);
}

/** Of several roles the state does not keep which was chosen: the log has it, once it is there. */
function organisationOf({ log, receipt, verified }: Opening): Organisation | null {
  const [first, ...others] = verified.clinician.roles;
  const { organisation } = first;
  if (others.every((role) => role.organisation?.odsCode === organisation?.odsCode)) {
    return organisation;
  }
  const openedAt = parseClinicalDate(receipt.recordedAt);
  return log.type === 'loaded' && openedAt ? openedFor(log.entries, openedAt) : null;
}
