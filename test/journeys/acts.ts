/** What a clinician does for each rule of the sandbox's index, by role and label. */
import type { Act } from '../../mocks/ehr/screens/rules/types.ts';
import { breakGlassReasons, reachOf, type BreakGlassReason } from '../../src/domain/access.ts';
import { breakGlassWords } from '../../src/ui/wording/answering.ts';
import {
  agree,
  answerBreakGlass,
  type AppScreen,
  closeRecord,
  enough,
  openByBreakGlass,
  press,
  proxyAgrees,
  reachGate,
  reachSummary,
} from './clinician.ts';

export type Acting = {
  readonly app: AppScreen;
  /** Launches the same record again and gives the new screen. */
  readonly again: () => Promise<AppScreen>;
};

/** @returns the screen on which the outcome is to be seen */
export async function act(what: Act, { app, again }: Acting): Promise<AppScreen> {
  switch (what) {
    case 'look':
      return app;
    case 'agree':
      await agree(app);
      return app;
    case 'agree-earlier':
      await reachGate(app);
      await app.getByRole('radio', { name: 'Yes, agreed earlier in this episode' }).check();
      await app.getByLabel('Who asked?').fill('Ben Carver, staff nurse');
      await app.getByLabel('When?').fill('today 09:10');
      await press(app, 'Confirm and open');
      return app;
    case 'proxy':
      await proxyAgrees(app);
      return app;
    case 'attorney':
      await reachGate(app);
      await app.getByRole('radio', { name: 'Yes, someone who can decide for them agreed' }).check();
      await app.getByRole('radio', { name: 'Health and welfare attorney' }).check();
      await press(app, 'Confirm and open');
      return app;
    case 'deputy':
      await reachGate(app);
      await app.getByRole('radio', { name: 'Yes, someone who can decide for them agreed' }).check();
      await app.getByRole('radio', { name: 'Court-appointed deputy' }).check();
      await press(app, 'Confirm and open');
      return app;
    case 'agree-and-come-back':
      await agree(app);
      await reachSummary(app);
      await app.waitForFunction(
        () => {
          window.dispatchEvent(new Event('focus'));
          return document.querySelector('.main--closed') !== null;
        },
        null,
        { polling: 500 },
      );
      return app;
    case 'refuse':
      await reachGate(app);
      await app.getByRole('radio', { name: /^No: the patient refused/ }).check();
      await press(app, 'Close record');
      return app;
    case 'serious-risk':
      await override(app, 'public-interest');
      return app;
    case 'confirm-and-agree':
      await reachGate(app);
      await app.getByRole('checkbox', { name: 'I have checked this is the same person' }).check();
      await agree(app);
      return app;
    case 'not-me-and-agree':
      await press(app, 'This is not me');
      await agree(app);
      return app;
    case 'alive-and-agree':
      await press(app, 'The patient is alive');
      await agree(app);
      return app;
    case 'accept-terms':
      await press(app, 'Accept and go on');
      return app;
    case 'put-off-terms':
      await press(app, 'Not now');
      return app;
    case 'choose-role':
      await reachGate(app);
      await app.getByRole('radio', { name: 'Practice nurse' }).check();
      return app;
    case 'open-again':
      await agree(app);
      await reachSummary(app);
      await closeRecord(app);
      return again();
    case 'tell-next-time':
      return tellNextTime(app, again);
    case 'short-justification':
      await answerBreakGlass(app, 'unconscious', 'GCS 6');
      await press(app, 'Break glass and open');
      return app;
    default:
      await breakGlass(app, reasonIn(what));
      return app;
  }
}

async function tellNextTime(app: AppScreen, again: Acting['again']): Promise<AppScreen> {
  await openByBreakGlass(app);
  await closeRecord(app);
  const next = await again();
  await reachGate(next);
  await next.getByText('Was the patient told?').click();
  await press(next, 'Told');
  await next
    .getByText(/recorded/i)
    .first()
    .waitFor();
  return next;
}

async function breakGlass(app: AppScreen, reason: BreakGlassReason): Promise<void> {
  switch (reachOf(reason)) {
    case 'cannot-ask':
      await answerBreakGlass(app, reason, enough);
      await press(app, 'Break glass and open');
      return;
    case 'overriding':
      await override(app, reason);
      return;
    case 'death':
      await app.getByRole('radio', { name: 'I am certifying this death' }).check();
      await app.getByRole('textbox').fill('Medical certificate of cause of death.');
      await press(app, /open$/);
  }
}

/** Reached from a refusal: someone else is at risk, or the law requires it. */
async function override(app: AppScreen, reason: BreakGlassReason): Promise<void> {
  await reachGate(app);
  await app.getByRole('radio', { name: /^No: the patient refused/ }).check();
  await press(app, 'Someone is at risk of serious harm');
  await app.getByRole('radio', { name: breakGlassWords.reasons[reason] }).check();
  await app.getByRole('textbox').fill('A child in the household is at risk tonight.');
  await press(app, 'Break glass and open');
}

function reasonIn(what: `break-glass:${string}`): BreakGlassReason {
  const code = what.slice('break-glass:'.length);
  const reason = breakGlassReasons.find((each) => each === code);
  if (reason === undefined) throw new Error(`no such reason: ${code}`);
  return reason;
}
