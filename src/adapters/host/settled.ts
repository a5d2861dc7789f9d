type Settled<Value> =
  | { readonly type: 'ok'; readonly value: Value }
  | { readonly type: 'failed'; readonly error: unknown };

/** Something started early may fail before anyone looks; that must wait to be looked at. */
export async function settled<Value>(asked: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { type: 'ok', value: await asked };
  } catch (error) {
    return { type: 'failed', error };
  }
}

export function unsettled<Value>(outcome: Settled<Value>): Value {
  if (outcome.type === 'failed') throw outcome.error;
  return outcome.value;
}
