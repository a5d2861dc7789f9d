/** Every section in full; those of the first look stand there, and nowhere else. */
import type { EntryKind } from '../../domain/summary/section-kind.ts';
import type { LogView } from '../../flow/state.ts';
import { frameWords } from '../wording/frame.ts';
import { absenceWords, summaryWords } from '../wording/summary.ts';
import { AccessLog } from './access-log.tsx';
import { Documents } from './documents.tsx';
import { EntrySection } from './entry-section.tsx';
import { Immunisations } from './immunisations.tsx';
import { Medicines } from './medicines.tsx';
import { Timeline } from './look/timeline.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { Results } from './results.tsx';
import { KindBoundary, SectionBoundary } from './section-boundary.tsx';
import { UnshownItems } from './unshown.tsx';
import { useView } from './view.ts';
import { Vitals } from './vitals.tsx';

/** After the first look, in the order of reading. */
const before = ['encounter', 'contact', 'need', 'care-plan', 'appointment', 'referral'] as const;
const after = ['procedure', 'device', 'social', 'functional'] as const;

export function Sections({ log }: { log: LogView }) {
  const { summary } = useView();
  return (
    <>
      <KindBoundary kind="medication" of={summary}>
        <Medicines />
      </KindBoundary>
      <KindBoundary kind="result" of={summary}>
        <Results />
      </KindBoundary>
      <KindBoundary kind="vital" of={summary}>
        <Vitals />
      </KindBoundary>
      {before.map((kind) => (
        <Entries key={kind} kind={kind} />
      ))}
      <KindBoundary kind="immunisation" of={summary}>
        <Immunisations />
      </KindBoundary>
      {after.map((kind) => (
        <Entries key={kind} kind={kind} />
      ))}
      <KindBoundary kind="document" of={summary}>
        <Documents />
      </KindBoundary>
      <Entries kind="other" />
      <SectionBoundary id="timeline" name={summaryWords.timeline} of={summary}>
        <Timeline />
      </SectionBoundary>
      <SectionBoundary id="nothing" name={absenceWords.heading} of={summary}>
        <NothingToShow summary={summary} />
      </SectionBoundary>
      <UnshownItems unshown={summary.unshown} />
      <p class="standing-notice">{frameWords.standingNotice}</p>
      <AccessLog log={log} />
    </>
  );
}

function Entries({ kind }: { kind: EntryKind }) {
  return (
    <KindBoundary kind={kind} of={useView().summary}>
      <EntrySection kind={kind} />
    </KindBoundary>
  );
}
