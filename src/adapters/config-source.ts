/**
 * Reads smart-config.json from the app's own origin.
 * @returns its parsed JSON, or null where it is missing, not JSON, or did not come in time
 */
export async function readConfig(
  fetchConfig: typeof globalThis.fetch,
  timeoutMs: number,
): Promise<unknown> {
  try {
    const response = await fetchConfig('./smart-config.json', {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
