import { randomUUID } from 'node:crypto';
import { keyVaultPath, type KeyChain, type PlanAnswers } from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import { parseArmId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { readKeyVaultAccess } from '../../../azure/key-vault-access/read-access';
import type { Grants } from '../../../store/grants';
import { getKeyVault } from '../../grants/get-key-vault';
import { grantAccess } from '../../grants/grant-access';

/**
 * Gives Azure Backup the access that it lacks to the key vaults of the chain, where it was decided so and an access policy gives it: which
 * role it gets where roles decide is left to a person. Whether it can read them then, as far as the person may see.
 */
export async function letBackupIn(
  grants: Grants,
  azure: AzureSession,
  chain: KeyChain | null,
  { letBackupIn: mayGrant }: PlanAnswers,
): Promise<boolean> {
  if (chain === null) return true;
  const ids = [...new Set([chain.secret.keyVaultId, ...(chain.key ? [chain.key.keyVaultId] : [])])];
  const access = await readKeyVaultAccess(azure, ids, 'current', chain.key !== null);
  for (const { id, state, model } of access) {
    if (state !== 'lacking') continue;
    if (!mayGrant || model !== 'access-policy') return false;
    const { subscriptionId, resourceGroup, name } = parseArmId(id) ?? {};
    const path = keyVaultPath.parse({ subscriptionId, resourceGroup, keyVaultName: name });
    const { details } = await getKeyVault(grants, azure, path);
    if (!details || details.missingToGrant.length > 0) return false;
    const permissions = neededKeyVaultPermissions('current', chain.key !== null);
    await grantAccess(grants, azure, path, { grantId: randomUUID(), way: 'access-policy', permissions, stamp: details.stamp });
  }
  return true;
}
