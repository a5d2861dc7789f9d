import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { atGate, host, named, on, permitted, registrar, traced } from './fixtures.ts';
import { renderApp } from './render-app.tsx';

const role = registrar.id;

const answers = [
  'Yes, the patient agreed',
  'Yes, agreed earlier in this episode',
  'Yes, someone who can decide for them agreed',
  'I cannot ask: break glass',
  'No: the patient refused, or I have not asked',
];

function bornOn(iso: string) {
  const birthDate = on(iso);
  return atGate({ host: { ...host, birthDate }, patient: { ...traced, birthDate } });
}

describe('the question', () => {
  it('has five answers and none of them is chosen beforehand', () => {
    renderApp(atGate());
    expect(
      screen.getByRole('heading', { name: 'Do you have permission to view this record?' }),
    ).toBeVisible();
    const radios = screen.getAllByRole('radio');
    expect(radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)).toEqual(
      answers,
    );
    for (const radio of radios) expect(radio).not.toBeChecked();
  });

  it('sends nothing while it is unanswered, and says so with focus on the problem', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert')).toHaveFocus();
    await user.click(
      screen.getByRole('link', { name: 'Choose whether you have permission to view this record' }),
    );
    expect(screen.getByLabelText('Yes, the patient agreed')).toHaveFocus();
  });

  it('moves focus to the problem again when the button is pressed again', async () => {
    const { user } = renderApp(atGate());
    const button = screen.getByRole('button', { name: 'Confirm and open' });
    await user.click(button);
    await user.click(button);
    expect(screen.getByRole('alert')).toHaveFocus();
  });

  it('decides that the patient agreed', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      { type: 'decide', decision: { basis: { type: 'patient-agreed' }, confirmed: [], role } },
    ]);
  });

  it('sends one decision however often the button is pressed', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    const button = screen.getByRole('button', { name: 'Confirm and open' });
    button.click();
    button.click();
    await user.dblClick(button);
    expect(sent).toHaveLength(1);
  });

  it('can be answered anew where the first decision went nowhere', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    await user.click(screen.getByLabelText('No: the patient refused, or I have not asked'));
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent.map(({ type }) => type)).toEqual(['decide', 'refuse-permission']);
  });

  it('closes the record on No without asking for anything else', async () => {
    const { user, sent } = renderApp(atGate({ patient: named('Mensah', 'Grace') }));
    await user.click(screen.getByLabelText('No: the patient refused, or I have not asked'));
    expect(screen.queryByRole('button', { name: 'Confirm and open' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'refuse-permission' }]);
  });

  it('can be left without an answer', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(sent).toEqual([{ type: 'close-gate' }]);
  });
});

describe('agreed earlier', () => {
  it('asks who asked and when, needs both, and Enter in a field sends nothing', async () => {
    const { user, sent } = renderApp(atGate());
    expect(screen.queryByLabelText('Who asked?')).toBeNull();
    await user.click(screen.getByLabelText('Yes, agreed earlier in this episode'));
    await user.type(screen.getByLabelText('Who asked?'), 'Ben Carver{Enter}');
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    expect(screen.getByLabelText('When?')).toHaveAccessibleDescription(
      'Error: Enter when the patient was asked For example, today 09:10',
    );
    await user.type(screen.getByLabelText('When?'), ' 09:10 {Enter}');
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: {
          basis: { type: 'agreed-earlier', askedBy: 'Ben Carver', askedAt: '09:10' },
          confirmed: [],
          role,
        },
      },
    ]);
  });
});

describe('who may decide', () => {
  const proxies = async (iso: string) => {
    const { user, sent } = renderApp(bornOn(iso));
    await user.click(screen.getByLabelText('Yes, someone who can decide for them agreed'));
    const group = screen.queryByRole('group', { name: 'Who agreed?' });
    const offered = group
      ? within(group)
          .getAllByRole('radio')
          .map((radio) => radio.id)
      : [];
    return { user, sent, offered };
  };

  it('is an attorney or a deputy for an adult, and one of them must be chosen', async () => {
    const { user, sent, offered } = await proxies('1945-07-14');
    expect(offered).toEqual(['proxy', 'proxy-deputy']);
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    await user.click(screen.getByLabelText('Health and welfare attorney'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: { basis: { type: 'proxy-agreed', proxy: 'attorney' }, confirmed: [], role },
      },
    ]);
  });

  it('is a parent or a deputy at 16 and 17, never an attorney', async () => {
    const { offered } = await proxies('2009-11-23');
    expect(offered).toEqual(['proxy', 'proxy-deputy']);
    expect(
      screen.getByLabelText('Parent or person with parental responsibility'),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Health and welfare attorney')).toBeNull();
  });

  it('is whoever has parental responsibility under 16, with nothing to choose', async () => {
    const { user, sent, offered } = await proxies('2010-11-23');
    expect(offered).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: {
          basis: { type: 'proxy-agreed', proxy: 'parental-responsibility' },
          confirmed: [],
          role,
        },
      },
    ]);
  });

  it('records that a young person agreed for themselves', async () => {
    const { user, sent } = renderApp(bornOn('2011-03-19'));
    expect(screen.queryByLabelText('Yes, the patient agreed')).toBeNull();
    await user.click(screen.getByLabelText('Yes, the young person understands and agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      { type: 'decide', decision: { basis: { type: 'young-person-agreed' }, confirmed: [], role } },
    ]);
  });

  it('is decided as for an adult from the 16th birthday on', () => {
    renderApp(bornOn('2010-11-22'));
    expect(screen.getByLabelText('Yes, the patient agreed')).toBeInTheDocument();
  });
});

describe('who is asking', () => {
  it('is named with role and organisation above the button, after what they attest', () => {
    renderApp(atGate());
    expect(screen.getByText(/I am involved in this patient’s care/)).toBeVisible();
    expect(screen.getByText('Dr Amina Mensah').parentElement).toHaveTextContent(
      'Dr Amina Mensah, Emergency registrar, Oxford University Hospitals',
    );
  });
});

describe('what is attested', () => {
  const care = /I am involved in this patient’s care/;

  it.each(answers.slice(0, 4))('stands above the button that opens: %s', async (answer) => {
    const { user } = renderApp(atGate());
    await user.click(screen.getByLabelText(answer));
    expect(screen.getByText(care)).toBeVisible();
  });

  it('is no part of a no, which says only what is true then', async () => {
    const { user } = renderApp(atGate());
    await user.click(screen.getByLabelText('No: the patient refused, or I have not asked'));
    expect(screen.queryByText(care)).toBeNull();
    expect(
      screen.getByText('My name will be recorded and shown to others who open it.'),
    ).toBeVisible();
    expect(screen.getByText('Dr Amina Mensah')).toBeVisible();
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    expect(screen.getByText(care)).toBeVisible();
  });
});

describe('while it is recorded', () => {
  it('nothing can be changed or sent', async () => {
    const { user, sent } = renderApp(permitted());
    const button = screen.getByRole('button', { name: 'Recording…' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    for (const radio of screen.getAllByRole('radio')) expect(radio).toBeDisabled();
    expect(screen.getByLabelText('Who asked?')).toHaveAttribute('readonly');
    expect(sent).toEqual([]);
    expect(
      screen.getByText('Recording your answer. Nothing is shown until it is recorded.'),
    ).toHaveAttribute('role', 'status');
  });
});
