/** Tag of what belongs to the machine of a restore, by which it is found and discarded: the id of the restore job. */
export const RESTORE_MARK = 'tresor-restore';

/** Where a protected machine stands: its vault, its own resource group and name. */
export interface ItemValues {
  subscriptionId: string;
  resourceGroup: string;
  vaultName: string;
  vmGroup: string;
  vmName: string;
}

/** One link of the key chain. */
export interface KeyValues {
  /** URL as the recovery point holds it. */
  heldUrl: string;
  /** ARM id of the key vault in which it is, or into which it is to go. */
  keyVaultId: string;
  /** The version that is there; that of the recovery point where none is. */
  version: string;
  /** `disabled` and `expired`: it is there and must be made usable again. The script looks for itself whether it is there at all. */
  state: 'present' | 'disabled' | 'expired' | 'absent';
}

/** The key chain of a recovery point. No key: encrypted with a BEK alone. */
export interface Keys {
  secret: KeyValues;
  key: KeyValues | null;
}

/** The machine that is to be made of the restored disks. */
export interface MachineValues {
  name: string;
  group: string;
  size: string;
  subnetId: string;
  publicIp: boolean;
  /** Set where it stays out of the old one's proximity placement group. */
  withoutProximityGroup?: boolean | undefined;
  /** Set where it is made without the old one's tags. */
  withoutTags?: boolean | undefined;
  /** Beside those, or in place of one of the same name. */
  addedTags?: readonly { name: string; value: string }[] | undefined;
}

/** What brings the disks of a recovery point back. */
export interface DiskValues extends ItemValues {
  pointId: string;
  storageAccountId: string;
  /** Group of the managed disks; null: the disks are VHDs in the storage account. */
  targetGroup: string | null;
  /** Set where they come back in the paired region of the vault. */
  inPair?: true;
}

/** All that the scripts of a restore are filled with; nothing in it opens anything. */
export interface RestoreValues extends DiskValues {
  /** Region of all that is made: that of the vault, or the one paired with it. */
  location: string;
  /** Application id of the Backup service; null in a cloud for which none is published. */
  serviceAppId: string | null;
  /** The restore job. Its first eight digits are part of the names of what belongs to the new machine. */
  jobId: string;
  osType: 'Windows' | 'Linux';
  /** `dual`: encrypted with an Entra application, so that the machine's model carries the settings. */
  pass: 'single' | 'dual';
  /** Null: not encrypted. */
  keys: Keys | null;
  /** The restored disks: ARM ids, or URLs of the VHDs; the system's first. */
  disks: readonly string[];
  machine: MachineValues;
  /** By which policy the new machine is backed up. */
  policyName: string;
}

/** What brings a machine back in one go, before there is a restore job or a disk. */
export type JourneyValues = Omit<RestoreValues, 'jobId' | 'disks'>;

/** A machine of a recovery plan. */
export interface PlannedValues extends JourneyValues {
  /** Waves come back one after the other, the lowest number first. */
  wave: number;
}

/** What brings the machines of a recovery plan back. */
export interface RecoveryValues {
  /** Name of the folder in which the script notes what it has begun. */
  folder: string;
  machines: readonly PlannedValues[];
}

export interface BackUpNowValues extends ItemValues {
  /** The last day the recovery point is kept, as 2017-02-17. */
  retainUntil: string;
}

/** When a day that is kept ends, in UTC. */
export const DAY_ENDS = '23:59:59';

export interface ProtectionValues {
  subscriptionId: string;
  resourceGroup: string;
  vaultName: string;
  policyName: string;
  /** ARM ids. */
  vmIds: readonly string[];
}

/** The steps of a restore, in their only order. */
export const RESTORE_STEPS = ['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care'] as const;
export type RestoreStep = (typeof RESTORE_STEPS)[number];
