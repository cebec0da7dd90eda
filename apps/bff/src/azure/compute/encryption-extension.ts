import type { KeyChain } from '@tresor/contracts';
import { randomUUID } from 'node:crypto';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { API_VERSIONS } from '../connection/api-versions';

/** The extension by operating system, and its versions without and with an Entra application. */
const EXTENSIONS = {
  Windows: { name: 'AzureDiskEncryption', single: '2.2', dual: '1.1' },
  Linux: { name: 'AzureDiskEncryptionForLinux', single: '1.1', dual: '0.1' },
} as const;

/** As what disk encryption signs in, where the machine was encrypted with an Entra application. */
export interface EncryptionApplication {
  clientId: string;
  clientSecret: string;
}

interface Encryption {
  machineId: string;
  location: string;
  osType: 'Windows' | 'Linux';
  chain: KeyChain;
  application: EncryptionApplication | null;
}

/** Applies disk encryption to the data disks again: without it they count as unencrypted, and Linux does not mount them. */
export async function applyEncryption(
  session: AzureSession,
  { machineId, location, osType, chain, application }: Encryption,
): Promise<void> {
  const { secret, key } = chain;
  const { name, single, dual } = EXTENSIONS[osType];
  const settings = {
    EncryptionOperation: 'EnableEncryption',
    KeyVaultURL: new URL(secret.url).origin,
    KeyVaultResourceId: secret.keyVaultId,
    KeyEncryptionKeyURL: key?.url ?? null,
    KekVaultResourceId: key?.keyVaultId ?? '',
    KeyEncryptionAlgorithm: 'RSA-OAEP',
    VolumeType: 'Data',
    ...(application && { AADClientID: application.clientId }),
    // A new one makes the extension run again.
    SequenceVersion: randomUUID(),
  };
  const kind = { publisher: 'Microsoft.Azure.Security', type: name, typeHandlerVersion: application ? dual : single };
  await callArm(session, 'idempotent-write', 'PUT', `${machineId}/extensions/${name}`, API_VERSIONS.compute, {
    location,
    properties: {
      ...kind,
      autoUpgradeMinorVersion: true,
      settings,
      ...(application && { protectedSettings: { AADClientSecret: application.clientSecret } }),
    },
  });
}
