import type { VaultGuard, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { readGuardRoles } from '../../azure/vaults/guard-roles';
import { readResourceGuard } from '../../azure/vaults/resource-guard';

/** The Resource Guard of a vault, with what it means for the user; null where there is none to be seen. */
export async function getGuard(session: AzureSession, path: VaultPath): Promise<VaultGuard | null> {
  const guard = await readResourceGuard(session, path);
  if (!guard) return null;
  const { id, name, description, requests } = guard;
  return { id, name, description, protects: [...requests.keys()], ...(await readGuardRoles(session, guard)) };
}
