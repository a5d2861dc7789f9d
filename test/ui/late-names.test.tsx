/** What would be acted on at once is named in the notice: it can not be dismissed unread. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, ouh, report, sc, showing } from './fixtures.ts';
import { allergy, entry, letter, medication, problem, result } from './items.ts';
import { renderApp } from './render-app.tsx';

const sources = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));
const from = { source: oh.id };
const metoclopramide = allergy('Metoclopramide', from);
const many = [
  ...[medication('A', from), problem('B', from), result('C', from), letter('D', from)],
  problem('E', from),
];

function notice(...items: readonly Item[]): string {
  renderApp(showing({ items, sources }, { late: items.map(({ key }) => key) }));
  return screen.getByText(/^New since you opened/, { selector: '#late' }).textContent;
}

describe('the notice of what arrived', () => {
  it('Daniel: names the allergy among much else', () => {
    expect(notice(...many, metoclopramide)).toBe(
      'New since you opened. Oxford Health: 6 entries, among them 1 allergy (Metoclopramide).',
    );
  });

  it('names it where little came with it', () => {
    expect(notice(metoclopramide, problem('Asthma', from))).toBe(
      'New since you opened. Oxford Health: 1 allergy (Metoclopramide), 1 problem.',
    );
  });

  it('names two at most, each once, and says how many more there are', () => {
    const codeine = () => allergy('Codeine', from);
    const latex = allergy('Latex', { ...from, certainty: 'Unconfirmed' });
    expect(notice(codeine(), codeine(), latex, metoclopramide)).toBe(
      'New since you opened. Oxford Health: 4 allergies (Codeine, Latex · Unconfirmed, 1 more).',
    );
  });

  it('names no allergy that is refuted, or over', () => {
    const refuted = allergy('Penicillin', { ...from, status: 'past' });
    expect(notice(refuted, metoclopramide)).toBe(
      'New since you opened. Oxford Health: 2 allergies (1 not current) (Metoclopramide).',
    );
  });

  it('names an emergency plan with what was decided, and none that is over', () => {
    const respect = entry('emergency-plan', 'ReSPECT', {
      ...{ ...from, role: 'resuscitation', value: 'Not for attempted CPR' },
    });
    const over = entry('emergency-plan', 'Old plan', { ...from, standing: 'past' });
    expect(notice(...many, respect, over)).toBe(
      'New since you opened. Oxford Health: 7 entries, among them 2 emergency plans (1 not current) (ReSPECT: Not for attempted CPR).',
    );
  });

  it('takes "no known allergy" for no allergy', () => {
    const none = allergy('No known allergy', { ...from, assertion: 'no-known-allergy' });
    expect(notice(none)).toBe('New since you opened. Oxford Health: 1 statement about allergies.');
  });
});
