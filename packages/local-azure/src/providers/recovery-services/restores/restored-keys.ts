import { sealKey, sealSecret } from '../../../key-vault/backup';
import type { World } from '../../../world/world';
import type { HeldKeys } from '../state/backup-keys';

/** Key Vault writes its blobs as base64url; a file of this kind holds them as base64. */
const base64 = (blob: string): string => Buffer.from(blob, 'base64url').toString('base64');

function details(world: World, { encryption, secretData, kek, bek }: HeldKeys) {
  return {
    ...(encryption.kek &&
      kek && {
        KeyBackupData: base64(sealKey(world, kek.keyVault, kek.key)),
        KeyUrl: encryption.kek.keyUrl,
        KeyVaultId: encryption.kek.keyVaultId,
      }),
    SecretData: secretData,
    SecretUrl: encryption.secretUrl,
    SecretVaultId: encryption.secretVaultId,
    ...(bek && { KeyVaultSecretBackupData: base64(sealSecret(world, bek.keyVault, bek.secret)) }),
    EncryptionAlgorithm: encryption.kek ? 'RSA-OAEP' : '',
  };
}

/** What the file with the keys of a restored machine holds; the first five names of the details are documented. */
export function encryptionInfo(world: World, keys: HeldKeys) {
  return {
    EncryptionMechanism: keys.encryption.mechanism,
    OsDiskKeyAndSecretDetails: details(world, keys),
    DataDiskEncryptionDetails: [],
  };
}

/** The encryption settings of the recovery point's moment, as a machine's model or a disk carries them. */
export function settingsOf({ encryption }: HeldKeys) {
  const { secretUrl, secretVaultId, kek } = encryption;
  return {
    diskEncryptionKey: { secretUrl, sourceVault: { id: secretVaultId } },
    ...(kek && { keyEncryptionKey: { keyUrl: kek.keyUrl, sourceVault: { id: kek.keyVaultId } } }),
  };
}
