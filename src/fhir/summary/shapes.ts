/**
 * Checks of the small datatypes that every resource is made of. They are made tens of thousands of
 * times for one record: what passes is used as it came, and nothing is copied.
 */
export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';

export const isFinite: Check = (value) => Number.isFinite(value);

export function isTextUpTo(most: number): Check {
  return (value) => typeof value === 'string' && value.length <= most;
}

export function isOneOf(all: readonly string[]): Check {
  return (value) => typeof value === 'string' && all.includes(value);
}

/** Each property may be absent; one that is there must pass. Others are not looked at. */
export function isShaped(checks: Readonly<Record<string, Check>>): Check {
  const all = Object.entries(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = value as Readonly<Record<string, unknown>>;
    for (const [key, check] of all) {
      const inside = found[key];
      if (inside !== undefined && !check(inside)) return false;
    }
    return true;
  };
}

export function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}
