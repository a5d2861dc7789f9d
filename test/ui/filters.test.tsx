import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { gp, oh, otherGp, ouh, report, sc, showing } from './fixtures.ts';
import { allergy, entry, medication, problem } from './items.ts';
import { renderApp } from './render-app.tsx';

const sources = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));
const community = { source: oh.id };
const items = [
  allergy('Metoclopramide', community),
  medication('Clozapine', community),
  entry('alert', 'Fever: blood count the same day', community),
  entry('safeguarding', 'Plan', community),
  entry('emergency-plan', 'Crisis plan', community),
  problem('Depression', community),
  problem('Asthma'),
];

const section = (name: RegExp | string) => within(screen.getByRole('region', { name }));

async function without(name: string) {
  const app = renderApp(showing({ items, sources }));
  await app.user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
  await app.user.click(screen.getByRole('checkbox', { name }));
  return app;
}

describe('a source that the reader leaves out', () => {
  it('is out of sight in a section, which counts what it leaves out', async () => {
    await without('Oxford Health');
    const problems = section('Problems');
    expect(problems.getByText('Asthma')).toBeVisible();
    expect(problems.queryByText('Depression')).toBeNull();
    expect(problems.getByText('1 entry of Oxford Health is filtered out.')).toBeVisible();
  });

  it('is never left out of alerts, plans, allergies and medicines', async () => {
    await without('Oxford Health');
    expect(section('Known allergies').getByText('Metoclopramide')).toBeVisible();
    expect(section('Medicines').getByRole('rowheader', { name: /^Clozapine/ })).toBeVisible();
    expect(section('Alerts').getByText(/^Fever/)).toBeVisible();
    expect(section('Safeguarding').getByText(/^1 entry/)).toBeVisible();
    expect(section('Resuscitation and emergency plans').getByText('Crisis plan')).toBeVisible();
    expect(
      screen.getByText(/allergies and medicines always show every source/),
    ).toBeInTheDocument();
  });

  it('is left out neither of medicines one by one nor of plans that are over', async () => {
    const over = entry('emergency-plan', 'Plan of 2019', { ...community, standing: 'past' });
    const { user } = renderApp(showing({ items: [...items, over], sources }));
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('checkbox', { name: 'Oxford Health' }));
    await user.click(screen.getByRole('radio', { name: 'Show every entry by itself' }));
    expect(section('Medicines').getByText('Clozapine')).toBeVisible();
    await user.click(screen.getByText('No longer in force (1)'));
    expect(screen.getByText('Plan of 2019')).toBeVisible();
  });

  it('is not taken for a section without entries', async () => {
    const app = renderApp(showing({ items: [problem('Depression', community)], sources }));
    await app.user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Oxford Health' }));
    const problems = section('Problems');
    expect(problems.getByText('1 entry of Oxford Health is filtered out.')).toBeVisible();
    expect(problems.queryByText(/looked: nothing recorded/)).toBeNull();
  });

  it('stays in sight as left out until the filters are cleared', async () => {
    const { user } = await without('Oxford Health');
    expect(screen.getByText('Filters on:').parentElement).toHaveTextContent(
      'Filters on: Oxford Health left out.',
    );
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(screen.queryByText('Filters on:')).toBeNull();
    expect(section('Problems').getByText('Depression')).toBeVisible();
  });

  it('is back at the next launch, and stays out when all are asked again', async () => {
    const { show } = await without('Oxford Health');
    show(showing({ items, sources }, { attempt: 2 }));
    expect(screen.getByText('Filters on:')).toBeVisible();
    show(showing({ items, sources }, { key: 'launch-2' }));
    expect(screen.queryByText('Filters on:')).toBeNull();
  });

  it('can not be one that shares nothing', () => {
    renderApp(showing({ items, sources: [...sources, report(otherGp, 'not-sharing')] }));
    expect(screen.queryByRole('checkbox', { name: otherGp.name })).toBeNull();
  });
});
