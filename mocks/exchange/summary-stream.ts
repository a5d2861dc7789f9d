/** The summary as NDJSON: parts as their sources answer, a keep-alive while they do not. */
import type { Release } from './access.ts';
import type { CallSignal } from './call-signal.ts';
import type { Call } from './context.ts';
import type { Answers } from './fan-out.ts';
import { releaseEvents } from './release-events.ts';
import { summaryParts } from './summary-parts.ts';
import type { Manifest, SummaryPart } from './summary-parts.ts';

const keepAliveMs = 10_000;

const line = (resource: unknown): string => `${JSON.stringify(resource)}\n`;

function linesOf(part: SummaryPart): string {
  switch (part.type) {
    case 'patient':
      return line(part.patient);
    case 'round':
      return part.resources.map(line).join('') + line(part.by);
    case 'source-done':
      return line(part.outcome);
    case 'document':
      return line(part.composition);
  }
}

type Next = IteratorResult<SummaryPart, void>;

/** Waits for the next part; null when it is time for a sign of life. */
async function nextOrKeepAlive(next: Promise<Next>): Promise<Next | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const quiet = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), keepAliveMs);
  });
  try {
    return await Promise.race([next, quiet]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The stream. The reader going away aborts the sources. Its end is recorded before the last line,
 * so that a whole summary is always a recorded one; a reader who leaves is recorded as having
 * received part of it.
 * @param answers of the sources that were asked for this release
 * @param asking is released when the stream ends, however it ends
 */
export function streamSummary(
  call: Call,
  release: Release,
  answers: Answers,
  asking: CallSignal,
): Response {
  const manifest: Manifest = new Map();
  const { signal } = asking;
  const parts = summaryParts(call, release, answers, manifest, signal);
  const record = releaseEvents(call, release, manifest);
  // On closing, too: the trail says what had gone before the store goes away.
  signal.addEventListener('abort', () => record.interrupted(), { once: true });
  const leave = (): void => {
    record.interrupted();
    asking.abort();
    asking.release();
  };
  const encoder = new TextEncoder();
  let next: Promise<Next> | null = null;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    next ??= parts.next();
    const part = await nextOrKeepAlive(next);
    if (part === null) {
      controller.enqueue(encoder.encode('\n'));
      return;
    }
    next = null;
    if (signal.aborted || part.done) {
      throw new DOMException('The summary was interrupted.', 'AbortError');
    }
    if (part.value.type === 'document') await record.completed();
    controller.enqueue(encoder.encode(linesOf(part.value)));
    // Nothing comes after the document: its last byte waits for nobody to ask for more.
    if (part.value.type === 'document') {
      asking.release();
      controller.close();
    }
  };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          await pull(controller);
        } catch (error) {
          leave();
          controller.error(error);
        }
      },
      cancel: leave,
    },
    { highWaterMark: 1 },
  );
  // Said to be in pieces: a server may otherwise hold the first one back, to count the bytes of all.
  const headers = { 'content-type': 'application/fhir+ndjson', 'transfer-encoding': 'chunked' };
  return new Response(body, { headers });
}
