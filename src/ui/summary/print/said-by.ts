/** Who says it on paper, when it was, and when and by whom it was written down. */
import { formatDate, formatDateTime } from '../../../domain/clinical-date.ts';
import type { Item } from '../../../domain/summary/item.ts';
import { printWords } from '../../wording/print.ts';
import { summaryWords } from '../../wording/summary.ts';
import { nameOf, type SourceNames } from '../source-names.ts';

/** "OUH 12-Nov-2026, recorded 13-Nov-2026, by Dr Ines Moreau". */
export function saidBy(item: Item, names: SourceNames): string {
  const { date, recorded, author } = item;
  const isTimed = item.kind === 'result' || item.kind === 'vital';
  const happened = date && (isTimed ? formatDateTime(date) : formatDate(date));
  const written = recorded && formatDate(recorded);
  return [
    `${nameOf(names, item.source).tag} ${happened ?? (written ? '' : summaryWords.noDate)}`.trim(),
    written !== null && written !== (date && formatDate(date))
      ? `${printWords.recorded} ${written}`
      : null,
    author && `${printWords.by1} ${author}`,
  ]
    .filter(Boolean)
    .join(', ');
}
