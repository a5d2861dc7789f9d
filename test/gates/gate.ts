/** One gate of the product, how it is removed in a scratch copy, and the test that must notice. */
export type Gate = {
  /** The hazard it stands against, in the words of the README's safety chapter. */
  readonly hazard: string;
  /** What the gate does. */
  readonly mitigation: string;
  readonly file: string;
  /** Exactly once in the file. */
  readonly find: string;
  /** What stands there without the gate; it must still compile as JavaScript. */
  readonly without: string;
  readonly test: {
    readonly project: 'unit' | 'component';
    readonly file: string;
    /** Part of the name of a test that goes red. */
    readonly name: string;
  };
};

/** What it does, where it stands, what stands there without it, and the name of the test. */
type Row = readonly [mitigation: string, find: string, without: string, test: string];

/** Gates of one file against one hazard, whose tests are in one file too. */
export function gatesIn(
  hazard: string,
  file: string,
  test: Omit<Gate['test'], 'name'>,
  rows: readonly Row[],
): readonly Gate[] {
  return rows.map(([mitigation, find, without, name]) => ({
    ...{ hazard, mitigation, file, find, without },
    test: { ...test, name },
  }));
}

export const unit = (file: string) => ({ project: 'unit', file: `test/${file}.test.ts` }) as const;

export const component = (file: string) =>
  ({ project: 'component', file: `test/${file}.test.tsx` }) as const;
