import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Contexts } from './contexts.ts';

type Middleware = (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Adds the launch context to the token response, on a refresh too (SMART App Launch 2.2,
 * "Obtain access token"), and the audience to an introspection answer.
 */
export function completeResponses(contexts: Contexts, fhirBase: string): Middleware {
  return async (ctx, next) => {
    await next();
    const body: unknown = ctx.body;
    const { route, entities } = (ctx.oidc as KoaContextWithOIDC['oidc'] | undefined) ?? {};
    if (!isRecord(body)) return;
    if (route === 'introspection' && body['active'] === true) {
      ctx.body = { ...body, aud: fhirBase };
      return;
    }
    if (route !== 'token' || typeof body['access_token'] !== 'string') return;
    const context = contexts.get(entities?.AccessToken?.grantId);
    if (!context) return;
    const scopes = typeof body['scope'] === 'string' ? body['scope'].split(' ') : [];
    ctx.body = {
      ...body,
      patient: context.patientId,
      ...(context.encounterId === undefined ? {} : { encounter: context.encounterId }),
      ...(context.fhirContext.length === 0 ? {} : { fhirContext: context.fhirContext }),
      need_patient_banner: context.needPatientBanner,
      ...(scopes.includes('fhirUser') ? { fhirUser: `${fhirBase}/${context.fhirUser}` } : {}),
    };
  };
}

/**
 * Answers are readable from the app's origins only; the library's discovery document and keys
 * would otherwise be readable from any.
 */
export function limitOrigins(allowed: ReadonlySet<string>): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      const origin = ctx.get('Origin');
      if (origin && !allowed.has(origin)) ctx.remove('Access-Control-Allow-Origin');
    }
  };
}
