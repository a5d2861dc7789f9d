import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { TermsStanding } from '../../src/domain/terms.ts';
import type { Accepting, Asking } from '../../src/flow/state.ts';
import { atGate, failure, on, standing, traced, verified } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

function asking(question: Asking['question'], part: Partial<Asking> = {}): Asking {
  return {
    ...{ step: 'asking', key: 'launch-1', verified: verified(), standing },
    ...{ declared: [], question, failure: null, ...part },
  };
}

function due(part: Partial<Extract<TermsStanding, { type: 'due' }>> = {}): Asking {
  const terms = { type: 'due', version: '2026-11', accepted: null, mayPutOff: false } as const;
  return asking('terms', { standing: { ...standing, terms: { ...terms, ...part } } });
}

function accepting({ key, verified: at, standing: held, declared }: Asking): Accepting {
  return {
    ...{ step: 'accepting', key, verified: at, standing: held, declared },
    answer: 'accepted',
  };
}

const press = (name: string) => screen.getByRole('button', { name });

describe('a namesake', () => {
  it('is asked whether this is them, with the patient on screen, and can say that it is not', async () => {
    const { user, sent, container } = renderApp(asking('namesake'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'This looks like your own record',
    );
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('OKAFOR');
    expect(screen.getByRole('main')).toHaveTextContent('Nothing clinical was shown.');
    expect(await brokenRules(container)).toEqual([]);
    await user.dblClick(press('This is not me'));
    expect(sent).toEqual([{ type: 'declare', declaration: 'not-me' }]);
  });

  it('can leave it closed', async () => {
    const { user, sent } = renderApp(asking('namesake'));
    await user.click(press('Close'));
    expect(sent).toEqual([{ type: 'decline-question' }]);
  });
});

describe('a death that was notified informally', () => {
  const patient = {
    ...traced,
    deceased: { notice: 'informal', date: on('2026-11-19') },
  } as const;

  it('is told with its date, and has a way on', async () => {
    const { user, sent, container } = renderApp(
      asking('informal-death', { verified: verified({ patient }) }),
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'This patient is recorded as having died',
    );
    // What may be wrong is given, not said to be so.
    const notice = screen.getByText(/The notice is informal/);
    expect(notice).toHaveTextContent('It may be wrong. Date given: 19-Nov-2026.');
    expect(notice).not.toHaveTextContent('Died');
    expect(screen.getByText(/^If the patient has died, close this page\./)).toBeVisible();
    expect(await brokenRules(container)).toEqual([]);
    await user.click(press('The patient is alive'));
    expect(sent).toEqual([{ type: 'declare', declaration: 'patient-is-alive' }]);
  });

  it('takes the focus to its own heading after another question', () => {
    const { show } = renderApp(asking('namesake'));
    show(asking('informal-death', { verified: verified({ patient }) }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('can be answered although a question before it was', async () => {
    const { user, sent, show } = renderApp(asking('namesake'));
    await user.click(press('This is not me'));
    show(asking('informal-death', { verified: verified({ patient }) }));
    await user.click(press('Close'));
    expect(sent.map(({ type }) => type)).toEqual(['declare', 'decline-question']);
  });
});

describe('the terms', () => {
  it('stand there in full with their version, and no box is ticked beforehand', async () => {
    const { container } = renderApp(due());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Terms of use');
    expect(screen.getByText('Version 2026-11')).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'Your own record' })).toBeVisible();
    expect(screen.getByText('Never open it. Attempts are recorded.')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByRole('region', { name: 'Patient' })).toBeVisible();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('are accepted once, however often the button is pressed', async () => {
    const { user, sent } = renderApp(due());
    await user.dblClick(press('Accept and go on'));
    expect(sent).toEqual([{ type: 'answer-terms', answer: 'accepted' }]);
  });

  it('may not be put off at first use', () => {
    renderApp(due());
    expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull();
  });

  it('may be put off for so many days where an earlier version was accepted', async () => {
    const { user, sent } = renderApp(due({ accepted: '2025-04', mayPutOff: true }));
    expect(screen.getByText(/changed since you accepted version 2025-04/)).toHaveTextContent(
      'you can put them off for 14 days.',
    );
    await user.click(press('Not now'));
    expect(sent).toEqual([{ type: 'answer-terms', answer: 'put-off' }]);
  });

  it('may not be put off for ever', () => {
    renderApp(due({ accepted: '2025-04', mayPutOff: false }));
    expect(screen.getByText(/They cannot be put off any longer/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull();
  });

  it('can be closed unaccepted', async () => {
    const { user, sent } = renderApp(due());
    await user.click(press('Close'));
    expect(sent).toEqual([{ type: 'decline-question' }]);
  });

  it('cannot be answered again while the answer is recorded, and focus stays', async () => {
    const { user, sent, show } = renderApp(due());
    await user.click(press('Accept and go on'));
    show(accepting(due()));
    expect(press('Recording…')).toHaveFocus();
    await user.click(press('Recording…'));
    await user.click(press('Close'));
    expect(sent).toHaveLength(1);
    expect(screen.getByText('Recording your answer.')).toHaveAttribute('role', 'status');
  });

  it('say that the answer was not recorded, and try the same answer again', async () => {
    const { user, sent, show } = renderApp(due({ accepted: '2025-04', mayPutOff: true }));
    await user.click(press('Not now'));
    show(accepting(due({ accepted: '2025-04', mayPutOff: true })));
    show({ ...due({ accepted: '2025-04', mayPutOff: true }), failure });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveFocus();
    expect(alert).toHaveTextContent('We could not record your answer');
    expect(alert).toHaveTextContent('Nothing was shown. Your answer is not recorded yet.');
    expect(alert).toHaveTextContent('Reference 7F3K');
    await user.click(press('Try again'));
    expect(sent).toEqual([
      { type: 'answer-terms', answer: 'put-off' },
      { type: 'answer-terms', answer: 'put-off' },
    ]);
  });

  it('accept nothing by Enter', async () => {
    const { user, sent, show } = renderApp(atGate());
    show(due());
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(sent).toEqual([]);
  });
});
