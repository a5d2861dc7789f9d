/** Which of the exchange's own rules refused, as it says beside the Spine code. */
import { parsed } from '../parsed.ts';
import { operationOutcome } from '../spine.ts';
import { ocs } from '../systems.ts';

/**
 * @param body the parsed JSON of an answer, of any shape
 * @returns the exchange's rules in its issues, e.g. `own-record`; empty for an exchange that names none
 */
export function refusalCodes(body: unknown): readonly string[] {
  return (parsed(operationOutcome, body)?.issue ?? []).flatMap(({ details }) =>
    (details?.coding ?? []).flatMap(({ system, code }) =>
      system === ocs.accessEvent && code !== undefined ? [code] : [],
    ),
  );
}
