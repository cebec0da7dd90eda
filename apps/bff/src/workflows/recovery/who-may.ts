import type { ItemPath, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { translated } from '../../azure/connection/failures';
import { isElsewhere, vmIdOf } from '../../azure/items/item-place';
import { listItems } from '../../azure/items/items';
import { containerOf } from '../../azure/items/protection';
import { listVaults } from '../../azure/vaults/vaults';
import { Problem } from '../../problem';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { requireRights } from '../rights/held-rights';
import { vaultKeyOf, vaultOf } from './machine-key';

/** The vaults that somebody sees. */
export async function seenVaults(session: AzureSession): Promise<ReadonlySet<string>> {
  const vaults = await listVaults(session);
  return new Set(vaults.map(({ subscriptionId, resourceGroup, name }) => [subscriptionId, resourceGroup, name].join('/').toLowerCase()));
}

/** Each vault once. */
const vaultsOf = (items: readonly ItemPath[]) => [...new Map(items.map((item) => [vaultKeyOf(item), vaultOf(item)])).values()];

/** Whether somebody may restore from any of the vaults of a plan: who may not neither begins nor stops it. */
export async function mayRestoreIn(
  session: AzureSession,
  { machines }: Pick<RecoveryRecord, 'machines'>,
  seen: ReadonlySet<string>,
): Promise<boolean> {
  const vaults = vaultsOf(machines.map(({ item }) => item)).filter((vault) => seen.has(vaultKeyOf(vault)));
  const judged = await Promise.all(
    vaults.map(async (vault) => {
      try {
        await requireRights(session, 'restore-disks', { vault: vaultIdOf(vault) });
        return true;
      } catch (error) {
        if (error instanceof Problem && error.code === 'forbidden') return false;
        throw error;
      }
    }),
  );
  return judged.includes(true);
}

const keyIn = (vault: VaultPath, vmId: string) => `${vaultKeyOf(vault)} ${containerOf(vmId)}`.toLowerCase();

/** @throws Problem where one of them is in no vault that somebody may see */
export async function requireItems(session: AzureSession, items: readonly ItemPath[]): Promise<void> {
  const listed = await Promise.all(
    vaultsOf(items).map(async (vault) => {
      const there = await translated('vault-not-found', listItems(session, vault));
      return there.map(({ vmId }) => [keyIn(vault, vmId), vmId] as const);
    }),
  );
  const known = new Map(listed.flat());
  for (const item of items) {
    const vmId = known.get(keyIn(item, vmIdOf(item)));
    if (vmId === undefined) throw new Problem('item-not-found', { fields: ['machines'] });
    if (isElsewhere(item, vmId)) throw new Problem('machine-elsewhere', { fields: ['machines'] });
  }
}
