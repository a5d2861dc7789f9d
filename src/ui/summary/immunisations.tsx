import { RowLine } from './item-row.tsx';
import { ImmunisationWords } from './item-words.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { useView } from './view.ts';

/** Newest first; one that was not given says so. */
export function Immunisations() {
  const { summary } = useView();
  const { rows, leftOut } = useRows('immunisation');
  return (
    <Section kind="immunisation" summary={summary} count={rows.length} leftOut={leftOut}>
      <PagedList
        anchored
        items={rows}
        first={10}
        row={(row) => (
          <RowLine row={row}>
            <ImmunisationWords item={row.items[0]} />
          </RowLine>
        )}
      />
    </Section>
  );
}
