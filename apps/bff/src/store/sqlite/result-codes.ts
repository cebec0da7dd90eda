/** SQLite's result code (https://sqlite.org/rescode.html) without the bits that only tell details. */
export const resultOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

const BUSY = 5;
const CORRUPT = 11;
const NOTADB = 26;

export const isBusy = (error: unknown): boolean => resultOf(error) === BUSY;

export const isDamage = (error: unknown): boolean => [CORRUPT, NOTADB].includes(resultOf(error) ?? 0);
