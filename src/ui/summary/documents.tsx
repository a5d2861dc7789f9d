import type { Row } from '../../domain/summary/combine.ts';
import type { ClinicalDocument } from '../../domain/summary/item.ts';
import { letterFileWords } from '../wording/letter-files.ts';
import { RowLine } from './item-row.tsx';
import { Mark, Words } from './words.tsx';
import { AttachmentButtons } from './letters/attachment-buttons.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';

/** Letters and discharge summaries by title, type, author and date, newest first. */
export function Documents() {
  const { summary } = useView();
  const { rows, leftOut } = useRows('document');
  return (
    <Section kind="document" summary={summary} count={rows.length} leftOut={leftOut}>
      <PagedList anchored items={rows} first={10} row={(row) => <Letter row={row} />} />
    </Section>
  );
}

function Letter({ row }: { row: Row<ClinicalDocument> }) {
  const [item] = row.items;
  return (
    <RowLine row={row} after={<Files of={withOtherFiles(row)} />}>
      <Words of={[item.type, item.author]} />
      {item.status && <Mark>{item.status}</Mark>}
    </RowLine>
  );
}

function Files({ of }: { of: readonly ClinicalDocument[] }) {
  if (of.length === 0) return <p class="files">{letterFileWords.noFile}</p>;
  return (
    <>
      {of.map((item) => (
        <div key={item.key}>
          {of.length > 1 && <SourceTag source={item.source} />}
          <AttachmentButtons item={item} />
        </div>
      ))}
    </>
  );
}

/**
 * The same file is offered once, by its hash: the copy that arrived first, so that its button is
 * not taken away; what may be another one is offered as well.
 */
function withOtherFiles({ key, items }: Row<ClinicalDocument>): readonly ClinicalDocument[] {
  const offered = new Set<string>();
  const firstFirst = [...items].sort((a, b) => Number(b.key === key) - Number(a.key === key));
  const kept = firstFirst.filter(({ attachments }) => {
    const isHere = attachments.every(({ url, data }) => url !== null || data !== null);
    const hashes = attachments.flatMap(({ hash }) => hash ?? []);
    const isKnown =
      hashes.length === attachments.length && hashes.every((hash) => offered.has(hash));
    if (isHere) for (const hash of hashes) offered.add(hash);
    return attachments.length > 0 && !isKnown;
  });
  return items.filter((item) => kept.includes(item));
}
