import { useState, type FocusEvent, type KeyboardEvent } from 'react';

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

function onKeyDown(event: KeyboardEvent) {
  const next = event.target instanceof HTMLAnchorElement ? linkTowards(event.key, event.target) : undefined;
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** One stop of the Tab key, in which arrows lead on: of so many marks each would be one else. */
export function useOneStop(first: string) {
  const [stop, setStop] = useState(first);
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target.dataset['stop'] !== undefined) setStop(target.dataset['stop']);
  };
  const stopOf = (key: string) => ({ 'data-stop': key, tabIndex: key === stop ? 0 : -1 });
  return { around: { onFocus, onKeyDown }, stopOf };
}
