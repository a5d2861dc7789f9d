/** What stays while screens change: the patient, an open break glass, one heading, and focus. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClinicalDate } from '../domain/clinical-date.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { type Deceased, type Demographics, knownDeath } from '../domain/person.ts';
import type { Question, State, Verified } from '../flow/state.ts';
import type { ClosedView } from './app.tsx';
import type { ScreenPolicy } from './intent.ts';
import { Banner, hasDied } from './parts/banner.tsx';
import { BreakGlassLine } from './parts/break-glass-line.tsx';
import { ProtectedLine } from './parts/protected-line.tsx';
import { frameWords } from './wording/frame.ts';
import { gateWords } from './wording/gate.ts';
import { questionHeadings } from './wording/question-headings.ts';

type Props = {
  readonly state: State;
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
  readonly title: string;
  /** Null until its words have come. */
  readonly closed: ClosedView | null;
  readonly children: ComponentChildren;
};

export function Frame({ state, now, policy, title, closed, children }: Props) {
  const screen = screenOf(state, closed);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(screen);
  useLayoutEffect(() => {
    // Progress is no reason to move focus; a new screen is, and so is focus that went nowhere.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before.current !== screen || (screen === 'summary' && lost)) {
      heading.current?.focus({ preventScroll: true });
    }
    if (before.current !== screen) document.documentElement.scrollTop = 0;
    before.current = screen;
  }, [screen, state.step]);
  const person = personOf(state);
  const death = deathOf(state);
  const breakGlass = 'receipt' in state && state.receipt.basis === 'break-glass';
  const compact = knownIn(state)?.session.needPatientBanner === false;
  return (
    <>
      {person ? (
        <header class="top">
          <Banner
            person={person}
            death={death}
            now={now}
            compact={compact}
            breakGlass={breakGlass}
          />
          {isProtected(state) && <ProtectedLine />}
          {'receipt' in state && (
            <BreakGlassLine receipt={state.receipt} hasDied={hasDied(death)} />
          )}
        </header>
      ) : (
        <header class="top top--title">
          <p class="product">{title}</p>
        </header>
      )}
      <main class={`main main--${screen}`} id="main">
        <h1 ref={heading} tabIndex={-1} class={quietHeading(screen) ? 'hidden' : undefined}>
          {headingOf(state, policy, title, closed)}
        </h1>
        {children}
      </main>
    </>
  );
}

type ScreenName =
  'progress' | `ask-${Question}` | 'gate' | 'summary' | 'review' | 'ended' | 'closing' | 'closed';

function screenOf(state: State, closed: ClosedView | null): ScreenName {
  switch (state.step) {
    case 'requested':
    case 'authorised':
    case 'identified':
    case 'traced':
      return 'progress';
    case 'asking':
      return `ask-${state.question}`;
    // The answer is recorded on the screen that asked for it.
    case 'accepting':
      return 'ask-terms';
    case 'verified':
    case 'permitted':
    case 'unrecorded':
      return 'gate';
    case 'retrieving':
    case 'showing':
      return 'summary';
    case 'reviewing':
      return 'review';
    case 'ended':
      return 'ended';
    // A screen of its own: focus goes to the heading again when the words have come.
    case 'closed':
      return closed ? 'closed' : 'closing';
  }
}

/** Where the banner and the question say it all, the heading is for screen readers only. */
function quietHeading(screen: ScreenName): boolean {
  return ['progress', 'gate', 'summary'].includes(screen);
}

function headingOf(
  state: State,
  policy: ScreenPolicy,
  title: string,
  closed: ClosedView | null,
): string {
  switch (screenOf(state, closed)) {
    case 'progress':
      return title;
    case 'ask-namesake':
      return questionHeadings.namesake;
    case 'ask-informal-death':
      return questionHeadings['informal-death'];
    case 'ask-terms':
      return policy.terms.title;
    case 'review':
      return frameWords.reviewHeading;
    case 'gate':
      return gateWords.heading;
    case 'summary':
      return frameWords.summaryHeading;
    case 'ended':
    case 'closing':
      return frameWords.endedHeading;
    case 'closed':
      return state.step === 'closed' && closed ? closed.heading({ state, policy }) : title;
  }
}

/** The host's own patient until both systems agree, then as the Care Summary knows them. */
function personOf(state: State): (Demographics & { nhsNumber: NhsNumber }) | null {
  const known = knownIn(state);
  if (known === null) return null;
  return state.step === 'traced' ? known.host : known.patient;
}

function deathOf(state: State): Deceased | null {
  const known = knownIn(state);
  return known && knownDeath(known.host, known.patient);
}

function isProtected(state: State): boolean {
  const known = knownIn(state);
  return known !== null && known.patient.restricted !== 'none';
}

/** The patient by both systems' word, from the trace on. */
function knownIn(state: State): Pick<Verified, 'session' | 'host' | 'patient'> | null {
  if (state.step === 'traced') return state;
  return 'verified' in state ? state.verified : null;
}
