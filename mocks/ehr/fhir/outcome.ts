import type { OperationOutcome } from 'fhir/r4';

export const fhirJson = 'application/fhir+json; charset=utf-8';

/** A FHIR answer: JSON, never cached (it is about a patient). */
export function fhirResponse(
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': fhirJson, 'cache-control': 'no-store', ...headers },
  });
}

/** Why a request was refused, as FHIR wants it said. `text` must not quote patient data. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406;
  readonly code: OperationOutcome['issue'][number]['code'];
  readonly text: string;
};

/**
 * A refusal as an OperationOutcome. 401 and 403 name the Bearer challenge (RFC 6750 section 3):
 * `invalid_token` only where a token was presented.
 */
export function refuse(refusal: Refusal, challenge?: { realm: string; error?: string }): Response {
  const outcome: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: refusal.code, diagnostics: refusal.text }],
  };
  const headers: Record<string, string> = {};
  if (challenge) {
    const error = challenge.error ? `, error="${challenge.error}"` : '';
    headers['www-authenticate'] = `Bearer realm="${challenge.realm}"${error}`;
  }
  return fhirResponse(outcome, refusal.status, headers);
}
