/** The columns of a raw row; undefined when there was none. */
export function columns(row: unknown): unknown[] | undefined {
  return Array.isArray(row) ? row : undefined;
}

/** The JSON document in the first column of a raw row. We wrote it, so its shape is trusted. */
export function document<T>(row: unknown): T | undefined {
  const text = columns(row)?.[0];
  if (typeof text !== 'string') return undefined;
  const value: T = JSON.parse(text);
  return value;
}

/** The JSON documents of many raw rows. */
export function documents<T>(rows: readonly unknown[]): T[] {
  return rows.map((row) => document<T>(row)).filter((value) => value !== undefined);
}
