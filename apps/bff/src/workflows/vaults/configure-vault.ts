import type { VaultConfiguration, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { getConfiguration } from '../../azure/vaults/vault-configuration';
import { withApproval, type Approval } from '../../azure/vaults/resource-guard';
import { patchVault, type NewVault } from '../../azure/vaults/write-vault';

/** Changes what is named and answers the configuration as Azure then has it. */
export async function configureVault(
  azure: AzureSession,
  path: VaultPath,
  change: Partial<Omit<NewVault, 'location'>>,
): Promise<VaultConfiguration> {
  const patch = (approval: Approval) => patchVault(azure, path, change, approval);
  await (change.softDelete === 'Disabled' ? withApproval(azure, path, 'turn-off-soft-delete', patch) : patch({}));
  return getConfiguration(azure, path);
}
