/** An event on its way to the exchange's trail (contract 2.7). */
import { type Answer, ask, type Wire } from './request.ts';

export type Sending = { readonly event: object; readonly requestId: string };

/** `keepalive`: the page may be closing, and this must still arrive. */
export function postEvent(wire: Wire, { event, requestId }: Sending): Promise<Answer> {
  return ask(wire, {
    method: 'POST',
    url: `${wire.base}/AuditEvent`,
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(event),
    requestId,
    keepalive: true,
  });
}
