import type { CommandOutcome, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { ensureResourceGroup, putVault, vaultExists, type NewVault } from '../../azure/vaults/write-vault';
import { Problem } from '../../problem';
import type { Once } from '../once/once';
import { requireRights } from '../rights/require-rights';

export interface VaultRequest extends NewVault {
  newResourceGroup: boolean;
}

/**
 * Makes a vault, once for an intent. Azure would take a second order of the same name for a change of the vault that is there, so a name
 * that is taken is refused before anything is sent.
 */
export async function createVault(
  once: Once,
  azure: AzureSession,
  intentId: string,
  path: VaultPath,
  request: VaultRequest,
): Promise<Omit<CommandOutcome, 'jobId'>> {
  const { newResourceGroup, ...vault } = request;
  const { state, checkedUntil } = await once.run(azure, {
    intentId,
    // The names lie in the stores: a request that is sent again after an update must be known by the same ones.
    body: { command: 'create-vault', path, wish: request },
    async prepare(azure) {
      const subscription = `/subscriptions/${path.subscriptionId}`;
      if (newResourceGroup) await requireRights(azure, 'create-group', { subscription });
      await requireRights(azure, 'create-vault', { group: `${subscription}/resourceGroups/${path.resourceGroup}` });
      if (await vaultExists(azure, path)) throw new Problem('vault-name-taken', { fields: ['vaultName'] });
    },
    look: async (azure) => ((await vaultExists(azure, path)) ? path.vaultName : null),
    async send(azure) {
      if (newResourceGroup) await ensureResourceGroup(azure, path, vault.location);
      await putVault(azure, path, vault);
      return path.vaultName;
    },
  });
  return { state, checkedUntil };
}
