/** Emergency plans that are all over: of what, and whether another may be in force. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/domain/summary/summary.ts';
import { answered, coverage, section } from './all-answered.tsx';
import { gp, ouh, report, sc, showing, verified } from './fixtures.ts';
import { entry } from './items.ts';
import { renderApp } from './render-app.tsx';

const over = entry('emergency-plan', 'Crisis plan', { standing: 'past' });

function open(part: Partial<Summary> = {}) {
  const summary = { items: [over], sources: answered, practice: gp.id, ...part };
  renderApp(showing(summary, { verified: verified({ coverage }) }));
  return section('Resuscitation and emergency plans');
}
const none = () => screen.queryByText('None in force');

describe('emergency plans that are all over', () => {
  it('are said to be, where every source answered', () => {
    const plans = open();
    expect(none()).toBeVisible();
    expect(plans.getByRole('button', { name: 'No longer in force (1)' })).toBeVisible();
  });

  it.each(['timeout', 'asking', 'answered-withheld', 'interrupted'] as const)(
    'are never called none in force while a source’s word is missing: %s',
    (state) => {
      open({ sources: [...answered.slice(0, 3), report(sc, state)] });
      expect(none()).toBeNull();
    },
  );

  it('are never called none in force where an entry that may be one could not be read', () => {
    const unread = { source: ouh.id, section: 'unknown', because: 'malformed' } as const;
    open({ unshown: [{ ...unread, key: 'unread', what: 'Plan' }] });
    expect(none()).toBeNull();
  });

  it.each([true, false])('nor where a source wrote of plans in words (alone: %s)', (onlyText) => {
    const narrative = { xhtml: '<div>For full treatment</div>', saysMore: true };
    open({
      texts: [
        {
          ...{ key: 'words', source: ouh.id, section: 'emergency-plan' },
          ...{ title: 'Plans', narrative, onlyText },
        },
      ],
    });
    expect(none()).toBeNull();
  });

  it('are not the end of it where one is in force', () => {
    open({ items: [over, entry('emergency-plan', 'Asthma plan')] });
    expect(none()).toBeNull();
  });
});
