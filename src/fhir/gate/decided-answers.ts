/** A decision read back from the Consent it was recorded in; `decision-answers.ts` writes it. */
import * as s from '../shape.ts';
import {
  type BreakGlass,
  breakGlassReasons,
  type Declaration,
  type OwnPermit,
  type Permission,
  type ProxyKind,
} from '../../domain/access.ts';
import type { ComparedField } from '../../domain/demographic-match.ts';
import { coding, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { ocs } from '../systems.ts';
import { shownText } from '../text.ts';

const response = s.object({
  ...unmodified,
  resourceType: s.literal('QuestionnaireResponse'),
  id: s.literal('answers'),
  item: s.array(
    s.object({
      linkId: s.string,
      answer: s.array(
        s.object({
          valueBoolean: s.optional(s.boolean),
          valueString: s.optional(s.string),
          valueCoding: s.optional(coding),
        }),
      ),
    }),
  ),
});
type Items = ReadonlyMap<string, s.Infer<typeof response>['item'][number]['answer']>;

export type Answered = Pick<OwnPermit, 'basis' | 'confirmed' | 'declared' | 'roleKey'>;

const longestWords = 200;
/** As long as an exchange takes it; longer than any sentence. */
const longestJustification = 2000;

const fields: readonly ComparedField[] = ['family', 'given', 'birthDate', 'gender'];
const proxies: readonly ProxyKind[] = ['attorney', 'deputy', 'parental-responsibility'];
const declarations: readonly Declaration[] = ['not-me', 'patient-is-alive'];

/**
 * @param contained a Consent's contained resources
 * @returns null where the answers are not there once, or are not ones this gate asks for: they
 *   can not be repeated then, and nothing rests on them
 */
export function answersIn(contained: readonly unknown[]): Answered | null {
  const [found, another] = contained.flatMap((each) => parsed(response, each) ?? []);
  if (!found || another) return null;
  const items: Items = new Map(found.item.map(({ linkId, answer }) => [linkId, answer]));
  if (items.size !== found.item.length) return null;
  const basis = basisIn(items);
  const confirmed = (items.get('confirmed-difference') ?? []).map(({ valueString }) =>
    oneOf(fields, valueString),
  );
  const known = confirmed.filter((field) => field !== null);
  if (!basis || known.length < confirmed.length) return null;
  return {
    basis,
    confirmed: known,
    declared: declarations.filter((each) => isSaid(items, each)),
    roleKey: words(items, 'role', longestWords) ?? '',
  };
}

function basisIn(items: Items): Permission | BreakGlass | null {
  const type = code(items, 'answer');
  switch (type) {
    case 'patient-agreed':
    case 'young-person-agreed':
      return { type };
    case 'agreed-earlier': {
      const askedBy = words(items, 'asked-by', longestWords);
      const askedAt = words(items, 'asked-at', longestWords);
      return askedBy === null || askedAt === null ? null : { type, askedBy, askedAt };
    }
    case 'proxy-agreed': {
      const proxy = oneOf(proxies, code(items, 'proxy'));
      return proxy && { type, proxy };
    }
    case 'break-glass': {
      const reason = oneOf(breakGlassReasons, code(items, 'reason'));
      const justification = words(items, 'justification', longestJustification);
      if (reason === null || justification === null) return null;
      return { type, reason, justification, short: isSaid(items, 'justification-short') };
    }
    default:
      return null;
  }
}

function code(items: Items, linkId: string): string | undefined {
  const found = items.get(linkId)?.[0]?.valueCoding;
  return found?.system === ocs.accessReason ? found.code : undefined;
}

function words(items: Items, linkId: string, most: number): string | null {
  return shownText(items.get(linkId)?.[0]?.valueString, most);
}

function isSaid(items: Items, linkId: string): boolean {
  return items.get(linkId)?.[0]?.valueBoolean === true;
}

function oneOf<T extends string>(known: readonly T[], given: string | undefined): T | null {
  return known.find((each) => each === given) ?? null;
}
