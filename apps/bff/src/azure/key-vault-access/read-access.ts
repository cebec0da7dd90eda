import { neededKeyVaultPermissions, type Edition, type KeyVaultPermission } from '@tresor/support-matrix';
import { keyVaultPermission, type KeyVaultAccess } from '@tresor/contracts';
import pLimit from 'p-limit';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { backupServiceId } from '../backup-service';
import { isStatus } from '../connection/upstream-failure';
import { policyGrants } from './policies';
import { readKeyVault, type KeyVault } from './read-key-vault';
import { permissionsByRole } from './service-roles';

/** Whether the Backup service may read what the edition asks for, per key vault. */
export async function readKeyVaultAccess(
  session: AzureSession,
  ids: string[],
  edition: Edition,
  needsKeys: boolean,
): Promise<KeyVaultAccess[]> {
  const needed = neededKeyVaultPermissions(edition, needsKeys);
  const service = await backupServiceId(session);
  return pLimit(8).map(ids, (id) => readOne(session, id, needed, service));
}

async function readOne(
  session: AzureSession,
  id: string,
  needed: KeyVaultPermission[],
  service: string | undefined,
): Promise<KeyVaultAccess> {
  const read = await readKeyVault(session, id);
  if (read.state !== 'there') {
    const { name = '' } = parseArmId(id) ?? {};
    return { id, name, state: read.state, location: null, model: null, held: [], lacking: [], enabledForDiskEncryption: null };
  }
  const { name, location, model, enabledForDiskEncryption } = read.keyVault;
  const facts = { id, name, location, model, enabledForDiskEncryption };
  const held = service === undefined ? undefined : await heldBy(session, read.keyVault, service);
  if (!held) return { ...facts, state: 'unknown', held: [], lacking: [] };
  const lacking = needed.filter((permission) => !held.includes(permission));
  return { ...facts, state: lacking.length === 0 ? 'granted' : 'lacking', held, lacking };
}

/** What the Backup service holds; undefined where the user may not see the role assignments. */
export async function heldBy(
  session: AzureSession,
  { id, model, policies }: KeyVault,
  service: string,
): Promise<KeyVaultPermission[] | undefined> {
  if (model === 'access-policy') return keyVaultPermission.options.filter((permission) => policyGrants(policies, service, permission));
  return permissionsByRole(session, id, service).catch((error: unknown) => {
    if (isStatus(error, 403)) return undefined;
    throw error;
  });
}
