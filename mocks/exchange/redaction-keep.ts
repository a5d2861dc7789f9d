/**
 * Allow-lists, as values: each says what of an unknown value may stay, and lets go of all the rest
 * (domain.md 3: a restricted record leaves without a trace of location).
 */

/** What may stay of a value; undefined where nothing may. */
export type Keep = (value: unknown) => unknown;

const stringOf =
  (shape: RegExp): Keep =>
  (value) =>
    typeof value === 'string' && shape.test(value) ? value : undefined;

/** A code of a required binding. */
export const code = stringOf(/^[a-z][a-z-]{0,40}$/);
/** FHIR date, dateTime or instant. */
export const date = stringOf(/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]{5,16}(?:Z|[+-]\d\d:\d\d))?)?)?$/);
export const time = stringOf(/^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/);
/** A code of a terminology, e.g. `38341003`, `10*9/L`, `8480-6`. */
const token = stringOf(/^[^\s]{1,60}$/);
const uri = stringOf(/^(?:https?:\/\/|urn:)[^\s]{1,200}$/);
export const number: Keep = (value) => (typeof value === 'number' ? value : undefined);
export const flag: Keep = (value) => (typeof value === 'boolean' ? value : undefined);

/** Words that name a thing. Longer than that, they tell a story. */
export const words: Keep = (value) =>
  typeof value === 'string' && value.length <= 200 ? value : undefined;

/** One of these codes. */
export const oneOf =
  (...codes: readonly string[]): Keep =>
  (value) =>
    typeof value === 'string' && codes.includes(value) ? value : undefined;

/** A list of what may stay of each; none where nothing stays. */
export const each =
  (keep: Keep): Keep =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const kept = value.map((one) => keep(one)).filter((one) => one !== undefined);
    return kept.length === 0 ? undefined : kept;
  };

/** A list where one that is lost takes the others with it. */
export const allOf =
  (keep: Keep): Keep =>
  (value) => {
    const kept = each(keep)(value);
    return Array.isArray(kept) && Array.isArray(value) && kept.length === value.length
      ? kept
      : undefined;
  };

/** Only the named members of an object. */
export const only =
  (members: Readonly<Record<string, Keep>>): Keep =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const kept: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(value)) {
      const keep = Object.hasOwn(members, name) ? members[name] : undefined;
      const stays = keep?.(member);
      if (stays !== undefined) kept[name] = stays;
    }
    return Object.keys(kept).length === 0 ? undefined : kept;
  };

/** An object that goes as a whole where any of these members, once given, may not stay. */
export const whole =
  (keep: Keep, vital: readonly string[]): Keep =>
  (value) => {
    const kept = keep(value);
    if (typeof kept !== 'object' || kept === null || typeof value !== 'object' || value === null) {
      return undefined;
    }
    return vital.every((name) => !(name in value) || name in kept) ? kept : undefined;
  };

/** An object all of whose members may stay (technical ids and extensions apart), or none of it. */
export const exactly =
  (members: Readonly<Record<string, Keep>>): Keep =>
  (value) => {
    const kept = only(members)(value);
    if (typeof kept !== 'object' || kept === null || typeof value !== 'object') return undefined;
    const given = Object.keys(value ?? {}).filter((name) => name !== 'id' && name !== 'extension');
    return given.every((name) => name in kept) ? kept : undefined;
  };

export const coding = whole(only({ system: uri, code: token, display: words }), ['system', 'code']);
export const concept = only({ coding: each(coding), text: words });

/** Quantities are whole or gone: a number without its unit is another number. */
export const quantity = whole(
  only({
    value: number,
    comparator: oneOf('<', '<=', '>=', '>'),
    unit: words,
    system: uri,
    code: token,
  }),
  ['value', 'comparator', 'unit', 'code'],
);
const limits = ['low', 'high'];
export const range = whole(only({ low: quantity, high: quantity }), limits);
export const ratio = whole(only({ numerator: quantity, denominator: quantity }), [
  'numerator',
  'denominator',
]);
export const period = whole(only({ start: date, end: date }), ['start', 'end']);
