import type { Failure } from '../flow/failure.ts';
import type { Outcome } from '../flow/ports.ts';
import type { Reply } from './perform.ts';

/** What came of a call: a refusal is one, whatever was asked. */
export function answered<Value>(
  outcome: Outcome<Value>,
  done: (value: Value) => Reply,
  failed: (failure: Failure) => Reply,
): Reply {
  switch (outcome.type) {
    case 'ok':
      return done(outcome.value);
    case 'failed':
      return failed(outcome.failure);
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}
