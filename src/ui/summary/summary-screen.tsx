/** The first screen is for the first ten seconds: allergies, medicines, problems, then the rest. */
import '../styles/summary.scss';
import { useMemo } from 'preact/hooks';
import type { SourceId } from '../../domain/source.ts';
import type { Showing } from '../../flow/state.ts';
import type { SummaryProps } from '../app.tsx';
import { OpeningScreen } from '../screens/opening-screen.tsx';
import { expectedSources, withExpected } from '../summary-sources.ts';
import { frameWords } from '../wording/frame.ts';
import { AccessLog } from './access-log.tsx';
import { Allergies } from './allergies.tsx';
import { Documents } from './documents.tsx';
import { Immunisations } from './immunisations.tsx';
import { LetterLayer } from './letters/letter-layer.tsx';
import { Medicines } from './medicines.tsx';
import { Problems } from './problems.tsx';
import { Results } from './results.tsx';
import { SectionNav } from './section-nav.tsx';
import { sourceNames, SourceNamesContext } from './source-names.ts';
import { SourcesPanel } from './sources-panel.tsx';
import { UnshownItems } from './unshown.tsx';
import { ViewContext } from './view.ts';

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
  const late = useMemo(() => new Set(state.late), [state.late]);
  const shown = { since: null, late, combined: true, hidden: new Set<SourceId>() };
  return (
    <SourceNamesContext.Provider value={names}>
      <ViewContext.Provider value={{ summary, send, now, policy, ...shown }}>
        <LetterLayer view={state.document}>
          <div class="summary">
            <SectionNav summary={summary} send={send} />
            <div class="summary__body">
              <SourcesPanel sources={summary.sources} arrival={arrival} send={send} />
              <Allergies summary={summary} />
              <Medicines summary={summary} />
              <Problems summary={summary} />
              <Results summary={summary} />
              <Immunisations summary={summary} />
              <Documents summary={summary} />
              <UnshownItems unshown={summary.unshown} />
              <p class="standing-notice">{frameWords.standingNotice}</p>
              <AccessLog log={log} />
            </div>
          </div>
        </LetterLayer>
      </ViewContext.Provider>
    </SourceNamesContext.Provider>
  );
}
