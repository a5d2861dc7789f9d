/** Words of the index of rules. */
import type { Act, RuleSection } from './types.ts';

export const sectionNames: Readonly<Record<RuleSection, string>> = {
  terms: 'The terms, and what each means in the app',
  consents: 'Two consents that must never be confused',
  'break-glass': 'Break glass',
  numbers: 'The NHS number',
  identity: 'Is it the same person?',
  people: 'Who may use it',
  absence: 'Why something is missing',
  'bad-input': 'Broken and hostile values',
  patients: 'Every patient',
  users: 'Every user',
};

const actWords: Readonly<Record<Exclude<Act, GlassAct>, string>> = {
  look: 'Only look',
  agree: 'Answer that the patient agreed; open',
  'agree-earlier': 'Answer that it was agreed earlier: who asked, and when; open',
  proxy: 'Answer that someone who can decide agreed; open',
  attorney: 'Answer that an attorney agreed; open',
  deputy: 'Answer that a court-appointed deputy agreed; open',
  'agree-and-come-back':
    'Answer that the patient agreed; open; after a minute go to another window and come back',
  refuse: 'Answer that the patient refused',
  'serious-risk': 'Choose “Someone is at risk of serious harm”; give words; open',
  'confirm-and-agree': 'Tick that it is the same person; answer that the patient agreed; open',
  'not-me-and-agree': 'Press “This is not me”; answer that the patient agreed; open',
  'alive-and-agree': 'Press “The patient is alive”; answer that the patient agreed; open',
  'accept-terms': 'Accept the terms, if asked',
  'put-off-terms': 'Put the terms off, if asked',
  'choose-role': 'Choose a role',
  'open-again': 'Answer that the patient agreed; open; close; launch again',
  'tell-next-time': 'Break glass; close; launch again, and say that the patient was told',
  'short-justification': 'Break glass with two words; press the button once',
};

const glassWords: Readonly<Record<string, string>> = {
  unconscious: 'unconscious',
  'lacks-capacity': 'lacks capacity',
  'not-reachable': 'not reachable',
  'risk-in-asking': 'asking would be a risk',
  other: 'another reason',
  'public-interest': 'public interest',
  'required-by-statute': 'required by statute',
  'required-by-court-order': 'required by court order',
  'certifying-death': 'certifying this death',
};

type GlassAct = Extract<Act, `break-glass:${string}`>;

const breaksGlass = (act: Act): act is GlassAct => act.startsWith('break-glass:');

/** What to do once the app is open, in words. */
export function wordsFor(act: Act): string {
  if (!breaksGlass(act)) return actWords[act];
  const reason = act.slice('break-glass:'.length);
  return `Break glass (${glassWords[reason] ?? reason}); open`;
}
