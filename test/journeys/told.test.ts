import { describe, expect, it } from 'vitest';
import { toldHeading } from '../../src/ui/wording/told-heading.ts';
import { toldWords } from '../../src/ui/wording/told.ts';
import {
  closeRecord,
  openByBreakGlass,
  openInSidebar,
  press,
  reachGate,
  type AppScreen,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });

async function open(patient: string, user = 'amina-mensah'): Promise<AppScreen> {
  const { hostOrigin } = session.sandbox;
  return (await openInSidebar(session.context, { user, patient, hostOrigin })).app;
}

/** Daniel's record, opened by break glass and closed. */
async function brokenGlass(): Promise<void> {
  const app = await open('WHITLOCK, Daniel');
  await openByBreakGlass(app);
  await closeRecord(app);
  await expect.poll(session.trail.kinds).toContain('ended');
}

const items = (app: AppScreen) => app.getByRole('group').filter({ hasText: toldHeading.question });

async function unfold(app: AppScreen): Promise<void> {
  await reachGate(app);
  await app.getByText(toldHeading.question).click();
  await items(app).getByText('Not yet', { exact: true }).waitFor();
}

describe('after a break glass', () => {
  it('the next launch for another patient asks whether the patient was told, without saying who', async () => {
    await brokenGlass();
    const app = await open('Liam');
    await reachGate(app);
    expect(await items(app).innerText()).toContain(toldHeading.left(1));
    await unfold(app);
    expect(await items(app).innerText()).toMatch(
      /Another patient, opened by break glass \d\d-\w{3}-\d{4} \d\d:\d\d/,
    );
    expect(await app.content()).not.toMatch(/whitlock|daniel|999 ?000 ?0026/i);
    expect(await app.content()).not.toContain('allergies and medicines are needed');
  });

  it('the same patient’s next launch says that it was this one', async () => {
    await brokenGlass();
    const app = await open('WHITLOCK, Daniel');
    await unfold(app);
    expect(await items(app).innerText()).toContain(toldWords.thisPatient);
  });

  it.each([
    ['told', 'Told'],
    ['unsafe-to-tell', 'Unsafe to tell'],
  ])('answered "%s" it is closed for good', async (kind, name) => {
    await brokenGlass();
    const app = await open('Liam');
    await unfold(app);
    await press(app, name);
    await app.getByText(/^Recorded: /).waitFor();
    const row = (await session.trail.rows()).find(({ type }) => type === kind);
    expect(row?.user).toBe('Dr Amina Mensah');
    const next = await open('ELWOOD, Margaret');
    await reachGate(next);
    expect(await next.getByText(toldHeading.question).count()).toBe(0);
  });

  it('answered "not yet" it is asked again', async () => {
    await brokenGlass();
    const app = await open('Liam');
    await unfold(app);
    await press(app, 'Not yet');
    await app.getByText(toldWords.recorded['not-yet-told']).waitFor();
    expect(await session.trail.kinds()).toContain('not-yet-told');
    const next = await open('ELWOOD, Margaret');
    await unfold(next);
    expect(await items(next).innerText()).toContain(toldWords.anotherPatient);
  });

  it('nobody else is asked', async () => {
    await brokenGlass();
    const app = await open('WHITLOCK, Daniel', 'ben-carver');
    await reachGate(app);
    expect(await app.getByText(toldHeading.question).count()).toBe(0);
  });
});
