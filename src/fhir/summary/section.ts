/** Composition sections: which of ours each is, and what an empty one says. */
import * as z from 'zod/mini';
import type { SectionGap } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { type Concept, codesIn, concept, parsed, reference } from '../datatypes.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { codeSystem, ocs } from '../systems.ts';
import { shownText } from '../text.ts';

const section = z.object({
  title: z.optional(z.string()),
  code: z.optional(concept),
  text: z.optional(z.unknown()),
  entry: z.optional(z.array(reference)),
  emptyReason: z.optional(concept),
  section: z.optional(z.array(z.unknown())),
});

export type Section = {
  readonly title: string;
  /** Null for sections this version does not show. */
  readonly kind: SectionKind | null;
  /** History of past problems: whatever stands in it is over. */
  readonly past: boolean;
  readonly references: readonly string[];
  readonly gap: SectionGap['reason'] | null;
  /** Words only: nothing in it can be shown as items. */
  readonly onlyText: boolean;
};

const kinds = new Map<string, SectionKind>([
  ['11450-4', 'problem'],
  ['11348-0', 'problem'],
  ['48765-2', 'allergy'],
  ['10160-0', 'medication'],
  ['11369-6', 'immunisation'],
  ['30954-2', 'result'],
  ['34109-9', 'document'],
]);

const deepest = 5;

/**
 * Sections and the sections in them, in order.
 * @returns null where one of them is not a section at all
 */
export function sectionsOf(raw: readonly unknown[], depth = 0): Section[] | null {
  const found: Section[] = [];
  for (const each of raw) {
    const one = parsed(section, each);
    const inner = one?.section ?? [];
    const below = depth < deepest ? sectionsOf(inner, depth + 1) : null;
    if (!one || !below) return null;
    const references = (one.entry ?? []).map((entry) => entry.reference ?? '');
    const gap = one.emptyReason ? reasonOf(one.emptyReason) : null;
    const empty = references.length === 0 && !one.emptyReason && inner.length === 0;
    const codes = codesIn(one.code, [codeSystem.loinc]);
    found.push({
      title: shownText(one.title, 80) ?? shownText(one.code?.text, 80) ?? 'Section without a name',
      kind: kindOf(one.code),
      past: codes.includes('11348-0'),
      references,
      gap,
      onlyText: empty && one.text !== undefined,
    });
    found.push(...below);
  }
  return found;
}

function kindOf(code: Concept | undefined): SectionKind | null {
  if (codesIn(code, [clinicalSystem.sectionCode]).includes('documents')) return 'document';
  const loinc = codesIn(code, [codeSystem.loinc]).flatMap((each) => kinds.get(each) ?? []);
  return loinc[0] ?? null;
}

/**
 * THO list-empty-reason. `nilknown` is not an assertion: some producers send it for "this source
 * has no data" (domain notes, section 8). A code we do not know is "not known", never "none".
 */
function reasonOf(found: Concept): SectionGap['reason'] | null {
  // Ours, not THO's: everybody answered and nobody has anything.
  if (codesIn(found, [ocs.sourceState]).includes('nothing-recorded')) return null;
  const codes = codesIn(found, [clinicalSystem.listEmptyReason]);
  if (codes.includes('withheld')) return 'withheld';
  if (codes.includes('unavailable')) return 'unavailable';
  const notAsked = ['notasked', 'notstarted', 'closed'];
  return codes.some((code) => notAsked.includes(code)) ? 'not-asked' : 'not-known';
}
