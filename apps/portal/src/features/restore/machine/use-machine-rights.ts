import type { Restore, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isSubnetId, isVmId } from '../../../api/known-ids';
import type { MachineForm } from '../../../kept/item-drafts';
import { useBarred, useBarredFrom } from '../../../azure/rights/use-barred';
import { chainKeyVaults } from '../progress/chain-key-vaults';

/** Why the signed-in person may not make the machine of a restore, or start it again; undefined where nothing is known to be missing. */
export function useMachineRights(path: VaultPath, restore: Restore, { group, subnetId }: MachineForm): string | undefined {
  const { managedDisks, pass, targetGroup } = restore;
  const keysMoved = inSight(restore.keysMoved) ?? false;
  const machineId = inSight(restore.machineId) ?? null;
  const { subscriptionId, resourceGroup, vaultName } = path;
  const keyVaultIds = chainKeyVaults(restore.keyChain);
  const groups = [targetGroup].filter(isResourceGroupName);
  const toMake = { groups: [group].filter(isResourceGroupName), subnetIds: [subnetId].filter(isSubnetId), keyVaultIds };
  // A machine that is given no keys starts without a look at their key vaults.
  const toStart = { groups, vmIds: [machineId ?? ''].filter(isVmId), keyVaultIds: pass === 'dual' ? keyVaultIds : [] };
  const barred = useBarred(path, machineId === null ? toMake : toStart);
  const movesKeys = keysMoved && pass !== 'dual';
  const toMove = { subscriptionId, vault: { resourceGroup, vaultName }, groups, keyVaultIds };
  const barredFromMoving = useBarredFrom(movesKeys ? toMove : undefined);
  return barredFromMoving(managedDisks ? 'move-keys' : 'move-vhd-keys') ?? barred(machineId === null ? 'create-machine' : 'start-machine');
}
