/**
 * A resource read field by field, to the same end as by its schema: but what most resources leave
 * out costs nothing, and what a plain check decides is not taken apart. A record is read in the
 * time it takes to look at it.
 */
import * as z from 'zod/mini';
import { type Check, isText } from './shapes.ts';

type Schema = Parameters<typeof z.safeParse>[0];

type Field = {
  readonly key: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** All there is to it; null where only the schema knows. */
  readonly check: Check | null;
  /** One of the wrong shape is left out. */
  readonly isLenient: boolean;
};

const known = new WeakMap<Schema, readonly Field[] | null>();

/** @returns null for a schema that is not simply an object of fields */
export function fieldsOf(schema: Schema): readonly Field[] | null {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const fields = isPlain(schema) ? Object.entries(schema.def.shape).map(fieldOf) : null;
  known.set(schema, fields);
  return fields;
}

function isPlain(schema: Schema): schema is z.ZodMiniObject {
  if (!(schema instanceof z.ZodMiniObject)) return false;
  return schema.def.catchall === undefined && (schema.def.checks ?? []).length === 0;
}

function fieldOf([key, schema]: [string, Schema]): Field {
  const isRequired = !z.safeParse(schema, undefined).success;
  return { key, schema, isRequired, ...checkOf(schema) };
}

function checkOf(schema: Schema): Pick<Field, 'check' | 'isLenient'> {
  if (schema instanceof z.ZodMiniOptional) return checkOf(schema.def.innerType);
  if (schema instanceof z.ZodMiniCatch) {
    return { check: checkOf(schema.def.innerType).check, isLenient: true };
  }
  const isBare = (schema._zod.def.checks ?? []).length === 0;
  if (isBare && schema instanceof z.ZodMiniString) return { check: isText, isLenient: false };
  if (isBare && schema instanceof z.ZodMiniCustom) {
    const { fn } = schema.def;
    return { check: (value) => fn(value) === true, isLenient: false };
  }
  return { check: null, isLenient: false };
}

/** @returns null where a field that is there has the wrong shape, or a required one is not there */
export function fieldsIn(raw: unknown, fields: readonly Field[]): object | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const from = raw as Readonly<Record<string, unknown>>;
  const found: Record<string, unknown> = {};
  for (const { key, schema, isRequired, check, isLenient } of fields) {
    const value = from[key];
    if (value === undefined) {
      if (isRequired) return null;
    } else if (check !== null) {
      if (check(value)) found[key] = value;
      else if (!isLenient) return null;
    } else {
      const read = z.safeParse(schema, value);
      if (!read.success) return null;
      found[key] = read.data;
    }
  }
  return found;
}
