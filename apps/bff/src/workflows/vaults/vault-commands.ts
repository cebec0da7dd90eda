import type { CommandOutcome, VaultConfiguration, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { toProblem } from '../../azure/connection/failures';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { listItems } from '../../azure/items/items';
import { withApproval, type Approval } from '../../azure/vaults/resource-guard';
import { getConfiguration } from '../../azure/vaults/vault-configuration';
import {
  ensureResourceGroup,
  putVault,
  vaultExists,
  patchVault,
  removeVault,
  untilOperationOver,
  type NewVault,
} from '../../azure/vaults/write-vault';
import { Problem } from '../../problem';
import type { Once } from '../once/once';
import { requireRights } from '../rights/held-rights';

interface VaultRequest extends NewVault {
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

/** Changes what is named and answers the configuration as Azure then has it. */
export async function configureVault(
  azure: AzureSession,
  path: VaultPath,
  change: Partial<Omit<NewVault, 'location'>>,
): Promise<VaultConfiguration> {
  const patch = (approval: Approval) => patchVault(azure, path, change, approval);
  const accepted = await (change.softDelete === 'Disabled' ? withApproval(azure, path, 'turn-off-soft-delete', patch) : patch({}));
  await untilOperationOver(azure, accepted);
  return getConfiguration(azure, path).catch((error: unknown) => {
    throw withChange(toProblem(error, 'vault-not-found'), path);
  });
}

/** Says of a look that failed that the vault was changed before it. */
const withChange = (error: unknown, path: VaultPath) =>
  error instanceof Problem ? new Problem(error.code, { ...error.details, changed: [vaultIdOf(path)] }) : error;

/** Deletes an empty vault. What it holds is looked at first: not every refusal of Azure says that it is for its contents. */
export async function deleteVault(azure: AzureSession, path: VaultPath): Promise<{ state: 'started' | 'unknown' }> {
  if ((await listItems(azure, path)).length > 0) {
    await requireRights(azure, 'delete-vault', { vault: vaultIdOf(path) });
    throw new Problem('vault-not-empty');
  }
  try {
    await removeVault(azure, path);
    return { state: 'started' };
  } catch (error) {
    if (error instanceof UpstreamFailure && error.inDoubt) return { state: 'unknown' };
    throw error;
  }
}
