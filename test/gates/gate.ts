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
