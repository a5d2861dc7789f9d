/** `$summary`, streamed where the exchange can, as one document where it can not (contract 2.4). */
import { type ReaderEvent, summaryReader } from '../../fhir/summary/reader.ts';
import type { Traced } from '../../fhir/summary/traced.ts';
import type { Failure } from '../../flow/failure.ts';
import type { SummaryEvent } from '../../flow/ports.ts';
import { kindOfStatus } from './failure.ts';
import { lineSplitter } from './lines.ts';
import { reasonOf } from './refusal-reason.ts';
import { type Call, open, type Opened, parseJson, readText, type Wire } from './request.ts';
import { slices } from '../slices.ts';

type Emit = (event: SummaryEvent) => void;
type Open = Extract<Opened, { type: 'opened' }>;

/** A keep-alive comes about every ten seconds; silence for longer is a lost connection. */
const silenceMs = 25_000;

const ndjsonType = /^application\/(?:fhir\+|x-)?ndjson(?:\s*;|$)/i;
const jsonType = /^application\/(?:fhir\+)?json(?:\s*;|$)/i;

/**
 * Calls `emit` as the answer arrives and ends with exactly one of `finished`, `interrupted` and
 * `refused`; with none where the caller aborted. Never throws.
 */
export async function retrieve(
  wire: Wire & { readonly maxBytes: number },
  call: Call,
  traced: Traced,
  emit: Emit,
): Promise<void> {
  const whileOpen: Emit = (event) => {
    if (call.signal?.aborted !== true) emit(event);
  };
  const opened = await open(wire, call, Math.max(wire.timeoutMs, silenceMs));
  if (opened.type === 'failed') {
    whileOpen(unopened(opened.failure));
    return;
  }
  try {
    if (!opened.response.ok) {
      whileOpen(await refusal(opened));
      return;
    }
    await read(opened, wire.maxBytes, traced, whileOpen);
  } catch {
    whileOpen({ type: 'interrupted' });
  } finally {
    await giveUp(opened);
  }
}

async function read(opened: Open, maxBytes: number, traced: Traced, emit: Emit): Promise<void> {
  const type = opened.response.headers.get('content-type') ?? '';
  if (ndjsonType.test(type)) {
    await readLines(opened, maxBytes, summaryReader(traced), emit);
    return;
  }
  if (!jsonType.test(type)) {
    emit(refused(opened.failure('bad-answer')));
    return;
  }
  // An exchange that streams, as the contract has it, never needs it.
  const { documentEvents } = await import('../../fhir/summary/bundle.ts');
  const text = await readText(opened.response, maxBytes);
  if (text === null) {
    emit(refused(opened.failure('too-large')));
    return;
  }
  const pause = slices();
  for (const event of documentEvents(parseJson(text), traced)) {
    emit(eventOf(event, opened));
    await pause();
  }
}

async function readLines(
  opened: Open,
  maxBytes: number,
  reader: ReturnType<typeof summaryReader>,
  emit: Emit,
): Promise<void> {
  const body = opened.response.body?.getReader();
  const splitter = lineSplitter();
  const pause = slices();
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await body?.read();
      if (!chunk || chunk.done) {
        emit({ type: 'interrupted' });
        return;
      }
      opened.alive();
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        emit(refused(opened.failure('too-large')));
        return;
      }
      for (const line of splitter.push(chunk.value)) {
        const resource = parseJson(line);
        if (resource === undefined) {
          emit({ type: 'interrupted' });
          return;
        }
        for (const event of reader.push(resource)) {
          emit(eventOf(event, opened));
          await pause();
        }
        if (reader.isDone()) return;
        await pause();
      }
    }
  } finally {
    // Whatever is left unread is not wanted: the exchange hears of it and stops asking sources.
    await body?.cancel().catch(() => undefined);
  }
}

function eventOf(event: ReaderEvent, opened: Open): SummaryEvent {
  switch (event.type) {
    case 'part':
    case 'report':
    case 'finished':
      return event;
    case 'wrong-patient':
    case 'dissent':
    case 'restricted':
      return { type: 'refused', reason: { type: event.type } };
    case 'unusable':
      return refused(opened.failure('bad-answer'));
  }
}

/** No record came: the exchange may answer when asked again. Anything it refused stays refused. */
function unopened(failure: Failure): SummaryEvent {
  const mayComeBack = failure.kind === 'offline' || failure.kind === 'timeout';
  return mayComeBack ? { type: 'interrupted' } : refused(failure);
}

async function refusal(opened: Open): Promise<SummaryEvent> {
  const { response } = opened;
  const kind = kindOfStatus(response.status);
  if (kind === 'server') return { type: 'interrupted' };
  const text = await readText(response, 100_000).catch(() => null);
  const reason = reasonOf({ status: response.status, body: parseJson(text ?? '') });
  return reason ? { type: 'refused', reason } : refused(opened.failure(kind));
}

function refused(failure: Failure): SummaryEvent {
  return { type: 'refused', reason: { type: 'release-refused', failure } };
}

async function giveUp(opened: Open): Promise<void> {
  opened.settle();
  const { body } = opened.response;
  if (body && !body.locked) await body.cancel().catch(() => undefined);
}
