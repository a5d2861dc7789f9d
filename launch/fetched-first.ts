/**
 * What is behind every `import()` of the build, in place of Vite's own helper: all files that it
 * takes are fetched before they are imported. A browser may hold on to a module that it could not
 * fetch as failed for as long as the page lives (Chromium 147 does; HTML asked for that until 2026,
 * whatwg/html#10327): a network that was gone for a second would then keep an answer from ever being
 * recorded. What `fetch` could not get may be asked for again, and the import that follows finds it
 * in the browser's cache.
 */

/** Files that have come or are on their way, by address. */
const coming = new Map<string, Promise<void>>();

/**
 * Rejects where a file can not be had; the next call then asks for it again.
 * @param load the import itself
 * @param files of the chunk, of all it imports, and their styles; as seen from `importer`
 * @param importer address of the chunk that asks
 */
export async function fetchedFirst<Code>(
  load: () => Promise<Code>,
  files: readonly string[] = [],
  importer: string = document.baseURI,
): Promise<Code> {
  const addresses = files.map((file) => new URL(file, importer).href);
  await Promise.all(addresses.map((address) => once(address, () => fetched(address))));
  const styles = addresses.filter((address) => address.endsWith('.css'));
  // In the order of the list, which is that of the cascade.
  await Promise.all(styles.map((address) => once(`${address}#`, () => applied(address))));
  return load();
}

function once(what: string, begin: () => Promise<void>): Promise<void> {
  const known = coming.get(what);
  if (known) return known;
  const begun = begin().catch((error: unknown) => {
    coming.delete(what);
    throw error;
  });
  coming.set(what, begun);
  return begun;
}

/** What the page itself names is there, or the app would not run. */
function isOfPage(address: string): boolean {
  const named = document.querySelectorAll<HTMLElement>('script[src], link[href]');
  return [...named].some(
    (it) =>
      (it instanceof HTMLScriptElement && it.src === address) ||
      (it instanceof HTMLLinkElement && it.href === address),
  );
}

/** A file that takes longer is not coming: whoever waits for it is told so, and may try again. */
const longestMs = 15_000;

async function fetched(address: string): Promise<void> {
  if (isOfPage(address)) return;
  const response = await fetch(address, { signal: AbortSignal.timeout(longestMs) });
  if (!response.ok) throw new Error(`A file of the app came as ${response.status}.`);
  // Whole, or the cache would hold no more of it than was read.
  await response.arrayBuffer();
}

function applied(address: string): Promise<void> {
  if (isOfPage(address)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = address;
    link.onload = () => {
      resolve();
    };
    link.onerror = () => {
      link.remove();
      reject(new Error('A style of the app did not come.'));
    };
    document.head.append(link);
  });
}
