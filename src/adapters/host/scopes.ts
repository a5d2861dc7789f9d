/**
 * Granted against required SMART scopes. Hosts answer in either dialect, whatever was asked:
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
type ResourceScope = {
  readonly context: string;
  readonly type: string;
  /** Letters of `cruds` it permits. */
  readonly permits: string;
};

const resourceScope = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]*)\.(read|write|\*|c?r?u?d?s?)$/;
const v1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/**
 * The first required scope that was not granted, or null where all were.
 * A scope narrowed by a query (`…?category=…`) grants less than the whole, and so counts for
 * nothing here.
 * @param granted the token response's `scope`, space-separated; empty grants nothing
 */
export function missingScope(granted: string, required: readonly string[]): string | null {
  const held = granted.split(/\s+/).filter(Boolean);
  return required.find((scope) => !isCovered(scope, held)) ?? null;
}

function isCovered(scope: string, held: readonly string[]): boolean {
  if (held.includes(scope)) return true;
  const wanted = parse(scope);
  if (wanted === null) return false;
  const permitted = held
    .map(parse)
    .filter((each) => each !== null)
    .filter((each) => each.context === wanted.context)
    .filter((each) => each.type === '*' || each.type === wanted.type)
    .map((each) => each.permits)
    .join('');
  return Array.from(wanted.permits).every((letter) => permitted.includes(letter));
}

function parse(scope: string): ResourceScope | null {
  const [, context, type, suffix] = resourceScope.exec(scope) ?? [];
  if (context === undefined || type === undefined || !suffix) return null;
  return { context, type, permits: v1[suffix] ?? suffix };
}
