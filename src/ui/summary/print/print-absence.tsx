/** What stands in a section of paper in place of entries: whose word is missing, and what is not printed. */
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import { printWords } from '../../wording/print.ts';
import { sectionNames } from '../../wording/summary.ts';
import { emptySentences, missingBeside } from '../section-absence.ts';
import { nameOf } from '../source-names.ts';
import type { Paper } from './paper.ts';

type Props = { readonly kind: SectionKind; readonly paper: Paper };

/** What a source wrote over the section is not on paper: said, so that whoever acts looks. */
export function Texts({ kind, paper: { summary, names } }: Props) {
  const texts = summary.texts.filter(({ section }) => section === kind);
  return (
    <>
      {texts.map(({ key, source, title, onlyText }) => {
        const say = onlyText ? printWords.onlyWords : printWords.moreWords;
        // What a section of safeguarding is called may tell what it holds.
        const called = kind === 'safeguarding' ? sectionNames[kind] : title;
        return <p key={key}>{say(nameOf(names, source).name, called)}</p>;
      })}
    </>
  );
}

/** Never just empty; and where there is something, still whose word is missing from it. */
export function Absence({
  kind,
  paper: { summary },
  isEmpty,
}: Props & { readonly isEmpty: boolean }) {
  if (summary.sources.length === 0) return <p>{printWords.noSource}</p>;
  const said = isEmpty
    ? emptySentences(summary, kind)
    : missingBeside(summary, kind).map(({ report, why }) => `${report.source.name}: ${why}.`);
  return said.length === 0 ? null : <p class="print__absence">{said.join(' ')}</p>;
}
