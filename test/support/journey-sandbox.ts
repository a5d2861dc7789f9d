/**
 * The sandbox that all journeys of one file share, and no other file: what one file leaves behind
 * in the trail or among the permissions is in nobody's way, whatever runs beside it or before.
 * Vitest sets it up with each file of journeys, so that it is closed with the file.
 */
import { afterAll } from 'vitest';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { ownSandbox } from './own-sandbox.ts';

/** Where a sandbox of the journeys answers. */
export type JourneySandbox = Pick<Sandbox, 'hostOrigin' | 'appOrigin' | 'exchangeOrigin'>;

let started: Promise<Sandbox> | null = null;

afterAll(async () => (await started)?.close());

/** Starts it for the first who asks; its sources are as quick as in earnest. */
export function fileSandbox(): Promise<JourneySandbox> {
  started ??= ownSandbox({ speed: 1 });
  return started;
}
