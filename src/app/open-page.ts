/** The page while a record is open: when it draws, what it does ahead, and who is reading or printing. */
import { whenQuiet } from '../adapters/platform.ts';
import type { CriticalMedicines } from '../domain/summary/medicines.ts';
import type { State } from '../flow/state.ts';
import { printViewId } from '../ui/print-view-id.ts';
import { ahead, type RecordWork } from './ahead.ts';
import { paced } from './pacing.ts';
import type { Happening } from './perform.ts';
import { watchPrinting } from './printing.ts';
import { watchReading } from './reading.ts';
import { steadily, steadyPage } from './steady.ts';

/** Nobody has read the question by then; a press that comes at once is not made to wait. */
const rehearsedFromMs = 200;
/** From then, whether or not the page was ever quiet. */
const rehearsedWithinMs = 100;

export type OpenPageParts = {
  readonly draw: (state: State) => void;
  readonly happened: (what: Happening) => void;
  readonly critical: CriticalMedicines;
  readonly work: RecordWork;
  readonly after: (run: () => void, ms: number) => void;
};

/** @returns to be told of every state from now on, each of which it draws in its time */
export function openPage(parts: OpenPageParts): (state: State) => void {
  const { draw, happened, critical, work, after } = parts;
  const page = window;
  const reading = watchReading({ page, after }, () => {
    happened({ type: 'reading-began' });
  });
  const printing = watchPrinting(
    {
      ...{ page, root: document.documentElement, after },
      isDrawn: (printId) => document.getElementById(printViewId(printId)) !== null,
    },
    () => {
      happened({ type: 'print-closed' });
    },
  );
  const works = ahead(work, critical, after);
  after(() => {
    whenQuiet(works.rehearse, rehearsedWithinMs);
  }, rehearsedFromMs);
  const show = paced({
    draw: (state) => {
      steadily(steadyPage, state.step === 'showing' && state.reading, () => {
        draw(state);
      });
      reading(state);
      printing(state);
      works.drawn(state);
    },
    ...{ prepare: works.prepare, whenQuiet, clock: () => performance.now() },
  });
  return (state) => {
    works.arrived(state);
    show(state);
  };
}
