/** Stands in for the `debug` package, which can print tokens to the console. */
const silent = (): void => undefined;
const debug = (): typeof silent & { extend: () => typeof silent } =>
  Object.assign(silent, { extend: debug });

export default debug;
