import { usMoment } from '../moments';

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
