/** Names of authors and organisations that resources refer to. */
import * as s from '../shape.ts';
import { humanName, identifier, type Reference, reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { joined, shownText } from '../text.ts';
import type { Context } from './mapped.ts';

const named = s.object({
  name: s.lenient(s.either(s.string, s.either(s.array(humanName), humanName))),
  practitioner: s.lenient(reference),
  organization: s.lenient(reference),
  deviceName: s.lenient(s.array(s.object({ name: s.lenient(s.string) }))),
});

type Finder = Pick<Context, 'find'>;

/** The display the author chose, else the name of what it refers to; "Patient" for the patient. */
export function nameOf(to: Reference | undefined, { find }: Finder, depth = 0): string | null {
  if (to === undefined || depth > 2) return null;
  const target = find(to);
  const type = typeOf(target) ?? to.type;
  if (type === 'Patient' || /(?:^|\/)Patient\//.test(to.reference ?? '')) return 'Patient';
  const display = shownText(to.display, 100);
  if (display !== null) return display;
  const found = parsed(named, target);
  if (!found) return null;
  const inside = [found.practitioner, found.organization].map((each) =>
    nameOf(each, { find }, depth + 1),
  );
  return nameIn(found) ?? joined(inside, ', ');
}

/** Several, each once. */
export function namesOf(
  all: readonly (Reference | undefined)[] | undefined,
  context: Finder,
): string | null {
  return joined(
    (all ?? []).map((each) => nameOf(each, context)),
    ', ',
  );
}

/** The first that leads to a name. */
export function authorOf(
  candidates: readonly (Reference | undefined)[],
  context: Finder,
): string | null {
  for (const each of candidates) {
    const name = nameOf(each, context);
    if (name !== null) return name;
  }
  return null;
}

function nameIn({ name, deviceName }: s.Infer<typeof named>): string | null {
  if (typeof name === 'string') return shownText(name, 100);
  const [first] = [name ?? []].flat();
  return humanNameText(first) ?? shownText(deviceName?.[0]?.name, 100);
}

export function humanNameText(name: s.Infer<typeof humanName> | undefined): string | null {
  const built = joined([name?.prefix?.[0], name?.given?.[0], name?.family], ' ');
  return shownText(name?.text, 100) ?? shownText(built, 100);
}

export const organization = s.object({
  resourceType: s.literal('Organization'),
  id: s.optional(s.string),
  identifier: s.optional(s.array(identifier)),
  name: s.optional(s.string),
  alias: s.optional(s.array(s.nullable(s.string))),
});
