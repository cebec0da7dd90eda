import type { VaultPath } from '@tresor/contracts';
import { groupOf, nameOf } from '@tresor/support-matrix';

/** The item that protects a machine in a vault, by the machine's ARM id. */
export function machinePath(vault: VaultPath, machineId: string) {
  return { ...vault, vmGroup: groupOf(machineId), vmName: nameOf(machineId) };
}
