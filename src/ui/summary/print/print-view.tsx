/**
 * The record on paper, plain and whole. One table, whose head and foot the browser repeats on every
 * page: a page that falls out still says whose it is.
 */
import '../../styles/print.scss';
import { Fragment } from 'preact';
import { parseClinicalDate } from '../../../domain/clinical-date.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { Showing } from '../../../flow/state.ts';
import { printViewId } from '../../print-view-id.ts';
import { frameWords } from '../../wording/frame.ts';
import { printWords } from '../../wording/print.ts';
import { sectionNames, sectionOrder } from '../../wording/summary.ts';
import { Kept } from '../section-boundary.tsx';
import { sourceNames } from '../source-names.ts';
import { UnshownLines } from './unshown-lines.tsx';
import type { View } from '../view.ts';
import { PrintDifferences } from './print-differences.tsx';
import { PrintHead } from './print-head.tsx';
import { PrintSection } from './print-section.tsx';

export type PrintViewProps = {
  readonly state: Showing;
  readonly summary: Summary;
  readonly view: Pick<View, 'hidden' | 'combined' | 'now' | 'hasDied' | 'policy'>;
};

/** What no filter ever touches (domain notes, section 11); plans for emergencies with them. */
const unfiltered: ReadonlySet<SectionKind> = new Set([
  ...(['alert', 'allergy', 'medication', 'safeguarding', 'emergency-plan'] as const),
]);

/** Only for a printing that was recorded; nothing for any other state. */
export function PrintView({ state, summary, view }: PrintViewProps) {
  const { print, verified } = state;
  if (print?.type !== 'ready') return null;
  const { hidden, combined, now, hasDied, policy } = view;
  const names = sourceNames(summary.sources, verified.coverage);
  const shown = {
    items: summary.items.filter(({ kind, source }) => unfiltered.has(kind) || !hidden.has(source)),
  };
  const paper = { summary, names, hasDied, critical: policy.criticalMedicines };
  const at = parseClinicalDate(print.at);
  return (
    <article class="print" id={printViewId(print.printId)} lang="en-GB">
      <table class="print__pages">
        <thead>
          <tr>
            <td>
              <PrintHead {...{ state, summary, names, hidden, now, at }} />
            </td>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td>
              {printWords.title}. {frameWords.standingNotice} {printWords.changed}
            </td>
          </tr>
        </tfoot>
        <tbody>
          <tr>
            <td>
              <p>{combined ? printWords.combined : printWords.uncombined}</p>
              {sectionOrder.map((kind) => (
                <Fragment key={kind}>
                  <Kept of={summary} instead={<NotPrinted name={sectionNames[kind]} />}>
                    <PrintSection {...{ kind, paper, shown, combined }} />
                  </Kept>
                  {kind === 'problem' && (
                    <Kept of={summary} instead={<NotPrinted name={printWords.differences} />}>
                      <PrintDifferences paper={paper} />
                    </Kept>
                  )}
                </Fragment>
              ))}
              <UnshownLines unshown={summary.unshown} names={names} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** What could not be drawn is missing on paper too, by its name. */
function NotPrinted({ name }: { name: string }) {
  return (
    <section class="print__section">
      <h2>{name}</h2>
      <p class="print__absence">{printWords.sectionNotPrinted}</p>
    </section>
  );
}
