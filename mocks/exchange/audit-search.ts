/** What every search of AuditEvents shares: dates, pages, and how rows leave (ITI-81). */
import type { AuditEvent, Bundle, FhirResource } from 'fhir/r4';
import type { AuditQuery } from './audit-query.ts';
import type { Call } from './context.ts';
import { fhirResponse } from './http.ts';
import { invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import type { AuditRow } from './trail.ts';

const pageSize = 50;

const dateParameter = /^(ge|le)(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)$/;

/** `date=ge…`, `date=le…`; a day alone reaches to its end. */
function dateRange(url: URL): Result<Pick<AuditQuery, 'from' | 'to'>> {
  const range: { from?: string; to?: string } = {};
  for (const value of url.searchParams.getAll('date')) {
    const [, bound, date] = dateParameter.exec(value.replaceAll(' ', '+')) ?? [];
    const day = date?.length === 10;
    const instant = new Date(
      `${date ?? ''}${day ? (bound === 'le' ? 'T23:59:59.999Z' : 'T00:00:00Z') : ''}`,
    );
    if (bound === undefined || Number.isNaN(instant.getTime())) {
      return invalid('date', 'Dates are ge or le with an R4 date.');
    }
    range[bound === 'ge' ? 'from' : 'to'] = instant.toISOString();
  }
  return ok(range);
}

/** The part of a query that dates and page decide; one row more than a page tells of a next. */
export type Search = Pick<AuditQuery, 'from' | 'to' | 'before' | 'limit'>;

export function readSearch(url: URL): Result<Search> {
  const range = dateRange(url);
  if (!range.ok) return range;
  const cursor = url.searchParams.get('_cursor');
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) return invalid('_cursor', 'Not a page.');
  const before = cursor === null ? undefined : Number(cursor);
  return ok({ ...range.value, before, limit: pageSize + 1 });
}

/** One page of the rows found, each as its reader may see it. */
export function page(
  call: Call,
  rows: readonly AuditRow[],
  view: (row: AuditRow) => AuditEvent,
): Response {
  const url = new URL(call.request.url);
  const next = rows.length > pageSize ? rows[pageSize - 1]?.seq : undefined;
  const link = (relation: string, cursor: number | undefined) => {
    const query = new URLSearchParams(url.searchParams);
    if (cursor !== undefined) query.set('_cursor', String(cursor));
    return { relation, url: `${call.base}/AuditEvent?${query.toString()}` };
  };
  const bundle: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [link('self', undefined), ...(next === undefined ? [] : [link('next', next)])],
    entry: rows.slice(0, pageSize).map((row) => {
      const resource = view(row);
      return {
        fullUrl: `${call.base}/AuditEvent/${resource.id ?? ''}`,
        resource,
        search: { mode: 'match' },
      };
    }),
  };
  return fhirResponse(bundle);
}
