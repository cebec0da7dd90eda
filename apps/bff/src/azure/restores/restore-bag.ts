/** What a restore job tells of itself in its property bag. */
export interface RestoreBag {
  storageAccountName: string | null;
  targetGroup: string | null;
  /** Moment of the recovery point to the second; Azure's own precision here. */
  pointTime: string | null;
  container: string | null;
  configBlob: string | null;
  /** Blob with the keys of the machine. */
  encryptionInfoBlob: string | null;
}

/** Reads the bag; one of its keys ends in a blank. */
export function readRestoreBag(bag: Record<string, string | null> | null | undefined): RestoreBag {
  const values = new Map(Object.entries(bag ?? {}).map(([name, value]) => [name.trim(), value]));
  const read = (name: string) => values.get(name) ?? null;
  return {
    storageAccountName: read('Target Storage Account Name'),
    targetGroup: read('Target resource group'),
    pointTime: usMoment(read('Recovery point time')),
    container: read('Config Blob Container Name'),
    configBlob: read('Config Blob Name'),
    encryptionInfoBlob: read('Encryption Info Blob Name') ?? read('Secured Encryption Info Blob Name'),
  };
}

const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d) (AM|PM)$/i;

/** `2/3/2026 2:05:09 PM`, UTC; null where the text is none. */
export function usMoment(text: string | null): string | null {
  const [, month, day, year, hour, minute, second, half] = US_DATE.exec(text ?? '') ?? [];
  if (half === undefined) return null;
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second))).toISOString();
}
