/** Every section in full; those of the first look stand there, and nowhere else. */
import type { LogView } from '../../flow/state.ts';
import { frameWords } from '../wording/frame.ts';
import { AccessLog } from './access-log.tsx';
import { Documents } from './documents.tsx';
import { EntrySection } from './entry-section.tsx';
import { Immunisations } from './immunisations.tsx';
import { Medicines } from './medicines.tsx';
import { Timeline } from './look/timeline.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { Results } from './results.tsx';
import { UnshownItems } from './unshown.tsx';
import { useView } from './view.ts';
import { Vitals } from './vitals.tsx';

export function Sections({ log }: { log: LogView }) {
  const { summary } = useView();
  return (
    <div class="sections">
      <Medicines />
      <Results />
      <Vitals />
      <EntrySection kind="encounter" />
      <EntrySection kind="contact" />
      <EntrySection kind="need" />
      <EntrySection kind="care-plan" />
      <EntrySection kind="appointment" />
      <EntrySection kind="referral" />
      <Immunisations />
      <EntrySection kind="procedure" />
      <EntrySection kind="device" />
      <EntrySection kind="social" />
      <EntrySection kind="functional" />
      <Documents />
      <EntrySection kind="other" />
      <Timeline />
      <NothingToShow summary={summary} />
      <UnshownItems unshown={summary.unshown} />
      <p class="standing-notice">{frameWords.standingNotice}</p>
      <AccessLog log={log} />
    </div>
  );
}
