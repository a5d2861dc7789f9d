import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from '../../src/adapters/platform.ts';

describe('a quiet moment of the page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is the browser’s next idle one, or comes when the time is over', () => {
    const asked: { run: () => void; timeout: number | undefined }[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void, options?: { timeout?: number }) =>
      asked.push({ run, timeout: options?.timeout }),
    );
    const run = vi.fn();
    whenQuiet(run, 450);
    // Of no time at all a browser would make no limit.
    whenQuiet(run, 0);
    expect(asked.map(({ timeout }) => timeout)).toEqual([450, 1]);
    expect(run).not.toHaveBeenCalled();
    asked[0]?.run();
    expect(run).toHaveBeenCalledOnce();
  });

  it('is the next task where a browser does not tell of idle ones', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const run = vi.fn();
    whenQuiet(run, 450);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(run).toHaveBeenCalledOnce();
  });
});
