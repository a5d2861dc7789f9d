/** A form's or an address's field as text: empty where absent, or where it is a file. */
export function field(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
