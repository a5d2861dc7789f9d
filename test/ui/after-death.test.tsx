import { describe, expect, it } from 'vitest';
import { EntrySection } from '../../src/ui/summary/entry-section.tsx';
import { Medicines } from '../../src/ui/summary/medicines.tsx';
import { Problems } from '../../src/ui/summary/problems.tsx';
import { entry, medication, problem } from './items.ts';
import { renderPart } from './record-view.tsx';

const items = [
  problem('Atrial fibrillation', { status: 'active' }),
  problem('Pneumonia', { status: 'past' }),
  medication('Digoxin 125microgram tablets', { status: 'current' }),
  entry('appointment', 'Heart failure review', { standing: 'planned' }),
  entry('referral', 'Heart failure clinic', { standing: 'planned' }),
  entry('encounter', 'Emergency admission', { standing: 'current' }),
];

function words(hasDied: boolean): string {
  const sections = (
    <>
      <Problems />
      <Medicines />
      <EntrySection kind="appointment" />
      <EntrySection kind="referral" />
      <EntrySection kind="encounter" />
    </>
  );
  return renderPart(sections, items, { hasDied }).container.textContent;
}

describe('the record of somebody who has died', () => {
  it('calls nothing active, current, going on or planned from now', () => {
    const said = words(true);
    expect(said).not.toMatch(/\bactive\b|current|going on/i);
    expect(said.replaceAll('Planned before death', '')).not.toMatch(/planned/i);
    expect(said).toMatch(/Digoxin/);
    expect(said).toMatch(/Before death/);
    expect(said).toMatch(/No end stated/);
  });

  it('is in words of the present for the living', () => {
    expect(words(false)).toMatch(/1 active.*Current.*Planned.*Still going on/s);
  });
});
