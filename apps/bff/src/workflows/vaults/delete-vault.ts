import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { listItems } from '../../azure/items/items';
import { removeVault } from '../../azure/vaults/write-vault';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';

/** Deletes an empty vault. What it holds is looked at first: not every refusal of Azure says that it is for its contents. */
export async function deleteVault(azure: AzureSession, path: VaultPath): Promise<{ state: 'started' | 'unknown' }> {
  if ((await listItems(azure, path)).length > 0) throw new Problem('vault-not-empty');
  try {
    await removeVault(azure, path);
    return { state: 'started' };
  } catch (error) {
    if (error instanceof UpstreamFailure && error.inDoubt) return { state: 'unknown' };
    throw error;
  }
}
