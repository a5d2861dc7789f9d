import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ClosedReason } from '../../src/flow/closed.ts';
import type { Failure, Stage } from '../../src/flow/failure.ts';
import type { Closed, Reached } from '../../src/flow/state.ts';
import { closedWords } from '../../src/ui/wording/closed.ts';
import { closedReasons } from './closed-reasons.ts';
import { failure, policy } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

function closed(
  reason: ClosedReason,
  recorded = false,
  reached: Reached = 'before-record',
): Closed {
  return { step: 'closed', key: 'launch-1', reason, reached, recorded };
}

const named = closedReasons.map((reason) => [JSON.stringify(reason).slice(0, 60), reason] as const);

describe('every closed screen', () => {
  it.each(named)('says what happened, what was shown and what to do: %s', (_, reason) => {
    renderApp(closed(reason));
    const words = closedWords(reason, policy);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(words.heading);
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent(words.what);
    expect(main).toHaveTextContent(
      /Nothing (clinical )?was shown\.|The screen was cleared\.|No patient is on this screen\./,
    );
    expect(main).toHaveTextContent(words.next);
    expect(screen.getByRole('heading', { name: 'What to do now' })).toBeVisible();
  });

  it.each(
    // The ones whose parts differ: a reference, a table, neither.
    named.filter(([, { type }]) => ['call-failed', 'mismatch', 'dissent'].includes(type)),
  )('has no accessibility problem: %s', async (_, reason) => {
    const { container } = renderApp(closed(reason, true));
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each(named)('claims a recording only once it is acknowledged: %s', (_, reason) => {
    const { show } = renderApp(closed(reason));
    expect(screen.getByRole('status')).not.toHaveTextContent('This attempt was recorded.');
    show(closed(reason, true));
    expect(screen.getByRole('status')).toHaveTextContent('This attempt was recorded.');
  });

  it.each([
    ['before-record', 'The screen was cleared. No opening was recorded.'],
    ['recording', 'The screen was cleared.'],
    ['recorded', 'The screen was cleared. This opening was recorded.'],
    ['shown', 'The screen was cleared. This opening was recorded.'],
  ] as const)('says what is certain of a launch that closed %s', (reached, words) => {
    renderApp(closed({ type: 'internal-fault' }, false, reached));
    expect(screen.getByRole('status').parentElement).toHaveTextContent(
      new RegExp(`^${words.replace(/\./g, '\\.')}$`),
    );
  });

  it('a reload claims nothing of what went before it', () => {
    renderApp(closed({ type: 'launch-not-found' }));
    expect(screen.getByRole('main')).toHaveTextContent('No patient is on this screen.');
    expect(screen.getByRole('main')).not.toHaveTextContent(/recorded|was shown/);
  });

  it.each(named)('offers nothing to press and shows no patient: %s', (_, reason) => {
    renderApp(closed(reason));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Patient' })).toBeNull();
    expect(document.body).not.toHaveTextContent(/OKAFOR|Okafor|999 000/);
  });

  it('does not say the same of two reasons that differ', () => {
    const said = closedReasons.map((reason) => {
      const { heading, what } = closedWords(reason, policy);
      return `${heading} ${what}`;
    });
    expect(new Set(said).size).toBe(closedReasons.length);
  });
});

describe('what no further try will mend', () => {
  const scr = 'If care cannot wait, use the Summary Care Record.';

  it.each([
    ['too little access', { type: 'scope-missing', scope: 'patient/Patient.r' }],
    ['settings that are wrong', { type: 'misconfigured' }],
    ['an exchange that can not serve', { type: 'unsupported-exchange' }],
  ] as const)('names what to use where care cannot wait, and who mends it: %s', (_, reason) => {
    renderApp(closed(reason));
    expect(screen.getByRole('main')).toHaveTextContent(scr);
    expect(screen.getByRole('main')).toHaveTextContent(/your system administrator/);
  });

  it('is a registered death, until what records it is corrected', () => {
    renderApp(closed({ type: 'deceased', notice: 'formal' }));
    expect(screen.getByRole('main')).toHaveTextContent(
      `It can be opened once the record of the death is corrected. ${scr}`,
    );
  });
});

describe('a record that the patient does not share', () => {
  it('shows nothing but that it cannot be opened: no count, source, log or break glass', () => {
    renderApp(closed({ type: 'dissent' }, true));
    const main = screen.getByRole('main');
    expect([...main.querySelectorAll('h1, h2, p')].map((part) => part.textContent)).toEqual([
      'This record cannot be opened',
      'The patient has chosen not to share it. Permission or an emergency does not change this.',
      'Nothing clinical was shown. This attempt was recorded.',
      'What to do now',
      'Ask the people with them or phone their GP practice. Only the patient can change this, ' +
        'through their practice.',
    ]);
    expect(main).not.toHaveTextContent(/break glass|\d|Hollow Way|Oxford/i);
  });
});

describe('details that differ', () => {
  it('stand side by side, the ones that agree left out', () => {
    const reason = closedReasons.find(({ type }) => type === 'mismatch');
    if (!reason) throw new Error('No mismatch among the reasons');
    renderApp(closed(reason));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'FieldYour systemCare Summary',
      'Date of birth14-Jul-194514-Jun-1945',
    ]);
  });
});

describe('a call that failed', () => {
  const kinds: readonly Failure['kind'][] = [
    'offline',
    'timeout',
    'unauthorised',
    'forbidden',
    'not-found',
    'conflict',
    'server',
    'bad-answer',
    'too-large',
  ];

  it('says something different for each kind of failure', () => {
    const said = kinds.map(
      (kind) =>
        closedWords({ type: 'call-failed', stage: 'trace', failure: { ...failure, kind } }, policy)
          .what,
    );
    expect(new Set(said).size).toBe(kinds.length);
  });

  it('names the host for its own calls and the exchange for its own', () => {
    const what = (stage: Stage) =>
      closedWords({ type: 'call-failed', stage, failure }, policy).what;
    for (const stage of ['authorise', 'user', 'patient'] as const) {
      expect(what(stage)).toContain('Hollow Way EPR');
    }
    for (const stage of ['capability', 'trace', 'standing', 'record', 'summary'] as const) {
      expect(what(stage)).toContain('Care Summary');
    }
  });

  it('gives the reference to read out', () => {
    renderApp(closed({ type: 'call-failed', stage: 'standing', failure }));
    expect(screen.getByText('Reference 7F3K')).toBeVisible();
  });
});

it('a long refusal by the host is cut short', () => {
  renderApp(closed({ type: 'host-refused', description: 'x'.repeat(5000) }));
  expect(screen.getByRole('main').textContent.length).toBeLessThan(600);
});

it('begins with a capital where the host has no name of its own', () => {
  const { heading } = closedWords(
    { type: 'scope-missing', scope: 'patient/Patient.rs' },
    { ...policy, hostName: 'your clinical system' },
  );
  expect(heading).toBe('Your clinical system did not give enough access');
});
