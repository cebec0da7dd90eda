import { neededKeyVaultPermissions, type Edition, type KeyVaultPermission } from '@tresor/support-matrix';
import type { KeyVaultAccess } from '@tresor/contracts';
import pLimit from 'p-limit';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { backupServiceId } from '../backup-service';
import { readKeyVault } from './read-key-vault';
import { readServiceAccess } from './service-access';

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
    return {
      id,
      name,
      state: read.state,
      location: null,
      model: null,
      held: [],
      lacking: [],
      takesEffectBy: null,
      enabledForDiskEncryption: null,
    };
  }
  const { name, location, model, enabledForDiskEncryption } = read.keyVault;
  const facts = { id, name, location, model, enabledForDiskEncryption };
  const now = service === undefined ? null : await readServiceAccess(session, read.keyVault, service);
  if (now === null) return { ...facts, state: 'unknown', held: [], lacking: [], takesEffectBy: null };
  const { held, takesEffectBy } = now;
  const lacking = needed.filter((permission) => !held.includes(permission));
  return { ...facts, state: lacking.length === 0 ? 'granted' : 'lacking', held, lacking, takesEffectBy };
}
