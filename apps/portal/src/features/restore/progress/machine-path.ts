import type { VaultPath } from '@tresor/contracts';

/** The item that protects a machine in a vault, by the machine's ARM id. */
export function machinePath(vault: VaultPath, machineId: string) {
  const parts = machineId.split('/');
  return { ...vault, vmGroup: parts[4] ?? '', vmName: parts.at(-1) ?? '' };
}
