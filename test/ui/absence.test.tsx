import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { sourceStates, type SourceReport } from '../../src/domain/source.ts';
import type { Summary } from '../../src/domain/summary/summary.ts';
import type { Arrival } from '../../src/flow/state.ts';
import { sourceStateWords } from '../../src/ui/wording/sources.ts';
import {
  gp,
  oh,
  on,
  otherGp,
  ouh,
  participating,
  report,
  sc,
  showing,
  verified,
} from './fixtures.ts';
import { heard } from './heard.ts';
import { allergy, problem } from './items.ts';
import { renderApp } from './render-app.tsx';

const coverage = [gp, ouh, oh, sc].map((source) => participating(source, source === gp));

function open(summary: Partial<Summary>, arrival: Arrival = 'complete') {
  return renderApp(showing(summary, { verified: verified({ coverage }), arrival }));
}

function section(name: RegExp | string) {
  return within(screen.getByRole('region', { name }));
}

const complete = [
  report(gp, 'answered'),
  report(ouh, 'nothing-recorded'),
  report(oh, 'not-known'),
  report(sc, 'answered'),
];

const replacing = (changed: SourceReport) =>
  complete.map((each) => (each.source.id === changed.source.id ? changed : each));

describe('the allergy heading', () => {
  const heading = () => screen.getByRole('heading', { level: 2, name: /allerg/i }).textContent;

  it('is "Known allergies" where one is recorded', () => {
    open({ items: [allergy('Penicillin', { reactions: ['anaphylaxis'] })], sources: complete });
    expect(heading()).toBe('Known allergies');
    expect(section(/^Known/).getByText('Penicillin').parentElement).toHaveTextContent(
      'Penicillin: anaphylaxis',
    );
  });

  it('is "No known allergies" only where someone says so', () => {
    const none = allergy('No known allergy', { assertion: 'no-known-allergy' });
    open({ items: [none], sources: complete });
    expect(heading()).toBe('No known allergies');
  });

  it('is "Allergies not recorded" where all looked and nothing is there', () => {
    open({ sources: complete });
    expect(heading()).toBe('Allergies not recorded');
    expect(section('Allergies not recorded').getByText(/looked/)).toHaveTextContent(
      'Hollow Way Medical Centre, Oxford University Hospitals and Social care looked: ' +
        'nothing recorded. Oxford Health does not know this patient.',
    );
  });

  it.each(['timeout', 'failed', 'asking', 'not-sharing', 'answered-withheld'] as const)(
    'is "Allergies unavailable" where a source is %s, and says which',
    (state) => {
      open({ sources: replacing(report(ouh, state)) }, 'arriving');
      expect(heading()).toBe('Allergies unavailable');
      expect(section('Allergies unavailable').getByText(/looked/)).toHaveTextContent(
        `Oxford University Hospitals: ${sourceStateWords(state)}.`,
      );
    },
  );

  it('is not talked into "none" by a source that only has no data', () => {
    open({
      sources: complete,
      gaps: [{ source: ouh.id, section: 'allergy', reason: 'not-known' }],
    });
    expect(heading()).toBe('Allergies unavailable');
    expect(section('Allergies unavailable').getByText(/looked/)).toHaveTextContent(
      'Oxford University Hospitals: gave no information.',
    );
  });
});

describe('an assertion of none', () => {
  it('is a sentence with its source and date, never a row', () => {
    const none = allergy('no known drug allergy', {
      assertion: 'no-known-of-kind',
      date: on('2011'),
    });
    open({ items: [none, allergy('Penicillin', { source: ouh.id })], sources: complete });
    const allergies = section(/^Known allergies/);
    const sentence = allergies.getByText(/says “no known drug allergy”/);
    expect(sentence).toHaveTextContent('GP says “no known drug allergy” (2011)');
    expect(heard(sentence)).toMatch(/^Hollow Way Medical Centre says “no known drug allergy”/);
    expect(sentence.closest('li')).toBeNull();
    expect(allergies.getByText('1 item')).toBeVisible();
  });

  it('beside a recorded allergy is a disagreement', () => {
    const none = allergy('No known allergy', { assertion: 'no-known-allergy' });
    open({ items: [none, allergy('Penicillin', { source: ouh.id })], sources: complete });
    expect(section(/^Known/).getByText(/says “No known allergy”/)).toHaveTextContent('differs');
  });

  it('that no longer holds says so', () => {
    const none = allergy('No known allergy', { assertion: 'no-known-allergy', status: 'past' });
    open({ items: [none], sources: complete });
    expect(section('Allergies not recorded').getByText(/no longer current/)).toBeVisible();
  });

  it('does not put a past allergy among the present ones', async () => {
    const egg = allergy('Egg', { status: 'past' });
    const { user } = open({ items: [egg], sources: complete });
    const allergies = section('Allergies not recorded');
    expect(allergies.queryByText('Egg')).toBeNull();
    await user.click(allergies.getByRole('button', { name: 'No longer active (1)' }));
    expect(allergies.getByRole('listitem')).toHaveTextContent('Egg no longer active');
  });
});

