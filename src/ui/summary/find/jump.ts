/** Going to an item, or to a section, inside the open record; the address stays as it is. */

/** Focuses the item's row and opens what it is folded into. False where it is not on the page. */
export function jumpToItem(key: string): boolean {
  const row = document.getElementById(`item-${key}`);
  if (!row) return false;
  for (
    let fold = row.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  ) {
    fold.open = true;
  }
  // A row takes the focus, so that its ring shows where it is, though it is no control.
  if (!row.hasAttribute('tabindex')) row.tabIndex = -1;
  row.scrollIntoView({ block: 'center' });
  row.focus({ preventScroll: true });
  return true;
}
