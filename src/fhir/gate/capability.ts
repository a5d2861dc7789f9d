/** Can this exchange be used at all? (contract 2.0) */
import * as s from '../shape.ts';
import { parsed } from '../parsed.ts';

const operations = s.optional(
  s.array(s.object({ name: s.optional(s.string), definition: s.optional(s.string) })),
);

const capabilityStatement = s.object({
  resourceType: s.literal('CapabilityStatement'),
  fhirVersion: s.string,
  rest: s.array(
    s.object({
      mode: s.optional(s.string),
      interaction: s.optional(s.array(s.object({ code: s.optional(s.string) }))),
      operation: operations,
      resource: s.optional(
        s.array(s.object({ type: s.optional(s.string), operation: operations })),
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
