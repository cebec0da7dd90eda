/** The columns of a raw row; undefined when there was none. */
export function columns(row: unknown): unknown[] | undefined {
  return Array.isArray(row) ? row : undefined;
}

/** The JSON documents in the first column of raw rows, without those that were not there. We wrote them, so their shape is trusted. */
export function documents<T>(rows: readonly unknown[]): T[] {
  const found: T[] = [];
  for (const row of rows) {
    const text = textOf(row);
    if (text !== undefined) found.push(JSON.parse(text));
  }
  return found;
}

/** The first column of a raw row when it is text. */
export function textOf(row: unknown): string | undefined {
  const value = columns(row)?.[0];
  return typeof value === 'string' ? value : undefined;
}
