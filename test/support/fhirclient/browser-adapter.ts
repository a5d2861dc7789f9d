/** Stands for `fhirclient/lib/adapters/BrowserAdapter.js` in tests. */
import { asBuilt } from './as-built.ts';

const { default: BrowserAdapter } = asBuilt('adapters/BrowserAdapter.js');

// As the package exports it.
export default BrowserAdapter;
