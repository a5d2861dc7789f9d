import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { ClinicalDocument } from '../../domain/summary/item.ts';
import { letterWords } from '../wording/letters.ts';
import { ItemRow } from './item-row.tsx';
import { Mark, Words } from './words.tsx';
import { AttachmentButtons } from './letters/attachment-buttons.tsx';
import { PagedList } from './paged-list.tsx';
import { Section } from './section.tsx';

/** Letters and discharge summaries by title, type, author and date, newest first. */
export function Documents({ summary }: { summary: Summary }) {
  const items = itemsOf(summary, 'document');
  return (
    <Section kind="document" summary={summary} count={items.length}>
      <PagedList anchored items={items} first={10} row={(item) => <Row item={item} />} />
    </Section>
  );
}

function Row({ item }: { item: ClinicalDocument }) {
  return (
    <>
      <ItemRow item={item}>
        <Words of={[item.type, item.author]} />
        {item.status && <Mark>{item.status}</Mark>}
      </ItemRow>
      {item.attachments.length > 0 ? (
        <AttachmentButtons item={item} />
      ) : (
        <p class="files">{letterWords.noFile}</p>
      )}
    </>
  );
}
