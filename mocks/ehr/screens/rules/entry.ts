/** How the tables of rules are written: the usual rows of the trail, and the usual ways in. */
import type { HostKey } from '../../../scenarios/types.ts';
import type { Act, Rule, RuleSection, TrailKind } from './types.ts';

/** Usual trails, by how far a launch came. */
export const trail = {
  /** Refused by the app before it asked who the patient is. */
  untraced: ['refused'],
  refused: ['trace', 'refused'],
  abandoned: ['trace', 'abandoned'],
  asked: ['trace'],
  opened: ['trace', 'opened', 'release'],
  glass: ['trace', 'opened', 'override-started', 'release'],
} as const satisfies Readonly<Record<string, readonly TrailKind[]>>;

type Who = `${HostKey} ${string}`;

/** `{patient}` or `{patient}+{variant}`. */
type Whom = string;

type Facts = readonly [
  id: string,
  rule: string,
  who: Who,
  whom: Whom,
  act: Act,
  expect: string,
  audit: readonly TrailKind[],
];

/** One section's rules, a line or two each. */
export function table(section: RuleSection, rows: readonly Facts[]): readonly Rule[] {
  return rows.map(([id, rule, who, whom, act, expect, audit]) => {
    const [patient = '', variant = null] = whom.split('+');
    const user = who.slice(who.indexOf(' ') + 1);
    const host = who.startsWith('gp ') ? 'gp' : 'epr';
    return { id, section, rule, host, user, patient, variant, act, expect, audit };
  });
}
