/** Setup of the component tests: matchers for the DOM, a clean document, and a closed network. */
import '@testing-library/jest-dom/vitest';
import { afterEach } from 'vitest';
import { cleanup } from '@testing-library/preact';
import { mockServer } from './mock-server.ts';

/** The network of every component test; add handlers with `network.use(...)`. */
export const network = mockServer();

// jsdom has no layout, in which nothing is out of sight.
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
