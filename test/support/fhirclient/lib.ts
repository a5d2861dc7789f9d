/** Stands for `fhirclient/lib/lib.js` in tests. */
import { asBuilt } from './as-built.ts';

export const { getAndCache } = asBuilt('lib.js');
