import type { RecoveryMachineRecord } from '../../store/recovery-plans';

/** Of which nothing was begun. */
export const FRESH: Omit<RecoveryMachineRecord, 'item' | 'wave' | 'tags'> = {
  isOut: false,
  attempt: null,
  jobId: null,
  hasDisks: false,
  isPlanned: false,
  goneOnBy: null,
  isHeld: false,
  keyVaultId: null,
  refusal: null,
  times: [],
  proof: null,
  outcome: null,
};

/** Disks that are there are not asked for again. */
export function afresh(machine: RecoveryMachineRecord): RecoveryMachineRecord {
  if (machine.refusal === null || machine.isOut) return machine;
  return machine.hasDisks ? { ...machine, refusal: null } : { ...machine, refusal: null, attempt: null, jobId: null };
}
