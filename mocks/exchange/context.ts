/** What the handlers share: one exchange, its parts, and the clock. */
import type { Source } from './sources/source.ts';
import type { AccessDeps } from './access.ts';
import type { Caller } from './caller.ts';
import type { ExchangeHost, ExchangeOptions } from './options.ts';

export type Exchange = AccessDeps & {
  readonly options: ExchangeOptions;
  readonly speed: number;
  readonly sourceList: readonly Source[];
  /** Aborts whatever is still streaming when the exchange closes. */
  readonly closing: AbortSignal;
};

/** The FHIR base of one host's door into this exchange. */
export const baseOf = (options: ExchangeOptions, host: ExchangeHost): string =>
  `${options.origin}/${host.key}/fhir`;

/** One authenticated request. */
export type Call = {
  readonly exchange: Exchange;
  readonly request: Request;
  readonly caller: Caller;
  readonly base: string;
};
