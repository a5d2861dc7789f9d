/** A seeded source of numbers: the same seed gives the same record on every machine. */

export type Random = {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <C extends readonly [unknown, ...unknown[]]>(choices: C) => C[number];
};

/** Mulberry32: 32 bits of state, enough for invented blood results. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    pick: <C extends readonly [unknown, ...unknown[]]>(choices: C): C[number] =>
      choices[whole(0, choices.length - 1)] ?? choices[0],
  };
}
