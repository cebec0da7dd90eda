import { createHash } from 'node:crypto';
import { at, text } from '../json';
import { parseObjectUrl, readKey, readSecret } from '../key-vault/key-vault-objects';
import type { World } from '../world';

/** What a disk is really encrypted with, whatever its settings say. */
interface DiskLock {
  /** Digest of the secret's value: the BEK, wrapped or not. */
  secret: string;
  /** Version of the key that wraps it; it stays what it is when a key is backed up and restored. */
  kekVersion?: string;
}

/** A disk is known by its ARM id, a VHD by its URL without query; both in any case. */
export const diskKey = (disk: string): string => (disk.split('?')[0] ?? '').toLowerCase();

const locks = (world: World) => world.documents<DiskLock>('disk-locks');

/** What a disk is encrypted with, by its ARM id or the URL of its VHD; undefined where it is plain. */
export const lockOf = (world: World, disk: string): DiskLock | undefined => locks(world).get(diskKey(disk));

/** Replaces what a disk is encrypted with; undefined: it is plain from now on. */
export function putLock(world: World, disk: string, lock: DiskLock | undefined): void {
  if (lock) locks(world).put(diskKey(disk), lock);
  else locks(world).delete(diskKey(disk));
}

/** The lock that a secret’s value makes, as the key vault holds it. `keyUrl`: versioned URL of the key that wraps it; undefined: none does. */
export function makeLock(secretValue: string, keyUrl: string | undefined): DiskLock {
  const secret = createHash('sha256').update(secretValue).digest('base64url');
  const kekVersion = keyUrl === undefined ? undefined : parseObjectUrl(keyUrl)?.version;
  return { secret, ...(kekVersion !== undefined && { kekVersion: kekVersion.toLowerCase() }) };
}

/** Urls in a disk's or machine's encryption settings (`diskEncryptionKey`, `keyEncryptionKey`). */
export function urlsIn(settings: unknown): { secretUrl: string; keyUrl: string | undefined } {
  return {
    secretUrl: text(at(settings, 'diskEncryptionKey', 'secretUrl')) ?? '',
    keyUrl: text(at(settings, 'keyEncryptionKey', 'keyUrl')),
  };
}

/** Whether encryption settings lead to what a disk was encrypted with, at this moment. */
export function opens(world: World, lock: DiskLock, settings: unknown): boolean {
  const { secretUrl, keyUrl } = urlsIn(settings);
  const secret = readSecret(world, secretUrl);
  if (secret.state !== 'present' || makeLock(secret.version.value, undefined).secret !== lock.secret) return false;
  if (lock.kekVersion === undefined) return keyUrl === undefined;
  const key = keyUrl === undefined ? undefined : readKey(world, keyUrl);
  return key?.state === 'present' && key.version.version.toLowerCase() === lock.kekVersion;
}
