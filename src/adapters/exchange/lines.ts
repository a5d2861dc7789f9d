/** Splits a byte stream into lines, whatever the chunks: NDJSON of contract 2.4. */
export type LineSplitter = {
  /**
   * Whole lines that these bytes complete. Keep-alives (empty lines) are left out, and so is what
   * no line end completes: a stream that stops there was cut off.
   */
  readonly push: (bytes: Uint8Array) => Iterable<string>;
};

/** Bytes decoded at once: text that is short, and gone soon, costs the collector of garbage least. */
const atOnce = 65_536;

/** Throws on bytes that are not UTF-8: such an answer is broken, not a little different. */
export function lineSplitter(): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: string[] = [];
  return { push };

  function* push(bytes: Uint8Array): Generator<string, void> {
    for (let from = 0; from < bytes.length; from += atOnce) {
      const text = decoder.decode(bytes.subarray(from, from + atOnce), { stream: true });
      const pieces = text.split('\n');
      const last = pieces.pop() ?? '';
      for (const piece of pieces) {
        const whole = rest.length === 0 ? piece : [...rest, piece].join('');
        if (rest.length > 0) rest = [];
        const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
        if (line !== '') yield line;
      }
      if (last !== '') rest.push(last);
    }
  }
}
