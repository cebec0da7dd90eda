import { keyObjects, objectKey, parseObjectUrl, readSecret } from '../../world/key-vault-objects';
import type { World } from '../../world/world';
import type { KeyAndSecret } from './recovery-point-store';
import type { DiskEncryption } from './vm-disks';

/** The keys and secrets of a machine as they are at this moment; call it once nothing keeps the service from reading them. */
export function keysOf(world: World, { mechanism, secretUrl, secretVaultId, kek }: DiskEncryption): KeyAndSecret {
  const secret = readSecret(world, secretUrl);
  const secretData = secret.state === 'present' ? secret.version.value : '';
  return {
    ...(kek && { kekDetails: { ...kek, keyBackupData: keyBackup(world, kek.keyUrl) } }),
    bekDetails: { secretUrl, secretVaultId, secretData },
    encryptionMechanism: mechanism,
  };
}

function keyBackup(world: World, keyUrl: string): string {
  const target = parseObjectUrl(keyUrl);
  const key = target && keyObjects(world).get(objectKey(target.vault, target.name));
  return Buffer.from(JSON.stringify(key ?? null)).toString('base64url');
}
