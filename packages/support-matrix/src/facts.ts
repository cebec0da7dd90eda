/** A rule set. `2017-01` follows the article of 18 January 2017, `current` today's documentation. */
export type Edition = '2017-01' | 'current';

export const EDITIONS = ['2017-01', 'current'] as const satisfies readonly Edition[];

/** How Azure Disk Encryption protects the disks: not at all, by a BEK (secret) alone, or by a BEK wrapped with a KEK (key). */
type EncryptionKind = 'none' | 'bek' | 'bek-kek';

/** With an Entra application (`dual`, settings in the VM model) or without one (`single`, settings in the extension). */
export type EncryptionPass = 'single' | 'dual';

export interface EncryptionFacts {
  kind: EncryptionKind;
  pass: EncryptionPass | null;
  /** ARM ids of the key vaults that hold the BEK and the KEK, without repetition, as stored. */
  keyVaultIds: string[];
}

interface ConfidentialFacts {
  /** Azure's word, for instance `Standard_DC2as_v5`; null when Azure does not say. */
  size: string | null;
  /** The whole OS disk is encrypted, not the state of the virtual firmware alone (`DiskWithVMGuestState`). */
  osDiskEncrypted: boolean;
}

/** What the rules need to know of a virtual machine. Regions are ARM names in lower case (`westeurope`). */
export interface VirtualMachineFacts {
  /** ARM id, as stored. */
  id: string;
  name: string;
  resourceGroup: string;
  subscriptionId: string;
  location: string;
  deploymentModel: 'resource-manager' | 'classic';
  osType: 'Windows' | 'Linux' | 'unknown';
  /** Power state word of Azure, for instance `running` or `deallocated`; null when Azure does not say. */
  powerState: string | null;
  encryption: EncryptionFacts;
  /** A disk encryption set encrypts at least one managed disk with a key of the customer's. */
  diskEncryptionSet: boolean;
  /** The host encrypts what it writes, caches and the temporary disk included. */
  encryptionAtHost: boolean;
  /** Trusted Launch (secure boot and vTPM); a confidential VM is none. */
  trustedLaunch: boolean;
  /** What tells confidential VMs apart; null for any other machine. */
  confidential: ConfidentialFacts | null;
  /** A data disk is an Ultra Disk or a Premium SSD v2. */
  ultraOrPremiumV2Disks: boolean;
  managedDisks: boolean;
  dataDiskCount: number;
  /** Size in GiB of the largest disk; null when Azure does not say. */
  largestDiskGiB: number | null;
  /** ARM id of the Recovery Services vault that protects the machine; null when none does. */
  protectedByVaultId: string | null;
  /** ARM id of the vault that has the machine as an item whose backups are stopped or paused; null when none has, or backups go on in another one. */
  stoppedInVaultId: string | null;
  /** ARM id of the vault that keeps the machine's deleted backup for a while, and until then takes it no more, unless that is undone; null when none does. */
  deletedInVaultId: string | null;
}

/** What the VM agent reports. `outdated` is decided by a rule, not here. */
export interface AgentFacts {
  state: 'ready' | 'not-ready' | 'missing';
  /** Version as reported, for instance `2.7.41491.1095`; null when the agent is missing. */
  version: string | null;
}

/** What the rules need to know of the Recovery Services vault. */
export interface VaultFacts {
  id: string;
  subscriptionId: string;
  location: string;
  protectedItemCount: number;
}

export interface KeyVaultFacts {
  id: string;
  location: string;
}
