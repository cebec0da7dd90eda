import type { KeyChain } from '@tresor/contracts';
import { randomUUID } from 'node:crypto';
import { callArm } from '../arm-resource';
import type { AzureSession } from '../azure';

const COMPUTE_VERSION = '2023-09-01';

/** The extension that needs no Entra application, by operating system. */
const EXTENSIONS = {
  Windows: { name: 'AzureDiskEncryption', version: '2.2' },
  Linux: { name: 'AzureDiskEncryptionForLinux', version: '1.1' },
} as const;

/** Applies disk encryption to the data disks again: without it they count as unencrypted, and Linux does not mount them. */
export async function applyEncryption(
  session: AzureSession,
  machineId: string,
  location: string,
  osType: 'Windows' | 'Linux',
  { secret, key }: KeyChain,
): Promise<void> {
  const { name, version } = EXTENSIONS[osType];
  const settings = {
    EncryptionOperation: 'EnableEncryption',
    KeyVaultURL: new URL(secret.url).origin,
    KeyVaultResourceId: secret.keyVaultId,
    KeyEncryptionKeyURL: key?.url ?? null,
    KekVaultResourceId: key?.keyVaultId ?? '',
    KeyEncryptionAlgorithm: 'RSA-OAEP',
    VolumeType: 'Data',
    // A new one makes the extension run again.
    SequenceVersion: randomUUID(),
  };
  await callArm(session, 'idempotent-write', 'PUT', `${machineId}/extensions/${name}`, COMPUTE_VERSION, {
    location,
    properties: { publisher: 'Microsoft.Azure.Security', type: name, typeHandlerVersion: version, autoUpgradeMinorVersion: true, settings },
  });
}
