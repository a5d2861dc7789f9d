/** A sandbox in a process of its own, started by `own-process.ts`; ends when its parent does. */
import { ownSandbox } from '../support/own-sandbox.ts';

const sandbox = await ownSandbox({ speed: 1 });
const { hostOrigin, appOrigin, exchangeOrigin } = sandbox;
process.once('disconnect', () => {
  void sandbox.close().finally(() => process.exit());
});
process.send?.({ hostOrigin, appOrigin, exchangeOrigin });
