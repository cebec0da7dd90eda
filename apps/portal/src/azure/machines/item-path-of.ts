import type { VirtualMachine } from '@tresor/contracts';
import { paths, vaultPathOfId } from '../../map/paths';

/** The way to the item that a vault has of a machine, also where its backup was stopped or deleted; null where none has one. */
export function itemPathOf(machine: VirtualMachine): string | null {
  const { protectedByVaultId, stoppedInVaultId, deletedInVaultId, resourceGroup: vmGroup, name: vmName } = machine;
  const vault = vaultPathOfId(protectedByVaultId ?? stoppedInVaultId ?? deletedInVaultId ?? '');
  return vault && paths.item({ ...vault, vmGroup, vmName });
}
