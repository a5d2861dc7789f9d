import { useContext } from 'preact/hooks';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { summaryWords } from '../wording/summary.ts';
import { NarrativeToggle } from './narrative/narrative-toggle.tsx';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { SourceTag } from './source-tag.tsx';

type Props = { readonly summary: Summary; readonly kind: SectionKind };

/** What a source wrote over a whole section: where it sent nothing else, it may hold any fact. */
export function SectionTexts({ summary, kind }: Props) {
  const names = useContext(SourceNamesContext);
  const texts = summary.texts.filter(({ section }) => section === kind);
  if (texts.length === 0) return null;
  return (
    <ul class="section-texts">
      {texts.map(({ key, source, title, narrative, onlyText }) => (
        <li key={key}>
          <SourceTag source={source} />{' '}
          <span class={onlyText ? 'mark' : undefined}>
            {onlyText ? summaryWords.textOnly : summaryWords.textToo}
          </span>
          <NarrativeToggle
            narrative={narrative}
            about={`${title}, ${nameOf(names, source).name}`}
          />
        </li>
      ))}
    </ul>
  );
}
