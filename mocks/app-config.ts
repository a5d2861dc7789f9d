/** The app's `smart-config.json` as this run of the sandbox needs it: its ports, its launcher. */

export type SandboxOrigins = {
  readonly host: string;
  readonly app: string;
  readonly exchange: string;
};

/** The origins written in the committed file, which are also the default ports. */
export const committedOrigins: SandboxOrigins = {
  host: 'http://127.0.0.1:4000',
  app: 'http://127.0.0.1:4001',
  exchange: 'http://127.0.0.1:4002',
};

/**
 * The parsed configuration with every address of the committed origins moved to the actual ones.
 * An address is replaced only where the origin is whole: `http://127.0.0.1:40001` is another one.
 */
export function moveOrigins(value: unknown, actual: SandboxOrigins): unknown {
  if (typeof value === 'string') return moveAddress(value, actual);
  if (Array.isArray(value)) return value.map((item: unknown) => moveOrigins(item, actual));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      moveAddress(key, actual),
      moveOrigins(item, actual),
    ]),
  );
}

function moveAddress(text: string, actual: SandboxOrigins): string {
  for (const part of ['host', 'app', 'exchange'] as const) {
    const committed = committedOrigins[part];
    if (text === committed || text.startsWith(`${committed}/`)) {
      return actual[part] + text.slice(committed.length);
    }
  }
  return text;
}

/**
 * The configuration with one more issuer: a copy of the first one's entry with every issuer's role
 * codes, launched with `iss` and answered by the exchange base `exchange`. Throws where the configuration names no issuer.
 */
export function withLauncher(config: unknown, iss: string, exchange: string): unknown {
  if (typeof config !== 'object' || config === null || !('issuers' in config)) {
    throw new Error('smart-config.json has no "issuers".');
  }
  const issuers: readonly unknown[] = Array.isArray(config.issuers) ? config.issuers : [];
  const model = issuers[0];
  if (typeof model !== 'object' || model === null) {
    throw new Error('smart-config.json lists no issuer to copy.');
  }
  const roleMap: unknown = Object.assign({}, ...issuers.map(roleMapOf));
  const added = { ...model, roleMap, issuer: iss, name: 'Third-party launcher', exchange };
  return { ...config, issuers: [...issuers, added] };
}

/** The open data holds users of every host, so a launcher's users carry any host's role codes. */
function roleMapOf(issuer: unknown): unknown {
  return typeof issuer === 'object' && issuer !== null && 'roleMap' in issuer ? issuer.roleMap : {};
}
