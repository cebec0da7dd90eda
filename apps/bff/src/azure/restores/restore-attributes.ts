import type { AzureSession } from '../connection/azure';
import { accountOf } from '../connection/origins';
import { usMoment } from '../moments';

/** What a restore job tells of itself in its attributes. */
export interface RestoreAttributes {
  storageAccountName: string | null;
  /** URL of the configuration; it tells of the account's DNS zone, where it has one. */
  configUrl: string | null;
  targetGroup: string | null;
  /** Moment of the recovery point to the second; Azure's own precision here. */
  pointTime: string | null;
  container: string | null;
  configBlob: string | null;
  /** Blob with the keys of the machine. */
  encryptionInfoBlob: string | null;
}

/** Reads the attributes; one of the names ends in a blank. */
export function readRestoreAttributes(attributes: Record<string, string | null> | null | undefined): RestoreAttributes {
  const values = new Map(Object.entries(attributes ?? {}).map(([name, value]) => [name.trim(), value]));
  const read = (name: string) => values.get(name) ?? null;
  return {
    storageAccountName: read('Target Storage Account Name'),
    configUrl: read('Config Blob Uri'),
    targetGroup: read('Target resource group'),
    pointTime: usMoment(read('Recovery point time')),
    container: read('Config Blob Container Name'),
    configBlob: read('Config Blob Name'),
    encryptionInfoBlob: read('Encryption Info Blob Name') ?? read('Secured Encryption Info Blob Name'),
  };
}

/** The account of a restore as its blobs are reached: by its name, and by its DNS zone where it has one. Null where the job names none. */
export function blobAccountOf({ cloud }: Pick<AzureSession, 'cloud'>, { storageAccountName, configUrl }: RestoreAttributes): string | null {
  if (storageAccountName === null) return null;
  const account = accountOf(cloud, configUrl ?? '');
  return account?.split('.')[0] === storageAccountName.toLowerCase() ? account : storageAccountName;
}
