/** What is worked out from a summary's lists is worked out once for as long as these are the same. */

type Node<Value> = {
  /** Of those that have several objects to remember by; of one alone there is nothing inside. */
  inside: WeakMap<object, Node<Value>> | null;
  found: { readonly value: Value } | null;
};

/**
 * @param make a pure function of objects that are never changed
 * @returns the same, which remembers what came of the very same objects, and no longer than they live
 */
export function once<Keys extends readonly object[], Value>(
  make: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
  const root = emptyNode<Value>();
  return (...keys) => {
    let node = root;
    for (const key of keys) {
      const inside = (node.inside ??= new WeakMap());
      const next = inside.get(key) ?? emptyNode<Value>();
      inside.set(key, next);
      node = next;
    }
    node.found ??= { value: make(...keys) };
    return node.found.value;
  };
}

function emptyNode<Value>(): Node<Value> {
  return { inside: null, found: null };
}
