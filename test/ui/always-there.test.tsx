import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../src/domain/source.ts';
import type { Item } from '../../src/domain/summary/item.ts';
import type { Arrival } from '../../src/flow/state.ts';
import { gp, ouh, participating, report, showing, verified } from './fixtures.ts';
import { allergy } from './items.ts';
import { renderApp } from './render-app.tsx';

const headings = [
  ...['Known allergies', 'No known allergies', 'Allergies not recorded', 'Allergies unavailable'],
];
const none = allergy('No known allergies', { assertion: 'no-known-allergy' });
const latex = allergy('Latex');
const coverage = [participating(gp, true), participating(ouh)];

type Moment = {
  readonly when: string;
  readonly arrival: Arrival;
  /** Of the hospital; the practice has answered. */
  readonly other: SourceReport['state'];
  readonly items: readonly Item[];
  readonly heading: string;
  readonly line: RegExp;
};

const asked = { arrival: 'arriving', other: 'asking', line: /^1 of 2 answered\./ } as const;
const whole = { arrival: 'complete', other: 'answered', line: /^All 2 sources answered/ } as const;
const silent = { ...whole, other: 'timeout', line: /Hospitals: no answer/ } as const;
const broken = { arrival: 'interrupted', other: 'interrupted', line: /broke off before/ } as const;

const moments: readonly Moment[] = [
  { when: 'before all answered', ...asked, items: [], heading: 'Allergies unavailable' },
  { when: '"none" came first', ...asked, items: [none], heading: 'Allergies unavailable' },
  { when: 'an allergy came first', ...asked, items: [latex], heading: 'Known allergies' },
  { when: 'all have nothing', ...whole, items: [], heading: 'Allergies not recorded' },
  { when: 'one says "none"', ...whole, items: [none], heading: 'No known allergies' },
  { when: 'one is silent', ...silent, items: [none], heading: 'Allergies unavailable' },
  { when: 'it broke off', ...broken, items: [none], heading: 'Allergies unavailable' },
  { when: 'it broke off later', ...broken, items: [latex], heading: 'Known allergies' },
];

describe('the open record', () => {
  it.each(moments)(
    'says what is known of allergies, who answered, and that it is not all: $when',
    ({ arrival, other, items, heading, line }) => {
      const sources = [report(gp, 'answered'), report(ouh, other)];
      const about = verified({ coverage });
      renderApp(showing({ sources, items }, { arrival, verified: about }));
      const shown = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
      expect(shown.filter((each) => headings.includes(each))).toEqual([heading]);
      const said = within(screen.getByRole('region', { name: 'Sources' })).getByRole('status');
      expect(said).toHaveTextContent(line);
      expect(screen.getByText('Not the full record of any system.')).toBeVisible();
    },
  );
});
