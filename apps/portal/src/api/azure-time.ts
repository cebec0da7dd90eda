let ahead = 0;

/** What the server says the time at Azure is; without a word of it the last one holds. */
export function hearAzureTime(told: string | null): void {
  const there = Date.parse(told ?? '');
  if (!Number.isNaN(there)) ahead = there - Date.now();
}

/** Milliseconds since 1970 by Azure's clock, by which policies run; by the browser's until Azure's is known. */
export const azureNow = (): number => Date.now() + ahead;
