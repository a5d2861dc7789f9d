/** The id of the element in which a printing is on screen: only then may the page be printed. */
export function printViewId(printId: string): string {
  return `print-${printId}`;
}
