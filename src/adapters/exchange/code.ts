/** Code of the app's own that is fetched when it is needed. */
import type { Outcome } from '../../flow/ports.ts';
import { failureOf } from './failure.ts';

/** Code that can not be fetched is a network that is not there: what is open stays open. */
export async function withCode<Code, Value>(
  fetchIt: () => Promise<Code>,
  newId: () => string,
  run: (code: Code) => Outcome<Value> | Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const code = await fetchIt().catch(() => null);
  return code === null ? { type: 'failed', failure: failureOf('offline', newId()) } : run(code);
}
