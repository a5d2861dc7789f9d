/** What every mapper of this folder takes and gives. */
import type { SectionGap, Unshown } from '../../domain/summary/summary.ts';
import type { Item, ItemBase } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Reference } from '../datatypes.ts';

/** What an item says of itself whatever it is. */
export type Origin = Pick<ItemBase, 'updated' | 'identifiers' | 'narrative'>;

/** The report or panel that groups results. */
export type Panel = { readonly key: string; readonly title: string };

export type Context = {
  readonly source: string;
  readonly origin: Origin;
  /** `Type/id`, unique in the answer. */
  readonly key: string;
  /** Where the resource is shown, as decided by what it is. */
  readonly kind: SectionKind;
  /** Title of the section it stood in, as sent. */
  readonly section: string;
  /** The section this stood in says that it is over (LOINC 11348-0). */
  readonly past: boolean;
  readonly panel: Panel | null;
  /** What is wrong with the report or panel it came in: said on each of its results. */
  readonly doubt: string | null;
  /** What a reference leads to in this answer, contained resources included; else null. */
  readonly find: (reference: Reference | undefined) => unknown;
};

/** One resource becomes an item, or says why not; it never disappears. */
export type Mapped =
  | { readonly type: 'item'; readonly item: Item }
  | { readonly type: 'unshown'; readonly what: string; readonly because: Unshown['because'] }
  /** The source says it does not know: an absent-unknown code is never a row. */
  | { readonly type: 'gap'; readonly reason: SectionGap['reason'] };

export type Mapper = (resource: unknown, context: Context) => Mapped | null;

export function item(found: Item): Mapped {
  return { type: 'item', item: found };
}

/** Whose it is, and what its resource says of itself. */
export function identityOf({ key, source, origin }: Context) {
  return { key, source, ...origin };
}

export function malformed(what: string): Mapped {
  return { type: 'unshown', what, because: 'malformed' };
}

export function notUnderstood(what: string): Mapped {
  return { type: 'unshown', what, because: 'not-understood' };
}

/** Entered in error is no fact; that something was is said, in the list of what is not shown. */
export function enteredInError(what: string): Mapped {
  return { type: 'unshown', what: `${what}: entered in error`, because: 'entered-in-error' };
}
