import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { unbroken } from '../../src/ui/parts/unbroken.tsx';
import { EntrySection } from '../../src/ui/summary/entry-section.tsx';
import { HitRow } from '../../src/ui/summary/find/hit-row.tsx';
import { on } from './fixtures.ts';
import { entry } from './items.ts';
import { printed } from './printed-paper.tsx';
import { renderPart } from './record-view.tsx';

const wholeIn = (place: Element) =>
  [...place.querySelectorAll('.nowrap')].map(({ textContent }) => textContent);

describe('what a line must not break', () => {
  it.each([
    ['RhD negative. Anti-D given 16-Nov-2026', ['16-Nov-2026']],
    ['GP 07-Nov-2026 11:05, recorded 8-Nov-2026', ['07-Nov-2026 11:05', '8-Nov-2026']],
    ['ring 01632 960182 or +44 1632 960182', ['01632 960182', '+44 1632 960182']],
    ['NHS No. 999 000 0018', ['999 000 0018']],
    ['range 2 to 7.5 × 10⁹/L', ['7.5 × 10⁹/L']],
    ['Stage 1, recovering at discharge', []],
    ['38 mL/min/1.73 m2, 64 mg/L High', ['38 mL/min/1.73 m2,', '64 mg/L']],
    ['vitamin B12 deficiency since Mar-2004', []],
    ['code 325373001 and 10 gastroenterologists', []],
  ])('of “%s”', (words, whole) => {
    const { container } = render(<p>{unbroken(words)}</p>);
    expect(wholeIn(container)).toEqual(whole);
    expect(container.textContent).toBe(words);
  });
});

const telling = entry('pregnancy', 'Ring 01632 960182', {
  ...{ value: 'booked 16-Nov-2026', date: on('2026-11-16') },
  details: [{ label: 'Dose', text: '500 mg' }],
});

describe('dates and amounts in the words of a source', () => {
  it('are whole on screen', () => {
    renderPart(<EntrySection kind="pregnancy" />, [telling]);
    expect(wholeIn(screen.getByRole('listitem'))).toEqual([
      ...['01632 960182', '16-Nov-2026', '500 mg', '16-Nov-2026'],
    ]);
  });

  it('are whole in a search, with what was searched for marked within them', () => {
    const { container } = renderPart(<HitRow item={telling} words={['nov']} />, [telling]);
    expect(wholeIn(container)).toEqual(['01632 960182', '16-Nov-2026', '16-Nov-2026']);
    expect(screen.getByText('Nov', { selector: '.nowrap mark' })).toBeVisible();
  });

  it('are whole on paper, and so is the patient above them', async () => {
    const { section, head } = await printed({ items: [telling] });
    expect(wholeIn(section('Pregnancy'))).toEqual([
      ...['01632 960182', '16-Nov-2026', '500 mg', '16-Nov-2026'],
    ]);
    expect(wholeIn(head)).toEqual(
      expect.arrayContaining(['14-Jul-1945', '999 000 0018', '22-Nov-2026 15:45']),
    );
  });
});

describe('a date that is both a value and when it is due', () => {
  const expected = (due: string, value: string) =>
    entry('pregnancy', 'Estimated date of delivery', { ...{ due: on(due), value }, date: null });
  const once = /^(?!.*14-Feb-2027.*14-Feb-2027).*14-Feb-2027/;

  it('is said once, and another is still said', () => {
    renderPart(<EntrySection kind="pregnancy" />, [
      expected('2027-02-14', '14-Feb-2027'),
      expected('2027-02-16', '15-Feb-2027'),
    ]);
    const [same, other] = screen.getAllByRole('listitem');
    expect(same).toHaveTextContent(once);
    expect(other).toHaveTextContent(/15-Feb-2027 · due 16-Feb-2027/);
  });

  it('is still said to have passed', () => {
    renderPart(<EntrySection kind="pregnancy" />, [expected('2025-03-02', '02-Mar-2025')]);
    expect(screen.getByRole('listitem')).toHaveTextContent(
      /delivery: 02-Mar-2025 · the due date has passed/,
    );
  });

  it('is said once in a search and on paper', async () => {
    const item = expected('2027-02-14', '14-Feb-2027');
    const { container } = renderPart(<HitRow item={item} words={['delivery']} />, [item]);
    expect(container).toHaveTextContent(once);
    const { section } = await printed({ items: [item] });
    expect(section('Pregnancy')).toHaveTextContent(once);
  });
});
