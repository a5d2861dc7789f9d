/** Searches, page by page, on the same base only (contract 2.5). */
import { nextPage } from '../../fhir/gate/page-link.ts';
import type { Failure } from '../../flow/failure.ts';
import { type Answer, ask, type Wire } from './request.ts';

/** More pages than this are no answer a person could read. */
const mostPages = 40;

export type Pages =
  | { readonly type: 'pages'; readonly pages: readonly unknown[]; readonly failure: Failure }
  | { readonly type: 'refused'; readonly answer: Extract<Answer, { type: 'answer' }> }
  | { readonly type: 'failed'; readonly failure: Failure };

/** All pages or none: a search cut short must not pass for the whole of it. */
export async function pagesOf(wire: Wire, url: string, requestId: string): Promise<Pages> {
  const pages: unknown[] = [];
  let next = url;
  for (;;) {
    const answer = await ask(wire, { method: 'GET', url: next, requestId });
    if (answer.type === 'failed') return answer;
    if (!answer.ok) return { type: 'refused', answer };
    pages.push(answer.body);
    const link = nextPage(answer.body, wire.base);
    if (link.type === 'none') return { type: 'pages', pages, failure: answer.failure };
    if (link.type === 'elsewhere' || pages.length === mostPages) {
      return { type: 'failed', failure: answer.failure };
    }
    next = link.url;
  }
}
