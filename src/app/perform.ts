/** Runs one effect of the flow through the ports, and says what came of it. */
import type { Effect, Uncertain } from '../flow/effect.ts';
import type { Event } from '../flow/event.ts';
import type { Stage } from '../flow/failure.ts';
import type { Outcome, Ports, SummaryEvent } from '../flow/ports.ts';
import type { HostSession } from '../flow/state.ts';
import { answered } from './answered.ts';
import { readDocument, recordPrint } from './perform-aside.ts';
import { recheck, recordTerms, recordTold, readReview } from './perform-answers.ts';

/** What happened, without the key: the runner adds its launch's. */
export type Happening = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'key'>
    : never
  : never;

export type Reply = Happening | null;

/** Resolves to the event that answers the effect; streams emit theirs on the way. */
export async function perform(
  effect: Effect,
  ports: Ports,
  emit: (what: Happening) => void,
  signal: AbortSignal,
): Promise<Reply> {
  const { host, exchange } = ports;
  switch (effect.type) {
    case 'complete-authorisation':
      return reply('authorise', await host.complete(), (session) => ({
        type: 'authorised',
        session,
      }));
    case 'read-host':
      return readHost(effect.session, ports);
    case 'trace':
      return reply('trace', await exchange.trace(effect.nhsNumber), (outcome) => ({
        type: 'traced',
        outcome,
      }));
    case 'read-organisations':
      return reply('user', await host.readOrganisations(), (organisations) => ({
        type: 'organisations-read',
        organisations,
      }));
    case 'read-standing':
      return reply(
        'standing',
        await exchange.standing(effect.patient, effect.asker),
        (standing) => ({
          type: 'standing-read',
          standing,
        }),
      );
    case 'record-terms':
      return recordTerms(effect.answer, ports);
    case 'report':
      await exchange.reportRefusal(effect.refusal);
      return null;
    case 'record-told':
      return recordTold(effect, ports);
    case 'recheck':
      return recheck(effect, ports);
    case 'read-review':
      return readReview(ports);
    case 'record':
      return record(effect, ports);
    case 'retrieve':
      return retrieve(effect, ports, emit, signal);
    case 'read-log':
      return readLog(effect, ports);
    case 'read-document':
      return readDocument(effect, ports, signal);
    case 'record-print':
      return recordPrint(effect, ports);
    case 'withdraw':
      return withdraw(effect.uncertain, ports);
    case 'end':
      return end(effect, ports, emit);
  }
}

function reply<Value>(stage: Stage, outcome: Outcome<Value>, done: (value: Value) => Reply): Reply {
  return answered(outcome, done, (failure) => ({ type: 'call-failed', stage, failure }));
}

/** User, patient and the exchange's capability do not wait for each other. */
async function readHost(session: HostSession, { host, exchange }: Ports): Promise<Reply> {
  const [user, patient, capable] = await Promise.all([
    host.readUser(),
    host.readPatient(session),
    exchange.capable(),
  ]);
  return reply('user', user, (user) =>
    reply('patient', patient, (host) =>
      reply('capability', capable, () => ({ type: 'identified', user, host })),
    ),
  );
}

async function record(
  { verified, decided }: Extract<Effect, { type: 'record' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const { decisionId } = decided;
  const outcome = await exchange.record(verified, decided);
  switch (outcome.type) {
    case 'ok':
      return { type: 'recorded', decisionId, receipt: outcome.value };
    case 'failed':
      return { type: 'record-failed', decisionId, failure: outcome.failure };
    case 'refused':
      return { type: 'record-refused', decisionId, reason: outcome.reason };
  }
}

async function retrieve(
  { verified, receipt, attempt }: Extract<Effect, { type: 'retrieve' }>,
  { exchange }: Ports,
  emit: (what: Happening) => void,
  signal: AbortSignal,
): Promise<Reply> {
  const onEvent = (event: SummaryEvent): void => {
    if (!signal.aborted) emit(arrival(event, attempt));
  };
  await exchange.retrieve(verified, receipt, onEvent, signal);
  return null;
}

function arrival(event: SummaryEvent, attempt: number): Happening {
  switch (event.type) {
    case 'part':
      return { type: 'part-arrived', attempt, part: event.part };
    case 'report':
      return { type: 'source-reported', attempt, report: event.report };
    case 'finished':
      return { type: 'summary-finished', attempt };
    case 'interrupted':
      return { type: 'summary-interrupted', attempt };
    case 'refused':
      return { type: 'refused', reason: event.reason };
  }
}

async function readLog(
  { patient, clinician, receipt }: Extract<Effect, { type: 'read-log' }>,
  { exchange }: Ports,
): Promise<Reply> {
  return answered(
    await exchange.log(patient, clinician, receipt),
    (entries) => ({ type: 'log-read', entries }),
    (failure) => ({ type: 'log-failed', failure }),
  );
}

async function withdraw({ patient, decisionId }: Uncertain, { exchange }: Ports): Promise<Reply> {
  await exchange.withdraw(patient, decisionId);
  return null;
}

/** The refusal is told before the token is given up; neither holds up what is on screen. */
async function end(
  effect: Extract<Effect, { type: 'end' }>,
  ports: Ports,
  emit: (what: Happening) => void,
): Promise<Reply> {
  const { host, exchange } = ports;
  const { receipt, refusal, uncertain, revoked, keeps } = effect;
  // Tried again for a while, so beside everything else.
  const revoking = Promise.all(revoked.map((consentId) => exchange.revoke(consentId)));
  if (receipt !== null && !keeps) await exchange.end(receipt);
  if (uncertain !== null) await withdraw(uncertain, ports);
  // Last, since it is tried again for a while: what is open is shut before it.
  if (refusal !== null && (await exchange.reportRefusal(refusal))) {
    emit({ type: 'refusal-recorded' });
  }
  await revoking;
  await host.end();
  return null;
}
