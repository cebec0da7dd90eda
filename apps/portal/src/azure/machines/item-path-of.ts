import type { VirtualMachine } from '@tresor/contracts';
import { paths, vaultPathOfId } from '../../map/paths';

/** The way to the item that a vault has of a machine, also where its backup was deleted; null where none has one. */
export function itemPathOf({ protectedByVaultId, deletedInVaultId, resourceGroup: vmGroup, name: vmName }: VirtualMachine): string | null {
  const vault = vaultPathOfId(protectedByVaultId ?? deletedInVaultId ?? '');
  return vault && paths.item({ ...vault, vmGroup, vmName });
}
