import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { capabilityStatement } from './capability.ts';
import { isHostType, notServed, unsupported } from './host-fhir.ts';
import { fhirResponse, refuse } from './outcome.ts';
import type { HostRecords } from './records.ts';
import { search } from './search.ts';

/**
 * Launchers join URLs in their own ways: a doubled or a trailing slash, and `new URL('Encounter',
 * base)`, which drops the last segment of a base that does not end in one (the SMART Health IT
 * launcher, looking for the latest encounter). All of them mean the same resource.
 */
function forgivingPath(pathname: string, path: string): string {
  const tidy = pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  const parent = path.slice(0, path.lastIndexOf('/'));
  const type = tidy.slice(parent.length + 1);
  return isHostType(type) ? `${path}/${type}` : tidy;
}

/**
 * The same invented host data without a sign-in, read-only, for third-party SMART launchers that
 * want an upstream FHIR server. Any origin may read it; nothing may write.
 */
export function createOpenFhir(
  base: string,
  path: string,
  records: HostRecords,
): { fetch: (request: Request) => Promise<Response> } {
  const app = new Hono().basePath(path);
  app.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }));
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', () =>
    refuse({ status: 405, code: 'not-supported', text: 'This data is read-only.' }),
  );
  app.get('/metadata', () =>
    fhirResponse(capabilityStatement(base, 'Open sandbox data, read-only')),
  );
  app.get('/:type', (c) => {
    const type = c.req.param('type');
    if (!isHostType(type)) return notServed();
    const query = new URL(c.req.url).searchParams;
    const answer = search({ base, type, query, candidates: records.all(type) });
    return answer.type === 'found' ? fhirResponse(answer.bundle) : unsupported(answer.parameter);
  });
  app.get('/:type/:id', (c) => {
    const type = c.req.param('type');
    const resource = isHostType(type) ? records.read(type, c.req.param('id')) : undefined;
    if (resource) return fhirResponse(resource);
    return refuse({ status: 404, code: 'not-found', text: 'No such resource here.' });
  });
  app.notFound(() => notServed());
  return {
    fetch: async (request) => {
      const url = new URL(request.url);
      url.pathname = forgivingPath(url.pathname, path);
      return app.fetch(new Request(url, request));
    },
  };
}
