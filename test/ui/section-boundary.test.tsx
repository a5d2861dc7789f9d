/** One section that can not be drawn costs that section, on screen and on paper. */
import { screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, ouh, report, showing } from './fixtures.ts';
import { allergy, entry, gracesItems, result } from './items.ts';
import { renderApp } from './render-app.tsx';

beforeAll(() => import('../../src/ui/summary/print/print-view.tsx'));

const sources = [report(gp, 'answered'), report(ouh, 'answered')];
const notShown = /^(.*)This section could not be shown/;

/** An item that breaks whatever reads its title. */
function breaking<T extends Item>(item: T): T {
  return Object.defineProperty(item, 'title', {
    get: () => {
      throw new RangeError('Invalid time value');
    },
  });
}

/** The sections that say of themselves that they could not be shown. */
const broken = () =>
  screen.getAllByRole('region').flatMap((region) => notShown.exec(region.textContent)?.[1] ?? []);

describe('a section that can not be drawn', () => {
  it('says so under its name, and the rest of the record stands', () => {
    renderApp(
      showing({ sources, items: [...gracesItems(), breaking(entry('procedure', 'Broken'))] }),
    );
    expect(broken()).toEqual(['Procedures']);
    expect(screen.getByRole('region', { name: 'Known allergies' })).toHaveTextContent('Penicillin');
    expect(screen.getByRole('link', { name: /^Procedures/ })).toBeVisible();
  });

  it('costs the panels of the first look that read it, and no others', () => {
    const items = [allergy('Penicillin'), breaking(result('Broken', { value: '4.6 mmol/L' }))];
    renderApp(showing({ sources, items }));
    expect(broken()).toEqual(['Latest results', 'Results']);
    expect(screen.getByRole('region', { name: 'Known allergies' })).toHaveTextContent('Penicillin');
  });

  it('is tried again once the record is another', () => {
    const { show } = renderApp(
      showing({ sources, items: [breaking(entry('procedure', 'Broken'))] }),
    );
    expect(broken()).toEqual(['Procedures']);
    show(showing({ sources, items: [entry('procedure', 'Cholecystectomy')] }));
    expect(broken()).toEqual([]);
    expect(screen.getByRole('region', { name: 'Procedures' })).toHaveTextContent('Cholecystectomy');
  });

  it('is named on paper, where the rest is printed', async () => {
    const items = [allergy('Penicillin'), breaking(entry('procedure', 'Broken'))];
    const print = { printId: 'p1', type: 'ready', at: '2026-11-22T15:45:00Z' } as const;
    renderApp(showing({ sources, items }, { print }));
    const paper = within(await screen.findByRole('article'));
    const section = (name: string) => paper.getByRole('heading', { name }).parentElement;
    expect(section('Procedures')).toHaveTextContent(notShown);
    expect(section('Known allergies')).toHaveTextContent('Penicillin');
  });
});
