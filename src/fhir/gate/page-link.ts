/** The next page of a search, where it stays with the same exchange. */
import { parsed } from '../parsed.ts';
import { searchset } from '../searchset.ts';

export type PageLink =
  | { readonly type: 'none' }
  | { readonly type: 'elsewhere' }
  | { readonly type: 'next'; readonly url: string };

/**
 * @param base the exchange's FHIR base, without a slash at the end
 * @returns `none` on the last page; `elsewhere` for a link that leaves the base, which is never
 *   followed: the token would go with it (contract 2.5)
 */
export function nextPage(body: unknown, base: string): PageLink {
  const link = parsed(searchset, body)?.link?.find(({ relation }) => relation === 'next');
  if (!link) return { type: 'none' };
  const { url } = link;
  if (url === undefined || !URL.canParse(url, `${base}/`)) return { type: 'elsewhere' };
  const { href } = new URL(url, `${base}/`);
  const stays = href.startsWith(`${base}/`) || href.startsWith(`${base}?`);
  return stays ? { type: 'next', url: href } : { type: 'elsewhere' };
}
