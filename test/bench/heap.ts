/** What a page holds on to. */
import type { CDPSession } from 'playwright-core';

/** Bytes of JavaScript that are still held once all that is not has been collected. */
export async function heapAfterCollection(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  // What only finalisers or weak references let go of needs a second time.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
