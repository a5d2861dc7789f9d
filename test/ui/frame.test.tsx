import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ClinicalDate } from '../../src/domain/clinical-date.ts';
import type { Deceased } from '../../src/domain/person.ts';
import type {
  Identified,
  Requested,
  Retrieving,
  State,
  Traced,
  Verified,
} from '../../src/flow/state.ts';
import {
  atGate,
  breakGlassReceipt,
  named,
  on,
  permissionReceipt,
  permitted,
  report,
  gp,
  showing,
  traced as patient,
  verified,
} from './fixtures.ts';
import { heard } from './heard.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const requested: Requested = { step: 'requested', key: 'launch-1' };
const { session, clinician, host } = verified();
const approach = { key: 'launch-1', session, host, asker: clinician, clinician: null } as const;
const identified: Identified = { step: 'identified', ...approach };
const tracedWith = ({ patient, match, coverage }: Verified): Traced => ({
  ...{ step: 'traced', ...approach, patient, match, coverage, standing: null },
});
const traced = tracedWith(verified());
const retrieving: Retrieving = {
  step: 'retrieving',
  key: 'launch-1',
  verified: verified(),
  receipt: permissionReceipt,
  log: { type: 'loading' },
  attempt: 1,
  reading: false,
  seen: [],
};
const ended: State = { step: 'ended', key: 'launch-1' };

describe('on the way', () => {
  it.each([
    [requested, 'Signing you in through Hollow Way EPR'],
    [
      { step: 'authorised', key: 'launch-1', session } as const,
      'Reading your role and the patient from Hollow Way EPR',
    ],
    [identified, 'Finding the patient in the Care Summary'],
    [traced, 'Checking whether this record may be opened'],
  ])('says in one line what is happening', async (state, words) => {
    const { container } = renderApp(state);
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(await brokenRules(container)).toEqual([]);
  });
});

describe('the patient', () => {
  it('is not shown before both systems agree who it is', () => {
    const { show } = renderApp(requested);
    expect(screen.queryByRole('region', { name: 'Patient' })).toBeNull();
    show(identified);
    expect(screen.queryByRole('region', { name: 'Patient' })).toBeNull();
  });

  it('is named as the NHS names patients, in its order, the number in 3 3 4', () => {
    renderApp(atGate());
    const banner = screen.getByRole('region', { name: 'Patient' });
    expect(banner).toHaveTextContent(
      /^OKAFOR, Grace \(Mrs\) Born14-Jul-1945 \(81y\)GenderFemaleNHS No\.999 000 0018$/,
    );
    expect(heard(banner)).toContain('Born 14 July 1945 (81y)');
    expect(screen.getByText('999 000 0018', { selector: 'dd span' })).toHaveClass(
      'nowrap',
      'copyable',
    );
  });

  it('is the host’s own while tracing and the Care Summary’s from the gate on', () => {
    const differently = verified({ patient: named('Mensah', 'Grace') });
    const { show } = renderApp(tracedWith(differently));
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('OKAFOR');
    show({ ...atGate(), verified: differently });
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('MENSAH');
  });

  it('shrinks to a line where the host shows a banner of its own, and never goes', () => {
    const own = { ...session, needPatientBanner: false };
    renderApp(atGate({ session: own }));
    const banner = screen.getByRole('region', { name: 'Patient' });
    expect(banner).toHaveAttribute('data-banner', 'compact');
    expect(banner).toHaveTextContent('OKAFOR, Grace (Mrs)');
    expect(banner).toHaveTextContent('999 000 0018');
  });

  it('is gone from the screen once the record has ended', () => {
    const { show } = renderApp(showing({ sources: [report(gp, 'answered')] }));
    show(ended);
    expect(document.body).not.toHaveTextContent(/OKAFOR|999 000/);
    expect(screen.getByText('Nothing is left on this screen.')).toBeVisible();
  });

  it('says what is not known in words', () => {
    const patient = { ...named('Okafor'), birthDate: null, gender: null };
    renderApp(atGate({ patient }));
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(
      'BornNot knownGenderNot specified',
    );
  });
});

