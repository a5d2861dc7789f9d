/** The first screen is for the first ten seconds: allergies, medicines, problems, then the rest. */
import '../styles/summary.scss';
import { useMemo } from 'preact/hooks';
import type { Showing } from '../../flow/state.ts';
import type { SummaryProps } from '../app.tsx';
import { OpeningScreen } from '../screens/opening-screen.tsx';
import { expectedSources, withExpected } from '../summary-sources.ts';
import { frameWords } from '../wording/frame.ts';
import { AccessLog } from './access-log.tsx';
import { Allergies } from './allergies.tsx';
import { Documents } from './documents.tsx';
import { SearchBox } from './find/search-box.tsx';
import { Immunisations } from './immunisations.tsx';
import { Timeline } from './look/timeline.tsx';
import { Medicines } from './medicines.tsx';
import { Problems } from './problems.tsx';
import { Results } from './results.tsx';
import { SectionNav } from './section-nav.tsx';
import { sourceNames, SourceNamesContext } from './source-names.ts';
import { SourcesPanel } from './sources-panel.tsx';
import { UnshownItems } from './unshown.tsx';
import { ViewContext } from './view.ts';
import { Vitals } from './vitals.tsx';

/** The open record. Loaded apart from the gate; give it to `App` as `Summary`. */
export function SummaryScreen({ state, send, now, policy }: SummaryProps) {
  return state.step === 'retrieving' ? (
    <OpeningScreen sources={expectedSources(state.verified)} send={send} />
  ) : (
    <OpenRecord state={state} send={send} now={now} policy={policy} />
  );
}

function OpenRecord({ state, send, now, policy }: SummaryProps & { state: Showing }) {
  const { verified, arrival, log } = state;
  const summary = useMemo(
    () => withExpected(state.summary, verified, arrival),
    [state.summary, verified, arrival],
  );
  const names = useMemo(
    () => sourceNames(summary.sources, verified.coverage),
    [summary.sources, verified.coverage],
  );
  const view = useMemo(
    () => ({
      ...{ summary, send, now, policy, combined: true },
      ...{ since: null, late: new Set<string>(), hidden: new Set<string>() },
    }),
    [summary, send, now, policy],
  );
  return (
    <SourceNamesContext.Provider value={names}>
      <ViewContext.Provider value={view}>
        <div class="summary">
          <SectionNav summary={summary} send={send} />
          <div class="summary__body">
            <SearchBox />
            <SourcesPanel sources={summary.sources} arrival={arrival} send={send} />
            <Allergies summary={summary} />
            <Medicines summary={summary} />
            <Problems summary={summary} />
            <Results />
            <Vitals />
            <Immunisations summary={summary} />
            <Documents summary={summary} />
            <UnshownItems unshown={summary.unshown} />
            <Timeline />
            <p class="standing-notice">{frameWords.standingNotice}</p>
            <AccessLog log={log} />
          </div>
        </div>
      </ViewContext.Provider>
    </SourceNamesContext.Provider>
  );
}
