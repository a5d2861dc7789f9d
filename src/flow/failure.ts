/** Why a call to the host or the exchange gave nothing usable. Never a URL, a token or a body. */
export type Failure = {
  readonly kind:
    | 'offline'
    | 'timeout'
    | 'unauthorised'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'server'
    | 'bad-answer'
    | 'too-large';
  readonly status: number | null;
  /** A short reference the user can read out; the exchange logs the same one. */
  readonly reference: string;
};

/** Where in the launch it happened, for the message and the log. */
export type Stage =
  | 'authorise'
  | 'user'
  | 'patient'
  | 'capability'
  | 'trace'
  | 'standing'
  | 'terms'
  | 'record'
  | 'summary'
  | 'review';