describe('a patient who has died', () => {
  const died = (notice: Deceased['notice'], date: ClinicalDate | null = on('2026-11-19')) => ({
    ...patient,
    deceased: { notice, date },
  });

  it.each(['formal', 'not-stated'] as const)(
    'is shown with the date and the age at death, and gets no older: %s',
    (notice) => {
      renderApp(atGate({ patient: died(notice) }));
      const banner = screen.getByRole('region', { name: 'Patient' });
      expect(banner).toHaveClass('banner--died');
      expect(banner).toHaveTextContent(/Born14-Jul-1945Died19-Nov-2026Age at death81yGenderFemale/);
      expect(heard(banner)).toMatch(/Born 14 July 1945 +Died 19 November 2026/);
    },
  );

  it('is said to have died where no date is known', () => {
    renderApp(atGate({ patient: died('formal', null) }));
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(
      'DiedNot knownAge at deathNot known',
    );
  });

  it('by an informal notice alone is named as such, in the banner of the living', () => {
    renderApp(atGate({ patient: died('informal') }));
    const banner = screen.getByRole('region', { name: 'Patient' });
    expect(banner).not.toHaveClass('banner--died');
    expect(banner).toHaveTextContent(/\(81y\).*Death noticeInformal, 19-Nov-2026/);
  });
});

describe('an open break glass', () => {
  it('stays on screen with its time and the reminder to tell the patient', () => {
    const { show } = renderApp({ ...retrieving, receipt: breakGlassReceipt });
    expect(screen.getByText('Opened by break glass 15:42 · tell the patient')).toBeVisible();
    show(showing({ sources: [report(gp, 'answered')] }, { receipt: breakGlassReceipt }));
    expect(screen.getByText('Opened by break glass 15:42 · tell the patient')).toBeVisible();
  });

  it('reminds of nobody to tell where the patient has died', () => {
    const dead = { ...patient, deceased: { notice: 'formal', date: null } } as const;
    const at = verified({ patient: dead });
    renderApp({ ...retrieving, verified: at, receipt: breakGlassReceipt });
    expect(screen.getByText('Opened by break glass 15:42')).toBeVisible();
  });

  it('is not claimed where permission was given', () => {
    renderApp(retrieving);
    expect(screen.queryByText(/break glass/)).toBeNull();
  });
});

describe('focus', () => {
  it('goes to the heading of each new screen', () => {
    const { show } = renderApp(traced);
    show(atGate());
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Before you open the Care Summary',
    );
    show(ended);
    expect(screen.getByRole('heading', { level: 1, name: 'Closed' })).toHaveFocus();
  });

  it('stays where it is while the same screen goes on', async () => {
    const { user, show } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, agreed earlier in this episode'));
    screen.getByRole('button', { name: 'Confirm and open' }).focus();
    show(permitted());
    expect(screen.getByRole('button', { name: 'Recording…' })).toHaveFocus();
  });

  it('stays on what is being read while sources arrive', async () => {
    const { user, show } = renderApp(
      showing({ sources: [report(gp, 'asking')] }, { arrival: 'arriving' }),
    );
    await user.click(screen.getByText('Show each source'));
    const focused = document.activeElement;
    show(showing({ sources: [report(gp, 'answered')] }));
    expect(document.activeElement).toBe(focused);
    expect(focused).not.toBe(document.body);
  });
});

describe('while sources are asked', () => {
  it('names each of them, and can be closed', async () => {
    const { user, sent, container } = renderApp(retrieving);
    for (const name of ['Hollow Way Medical Centre', 'Oxford Health', 'Social care']) {
      expect(screen.getByText(name).parentElement).toHaveTextContent(`${name}: still asking`);
    }
    expect(await brokenRules(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'end' }]);
  });

  it('waits in a line, and can be closed, where the summary’s code has not loaded', async () => {
    const { user, sent } = renderApp(showing({ sources: [report(gp, 'asking')] }), {
      summaryLoaded: false,
    });
    expect(screen.getByText('Asking each system now')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'end' }]);
  });
});
