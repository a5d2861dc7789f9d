/** What is noted of the summary's stream: each chunk at the moment the app has it in its hands. */
import type {} from './page-probe.ts';

export type StreamWords = {
  /** How the exchange titles each source's part; empty where nobody wants to know whose it is. */
  readonly title: string;
  /** The event to tell of each chunk by. */
  readonly chunkRead: string;
};

/** Runs in the page after `probe` and before any script of the page's own. */
export function streamProbe({ title, chunkRead }: StreamWords): void {
  const noted = window.ocsBench;
  const ofSummary = new WeakSet<ReadableStream>();
  const ownFetch = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const response = await ownFetch(...asked);
    if (response.url.includes('$summary') && response.body) ofSummary.add(response.body);
    return response;
  };
  const decoder = new TextDecoder();
  /** A title may be cut in two by the chunks' borders. */
  let before = '';
  const note = (value: unknown) => {
    const at = performance.now();
    const bytes = value instanceof Uint8Array ? value.byteLength : String(value).length;
    noted.chunks.push({ at, bytes });
    dispatchEvent(new Event(chunkRead));
    if (title === '') return;
    const text =
      before +
      (value instanceof Uint8Array ? decoder.decode(value, { stream: true }) : String(value));
    before = text.slice(-300);
    for (const [, source] of text.matchAll(new RegExp(`${title}([^"]+)"`, 'g'))) {
      if (source !== undefined) noted.parts[source] ??= at;
    }
  };
  const prototype = ReadableStream.prototype;
  const ownPipe = Reflect.get(prototype, 'pipeThrough');
  Reflect.set(prototype, 'pipeThrough', function pipe(this: ReadableStream, ...how: unknown[]) {
    const piped: unknown = Reflect.apply(ownPipe, this, how);
    if (ofSummary.has(this) && piped instanceof ReadableStream) ofSummary.add(piped);
    return piped;
  });
  const ownReader = Reflect.get(prototype, 'getReader');
  Reflect.set(prototype, 'getReader', function reader(this: ReadableStream, ...how: unknown[]) {
    const got: unknown = Reflect.apply(ownReader, this, how);
    if (!ofSummary.has(this) || !(got instanceof ReadableStreamDefaultReader)) return got;
    const ownRead = got.read.bind(got);
    got.read = async () => {
      const chunk = await ownRead();
      if (!chunk.done) note(chunk.value);
      return chunk;
    };
    return got;
  });
}
