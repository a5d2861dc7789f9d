/** Wherever a fact stands apart from its section, it says whether it holds. */
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { lateWords } from '../../src/ui/summary/late-words.ts';
import { SearchBox } from '../../src/ui/summary/find/search-box.tsx';
import { Timeline } from '../../src/ui/summary/look/timeline.tsx';
import { gp, on, ouh, report, showing } from './fixtures.ts';
import { allergy, entry, medication, problem } from './items.ts';
import { renderPart } from './record-view.tsx';
import { renderApp } from './render-app.tsx';

const sources = [report(gp, 'answered'), report(ouh, 'answered')];
const held = () => medication('Warfarin 1 mg tablets', { proviso: 'On hold', dose: 'as per INR' });
const ended = () =>
  medication('Apixaban 5 mg tablets', { until: on('2026-11-01'), dose: 'twice daily' });

async function found(item: Item, word: string) {
  const { user } = renderPart(<SearchBox />, [item]);
  await user.type(screen.getByRole('searchbox'), word);
  const hits = within(await screen.findByRole('region', { name: 'Search results' }));
  return hits.getByRole('listitem');
}

describe('a medicine on hold, or past its last day', () => {
  it.each(['Critical medicines', 'Medicines'])('says so among %s', (name) => {
    renderApp(showing({ sources, items: [held(), ended()] }));
    const region = screen.getByRole('region', { name });
    expect(region).toHaveTextContent(/On hold · as per INR/);
    expect(region).toHaveTextContent(/until 01-Nov-2026.*, that day has passed · twice daily/);
  });

  it('says so where sources differ', () => {
    const items = [held(), medication('Warfarin 1 mg tablets', { source: ouh.id })];
    renderApp(showing({ sources, items }));
    expect(screen.getByRole('region', { name: 'Differences' })).toHaveTextContent(/GP.*On hold/);
  });

  it('says so where a search finds it', async () => {
    expect(await found(held(), 'warfarin')).toHaveTextContent(/tablets On hold/);
  });

  it('says until when where a search finds it, and never a date as it was sent', async () => {
    const hit = await found(ended(), 'apixaban');
    expect(hit).toHaveTextContent(/tablets until 01-Nov-2026/);
    expect(hit).not.toHaveTextContent('2026-11-01');
  });

  it('says so on paper', async () => {
    const print = { printId: 'p1', type: 'ready', at: '2026-11-22T15:45:00Z' } as const;
    renderApp(showing({ sources, items: [held(), ended()] }, { print }));
    const paper = await screen.findByRole('article');
    expect(paper).toHaveTextContent('Warfarin 1 mg tablets [On hold]');
    expect(paper).toHaveTextContent('Apixaban 5 mg tablets: twice daily · until 01-Nov-2026');
  });
});

describe('the timeline', () => {
  it.each<[string, Item]>([
    ['Differential', problem('Heart failure', { certainty: 'Differential' })],
    ['past', problem('Pneumonia', { status: 'past' })],
    ['Stopped', medication('Ramipril', { status: 'stopped' })],
    ['On hold', held()],
    ['Proposed only', medication('Ramipril', { proviso: 'Proposed only', status: 'not-stated' })],
    ['Cancelled', entry('encounter', 'Clinic', { standing: 'past', status: 'Cancelled' })],
  ])('says %s of an event, aloud and in its picture', (word, item) => {
    const { container } = renderPart(<Timeline />, [item]);
    const says = screen.getByRole('slider').getAttribute('aria-valuetext');
    expect(says).toContain(word);
    if (item.kind !== 'encounter') {
      expect(container.textContent).toContain(`${item.title} (`);
    }
  });
});

describe('what has just arrived', () => {
  const none = allergy('No known allergy', { assertion: 'no-known-allergy' });
  const refuted = allergy('Aspirin', { status: 'past', certainty: 'Refuted' });
  const stopped = medication('Warfarin', { status: 'stopped' });
  const items = [none, refuted, stopped, medication('Digoxin')];
  const late = items.map(({ key }) => key);

  it('counts no assertion as an allergy, and says how many do not hold', () => {
    expect(lateWords({ items, sources }, new Set(late))).toBe(
      'New since you opened. Hollow Way Medical Centre: 1 allergy (1 not current), ' +
        '2 medicines (1 not current), 1 statement about allergies.',
    );
  });

  it('says of each whether it holds', async () => {
    const { user } = renderApp(showing({ sources, items }, { late }));
    const notice = within(screen.getByRole('region', { name: /^New since/ }));
    await user.click(notice.getByRole('button', { name: 'Show what arrived' }));
    expect(notice.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringContaining('No known allergy an assertion, not an allergy'),
      expect.stringContaining('Aspirin no longer active · Refuted'),
      expect.stringContaining('Warfarin Stopped'),
      expect.stringContaining('Digoxin Go to Medicines'),
    ]);
  });
});

describe('an alert whose standing nobody stated', () => {
  it('says so where a search finds it', async () => {
    const alert = entry('alert', 'Violent to staff', { standing: 'not-stated' });
    expect(await found(alert, 'violent')).toHaveTextContent(/Violent to staff Status not stated/);
  });
});
