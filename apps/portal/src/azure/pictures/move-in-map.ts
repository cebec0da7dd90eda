const linkOf = (cell: Element | undefined) => cell?.querySelector('a') ?? undefined;
const firstOf = (cells: readonly Element[]) => cells.map(linkOf).find((link) => link !== undefined);

/** The link that a key leads to from one in a table whose first column names the row; where a row has none at this column, its name. */
export function linkTowards(key: string, from: HTMLAnchorElement): HTMLAnchorElement | undefined {
  const cell = from.closest('td, th');
  const row = from.closest('tr');
  if (cell === null || row === null) return undefined;
  const cells = [...row.cells];
  const at = cells.findIndex((one) => one === cell);
  const inRow = (other: Element | null) =>
    other instanceof HTMLTableRowElement ? (linkOf(other.cells[at]) ?? linkOf(other.cells[0])) : undefined;
  switch (key) {
    case 'ArrowRight':
      return firstOf(cells.slice(at + 1));
    case 'ArrowLeft':
      return firstOf(cells.slice(0, at).toReversed());
    case 'ArrowDown':
      return inRow(row.nextElementSibling);
    case 'ArrowUp':
      return inRow(row.previousElementSibling);
    case 'Home':
      return firstOf(cells);
    case 'End':
      return firstOf(cells.toReversed());
    default:
      return undefined;
  }
}
