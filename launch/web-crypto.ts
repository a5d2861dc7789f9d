/** Stands in for `isomorphic-webcrypto`: every browser the app supports has its own. */
export default globalThis.crypto;
