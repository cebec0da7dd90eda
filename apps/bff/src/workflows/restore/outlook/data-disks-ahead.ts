import type { DataDisksAhead, RecoveryPoint } from '@tresor/contracts';

/**
 * What a person will be asked for if the machine has encrypted data disks: no recovery point tells whether it has. Windows unlocks them by
 * itself. `areDisks`: whether disks come back, and no files in a storage account.
 */
export function dataDisksAhead(
  { encrypted, osType, pass }: Pick<RecoveryPoint, 'encrypted' | 'osType' | 'pass'>,
  areDisks: boolean,
): DataDisksAhead[] {
  if (!encrypted) return [];
  return [...(osType === 'Linux' && pass === 'dual' ? (['application'] as const) : []), ...(areDisks ? [] : (['untold-disks'] as const))];
}
