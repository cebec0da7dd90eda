import type { Principal } from '../../../world/directory/principal';
import type { DiskExclusion } from './disk-exclusion';
import type { RecoveryPoint } from './recovery-point-store';

/** A machine that is made of restored disks, or gets them in place of its own. */
export interface MachineTarget {
  recoveryType: 'AlternateLocation' | 'OriginalLocation';
  vmId: string;
  /** Of a new machine. */
  subnetId?: string;
  /** Whose rights everything is done with. */
  principal: Principal;
}

/** How far the machine is. */
export type MachineStep = 'begin' | 'stopping' | 'swapping' | 'starting' | 'creating' | 'done';

/** A restored disk as the machine gets it: an ARM id, or the URL of a VHD. */
export interface DiskAtHand {
  name: string;
  lun?: number;
  gib: number;
  caching: string;
  place: string;
}

/** A machine and how far it is with its disks. */
export interface MachineAtWork extends MachineTarget {
  step: MachineStep;
  disks: DiskAtHand[];
}

/** What the handlers of a job need to know. */
export interface JobDetails {
  /** Of a backup: the point it makes; of a restore: the one its disks come from. */
  pointId?: string;
  ranAt?: number;
  expiresAt?: number;
  megabytes?: number;
  consistency?: RecoveryPoint['type'];
  storageAccountId?: string;
  /** LUNs of the data disks that are wanted, where not all are. */
  dataDisks?: readonly number[];
  fromSnapshot?: boolean;
  /** The group that managed disks go to. */
  target?: string;
  machine?: MachineTarget;
  /** The machine once its disks are there. */
  atWork?: MachineAtWork;
  policyName?: string;
  /** Disks that are left out; null brings all back. */
  exclusion?: DiskExclusion | null;
  /** Whether an item is only brought up to date with its policy. */
  isUpdate?: boolean;
  /** Of suspending: by which policy points go on to end. */
  keptByPolicy?: string;
  /** Whether deleted data is kept for a while. */
  isSoft?: boolean;
}
