import type { KeyChain } from '@tresor/contracts';
import type { Tags } from '@tresor/support-matrix';
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
  /** Those of its machine. */
  tags: Tags;
}

/** Applies disk encryption to the data disks again: without it they count as unencrypted, and Linux does not mount them. */
export async function applyEncryption(session: AzureSession, encryption: Encryption): Promise<void> {
  const { machineId, osType, application } = encryption;
  const { location, tags, properties } = extensionBody(encryption);
  await callArm(session, 'idempotent-write', 'PUT', `${machineId}/extensions/${EXTENSIONS[osType].name}`, API_VERSIONS.compute, {
    location,
    ...(tags && { tags }),
    properties: {
      ...properties,
      // A new one makes the extension run again.
      settings: { ...properties.settings, SequenceVersion: randomUUID() },
      ...(application && { protectedSettings: { AADClientSecret: application.clientSecret } }),
    },
  });
}

/** What Azure is asked for as the extension, but for what is secret and what is of one run alone. */
export function extensionBody({ location, osType, chain, application, tags }: Omit<Encryption, 'machineId'>) {
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
  };
  const kind = { publisher: 'Microsoft.Azure.Security', type: name, typeHandlerVersion: application ? dual : single };
  return { location, ...(Object.keys(tags).length > 0 && { tags }), properties: { ...kind, autoUpgradeMinorVersion: true, settings } };
}
