import { useState } from 'preact/hooks';
import { safeguardingWords } from '../../wording/first-look.ts';
import { ByStanding } from '../entry-section.tsx';
import { useRows } from '../rows.ts';
import { Section } from '../section.tsx';
import { useView } from '../view.ts';

/** Others read over a shoulder: nothing of it is on the page until it is asked for. */
export function Safeguarding() {
  const { summary } = useView();
  const { rows } = useRows('safeguarding');
  const [open, setOpen] = useState(false);
  return (
    <Section
      kind="safeguarding"
      summary={summary}
      count={rows.length}
      aside={
        <p class="count">
          {safeguardingWords.count(rows.length)}{' '}
          <button
            type="button"
            class="button button--link"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? safeguardingWords.hide : safeguardingWords.show}
            <span class="hidden"> {safeguardingWords.about}</span>
          </button>
        </p>
      }
    >
      {open && <ByStanding rows={rows} first={50} />}
    </Section>
  );
}
