import type { Failure } from '../../flow/failure.ts';

export type FailureKind = Failure['kind'];

/** What went wrong with one request, thrown inside this folder and never out of it. */
export class RequestFailed extends Error {
  readonly kind: FailureKind;
  readonly status: number | null;

  constructor(kind: FailureKind, status: number | null = null) {
    super(kind);
    this.kind = kind;
    this.status = status;
  }
}

/** @param newId gives a UUID; its first characters are what the user can read out */
export function failureOf(error: unknown, newId: () => string): Failure {
  const { kind, status } = classify(error);
  return { kind, status, reference: newId().slice(0, 4).toUpperCase() };
}

/** Browsers tell no more about a refused connection than `TypeError` (Fetch, 5.6). */
function classify(error: unknown): { kind: FailureKind; status: number | null } {
  if (error instanceof RequestFailed) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { kind: 'timeout', status: null };
  }
  if (error instanceof TypeError) return { kind: 'offline', status: null };
  const status = statusOf(error);
  return status === null ? { kind: 'bad-answer', status } : { kind: kindOf(status), status };
}

/** fhirclient throws its own `HttpError` with a `status`. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** The kind of failure an HTTP status stands for. */
export function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'unauthorised';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 409:
      return 'conflict';
    default:
      return status >= 500 ? 'server' : 'bad-answer';
  }
}
