/** What went wrong with a call, in the few words the flow knows. */
import type { Failure } from '../../flow/failure.ts';

/** Six letters of the request id: short enough to read out, and the exchange logs the id. */
export function referenceOf(requestId: string): string {
  return requestId.replaceAll('-', '').slice(0, 6).toUpperCase();
}

export function failureOf(
  kind: Failure['kind'],
  requestId: string,
  status: number | null = null,
): Failure {
  return { kind, status, reference: referenceOf(requestId) };
}

/** The kind of failure an HTTP status outside 2xx stands for. */
export function kindOfStatus(status: number): Failure['kind'] {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  return status >= 500 || status === 429 ? 'server' : 'bad-answer';
}
