/** The page a host opens (SMART App Launch 2.2, "EHR launch"): checks, signs in, leaves. */
import { runLaunchPage } from './launch-page.ts';

void runLaunchPage({
  browser: window,
  document,
  search: location.search,
  origin: location.origin,
  fetch: (input, init) => fetch(input, init),
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  leave: (url) => location.replace(url),
});
