import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { capabilityStatement } from './capability.ts';
import { isHostType, notServed, unsupported } from './host-fhir.ts';
import { fhirResponse, refuse } from './outcome.ts';
import type { HostRecords } from './records.ts';
import { search } from './search.ts';

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
  return { fetch: async (request) => app.fetch(request) };
}
