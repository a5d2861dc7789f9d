/** Can this exchange be used at all? (contract 2.0) */
import * as z from 'zod/mini';
import { parsed } from '../datatypes.ts';

const operations = z.optional(
  z.array(z.object({ name: z.optional(z.string()), definition: z.optional(z.string()) })),
);

const capabilityStatement = z.object({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: z.string(),
  rest: z.array(
    z.object({
      mode: z.optional(z.string()),
      interaction: z.optional(z.array(z.object({ code: z.optional(z.string()) }))),
      operation: operations,
      resource: z.optional(
        z.array(z.object({ type: z.optional(z.string()), operation: operations })),
      ),
    }),
  ),
});

/** True for a server that says it speaks R4, `transaction` and the IPS operation `$summary`. */
export function isCapable(body: unknown): boolean {
  const found = parsed(capabilityStatement, body);
  const server = found?.rest.find(({ mode }) => mode === undefined || mode === 'server');
  if (!found || !server) return false;
  const offered = [
    ...(server.operation ?? []),
    ...(server.resource ?? []).flatMap(({ operation }) => operation ?? []),
  ];
  return (
    /^4\.0(\.\d+)?$/.test(found.fhirVersion) &&
    (server.interaction ?? []).some(({ code }) => code === 'transaction') &&
    offered.some(({ name, definition }) => isSummary(name) || isSummary(definition))
  );
}

/** `summary`, `$summary`, or a definition such as the IPS guide's `…/OperationDefinition/summary`. */
function isSummary(name: string | undefined): boolean {
  return name !== undefined && /(^|\/|\$)(patient-)?summary(\|.*)?$/.test(name);
}
