import { resourceId } from '../world/arm-ids';
import { softDeleteKeyVault } from '../world/key-vault/deleted-key-vaults';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { seedContoso } from './contoso';
import { keyVaults } from './contoso-key-vaults';
import { keyVaultId } from './key-vaults';
import { machineId } from './machines';
import { backUpInThePast, goOnFromNow, protectInThePast } from './past';

const WEEK = 7;

/**
 * The demo company on a bad morning: DBVM2 was backed up for a week by IgniteDemoVault, and tonight somebody deleted the machine and
 * the key vault with its keys.
 */
export function seedDisaster(world: World): void {
  seedContoso(world);
  const vaultId = resourceId(PRODUCTION_SUBSCRIPTION_ID, 'IgniteRG', 'Microsoft.RecoveryServices/vaults/IgniteDemoVault');
  const vmId = machineId({ subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'dbvm2', name: 'DBVM2' });
  backUpInThePast(world, protectInThePast(world, vaultId, vmId, 'DefaultPolicy', WEEK + 1), WEEK, 0);
  goOnFromNow(world, vaultId);
  deleteMachine(world, vmId);
  const keyVault = world.resources.get(keyVaultId(keyVaults.IgniteDemoKV));
  if (keyVault) softDeleteKeyVault(world, keyVault);
}

/** The machine with its extensions; its network interface stays, as in Azure. */
function deleteMachine(world: World, vmId: string): void {
  for (const { id } of [...world.resources.below(vmId), { id: vmId }]) world.resources.delete(id);
  const nic = world.resources.get(vmId.replace('Microsoft.Compute/virtualMachines', 'Microsoft.Network/networkInterfaces') + '-nic');
  if (!nic) return;
  const { virtualMachine: _, ...properties } = nic.properties;
  world.resources.put({ ...nic, properties });
}