describe('a section', () => {
  it('that is empty names who looked and who did not answer', () => {
    open({ sources: replacing(report(sc, 'timeout')) });
    expect(section('Problems').getByText(/looked/)).toHaveTextContent(
      'Hollow Way Medical Centre and Oxford University Hospitals looked: nothing recorded. ' +
        'Oxford Health does not know this patient. Social care: no answer.',
    );
  });

  it('that is not empty still names whose word is missing', () => {
    open({ items: [problem('Asthma')], sources: replacing(report(sc, 'timeout')) });
    const [missing] = section(/^Problems/).getAllByRole('listitem');
    expect(missing).toHaveTextContent('SC no answer');
    expect(heard(missing)).toBe('Social care no answer');
  });

  it('names the patient’s own practice where it shares nothing', () => {
    renderApp(
      showing(
        {
          items: [problem('Asthma', { source: ouh.id })],
          sources: [report(otherGp, 'not-sharing'), report(ouh, 'answered')],
        },
        {
          verified: verified({
            coverage: [
              { source: otherGp, state: 'not-sharing', registeredPractice: true, keeps: null },
            ],
          }),
        },
      ),
    );
    const [missing] = section(/^Problems/).getAllByRole('listitem');
    expect(heard(missing)).toBe('Bury Knowle Health Centre has not agreed to share');
  });

  it('says how old each source’s allergies are, on demand', async () => {
    const dated = report(gp, 'answered', '2026-10-28');
    const { user } = open({ items: [allergy('Penicillin')], sources: replacing(dated) });
    await user.click(section(/^Known/).getByRole('button', { name: 'How old' }));
    const known = screen.getByRole('region', { name: /^Known/ });
    expect(known).toHaveTextContent(/GP to 28-Oct-2026/);
    expect(heard(known)).toContain('Hollow Way Medical Centre to 28 October 2026');
  });
});

describe('the line of sources', () => {
  const line = () => section('Sources').getByRole('status');

  it('counts who answered and says why the others did not', () => {
    open(
      {
        sources: [
          report(gp, 'answered'),
          report(ouh, 'answered'),
          report(oh, 'asking'),
          report(sc, 'timeout'),
        ],
      },
      'arriving',
    );
    expect(line()).toHaveTextContent(
      '2 of 4 answered. Oxford Health: still asking. Social care: no answer.',
    );
  });

  it('says that all answered', () => {
    open({ sources: complete });
    expect(line()).toHaveTextContent(/^All 4 sources answered\.\s*$/);
  });

  it('says when some items are withheld', () => {
    open({ sources: replacing(report(gp, 'answered-withheld')) });
    expect(line()).toHaveTextContent('Hollow Way Medical Centre: answered, some items withheld.');
  });

  it('does not say the same of two states', () => {
    const states: readonly SourceReport['state'][] = [...sourceStates, 'asking', 'interrupted'];
    const said = states.map(sourceStateWords);
    expect(new Set(said).size).toBe(states.length);
  });

  it('tells of every source when it was asked and what its data is complete to', async () => {
    const { user } = open({ sources: replacing(report(gp, 'answered', '2026-10-28')) });
    await user.click(screen.getByText('Show each source'));
    const [first] = section('Sources').getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /Hollow Way Medical Centre: answered\. Up to date to 28-Oct-2026/,
    );
    expect(first).toHaveTextContent(/Asked 15:42/);
  });
});
