import type { EncryptionPass, VirtualMachineFacts } from './facts';

/**
 * What encrypts the disks of a machine, the strongest first: Azure Disk Encryption inside the machine, the host, a key of the
 * customer's in a disk encryption set, Azure's own keys; `none` where Azure says nothing of the kind (unmanaged disks, classic
 * machines: what encrypts those is a setting of their storage account).
 */
const ENCRYPTION_CLASSES = ['ade-bek-kek', 'ade-bek', 'at-host', 'customer-managed', 'platform-keys', 'none'] as const;

export type EncryptionClass = (typeof ENCRYPTION_CLASSES)[number];

interface EncryptionClassification {
  kind: EncryptionClass;
  /** Of Azure Disk Encryption only. */
  pass: EncryptionPass | null;
  /** At host with a key of the customer's in a disk encryption set. */
  customerKey: boolean;
}

const ADE = { none: null, bek: 'ade-bek', 'bek-kek': 'ade-bek-kek' } as const;

/** Which kind of encryption a machine has. Source: learn.microsoft.com/azure/virtual-machines/disk-encryption-overview. */
export function classifyEncryption(
  machine: Omit<VirtualMachineFacts, 'protectedByVaultId' | 'stoppedInVaultId' | 'deletedInVaultId'>,
): EncryptionClassification {
  const { encryption, encryptionAtHost, diskEncryptionSet, managedDisks } = machine;
  const ade = ADE[encryption.kind];
  if (ade !== null) return { kind: ade, pass: encryption.pass, customerKey: false };
  if (encryptionAtHost) return { kind: 'at-host', pass: null, customerKey: diskEncryptionSet };
  if (diskEncryptionSet) return { kind: 'customer-managed', pass: null, customerKey: true };
  return { kind: managedDisks ? 'platform-keys' : 'none', pass: null, customerKey: false };
}
