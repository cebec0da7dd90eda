import { sealKey } from '../../../key-vault/backup';
import type { KeyVaultPlace } from '../../../key-vault/backup';
import {
  findKeyVault,
  keyObjects,
  objectKey,
  parseObjectUrl,
  readKey,
  readSecret,
  secretObjects,
} from '../../../world/key-vault/key-vault-objects';
import type { KeyVersion, SecretVersion, VaultObject } from '../../../world/key-vault/key-vault-objects';
import type { World } from '../../../world/world';
import type { DiskEncryption } from './vm-disks';

/** Keys and secrets of a machine as they were at the moment of a backup. */
export interface HeldKeys {
  encryption: DiskEncryption;
  /** Value of the secret. */
  secretData: string;
  kek?: { key: VaultObject<KeyVersion>; keyVault: KeyVaultPlace };
  /** The secret as a whole, where no key wraps it: only its backup brings it back. */
  bek?: { secret: VaultObject<SecretVersion>; keyVault: KeyVaultPlace };
}

/** Keys and secrets in the form in which the service shows them. */
interface KeyAndSecret {
  kekDetails?: { keyUrl: string; keyVaultId: string; keyBackupData: string };
  bekDetails: { secretUrl: string; secretVaultId: string; secretData: string };
  encryptionMechanism: 'SinglePass' | 'DoublePass';
}

/** Takes hold of the keys of this moment; call it once nothing keeps the service from reading them. */
export function holdKeys(world: World, encryption: DiskEncryption): HeldKeys {
  const secret = readSecret(world, encryption.secretUrl);
  const secretData = secret.state === 'present' ? secret.version.value : '';
  const kek = encryption.kek && holdKek(world, encryption.kek.keyUrl);
  const bek = encryption.kek ? undefined : holdBek(world, encryption.secretUrl);
  return { encryption, secretData, ...(kek && { kek }), ...(bek && { bek }) };
}

function holdKek(world: World, keyUrl: string): HeldKeys['kek'] {
  const read = readKey(world, keyUrl);
  const target = parseObjectUrl(keyUrl);
  const key = target && keyObjects(world).get(objectKey(target.vault, target.name));
  if (read.state !== 'present' || !key) return undefined;
  const { id, location } = read.keyVault;
  return { key, keyVault: { id, ...(location !== undefined && { location }) } };
}

function holdBek(world: World, secretUrl: string): HeldKeys['bek'] {
  const read = readSecret(world, secretUrl);
  const target = parseObjectUrl(secretUrl);
  const secret = target && secretObjects(world).get(objectKey(target.vault, target.name));
  if (read.state !== 'present' || !secret) return undefined;
  const { id, location } = read.keyVault;
  return { secret, keyVault: { id, ...(location !== undefined && { location }) } };
}

/** The blob of the key is sealed when somebody asks for it: few ever do. */
export function showKeys(world: World, { encryption, secretData, kek }: HeldKeys): KeyAndSecret {
  const { mechanism, secretUrl, secretVaultId } = encryption;
  return {
    ...(encryption.kek && kek && { kekDetails: { ...encryption.kek, keyBackupData: sealKey(world, kek.keyVault, kek.key) } }),
    bekDetails: { secretUrl, secretVaultId, secretData },
    encryptionMechanism: mechanism,
  };
}

/** Whether what locks the disks of that moment, the key or, where none is, the secret, has a newer version by now. */
export function isRotated(world: World, { encryption, secretData }: HeldKeys): boolean {
  const target = parseObjectUrl(encryption.kek?.keyUrl ?? encryption.secretUrl);
  if (!target || !findKeyVault(world, target.vault)) return false;
  const name = objectKey(target.vault, target.name);
  if (encryption.kek === undefined) {
    const secret = secretObjects(world).get(name);
    return secret !== undefined && !secret.deleted && secret.versions.at(-1)?.value !== secretData;
  }
  const key = keyObjects(world).get(name);
  return key !== undefined && !key.deleted && key.versions.at(-1)?.version !== target.version?.toLowerCase();
}
