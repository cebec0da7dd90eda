import type { Policy, PolicyDraft, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { updatePolicy, type PolicyChange } from '../../azure/policies/change-policy';
import { createPolicy } from '../../azure/policies/policies';
import { requireRights } from '../rights/held-rights';

/* Whether a name is taken or a policy was changed is for those to know first who may write one. */

export async function makePolicy(azure: AzureSession, path: VaultPath, draft: PolicyDraft): Promise<Policy> {
  await requireRights(azure, 'write-policy', { vault: vaultIdOf(path) });
  return createPolicy(azure, path, draft);
}

export async function changePolicy(azure: AzureSession, path: VaultPath, change: PolicyChange): Promise<Policy> {
  await requireRights(azure, 'write-policy', { vault: vaultIdOf(path) });
  return updatePolicy(azure, path, change);
}
