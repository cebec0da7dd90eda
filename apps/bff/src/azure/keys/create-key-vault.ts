import { Problem } from '../../http/problem';
import { callArm } from '../arm-resource';
import type { AzureSession } from '../azure';
import { backupServiceId } from '../backup-service';
import { isStatus } from '../upstream-failure';
import { readKeyVaultPlace } from './key-vault-place';
import { KEY_VAULT_VERSION } from './revive';

const OWN = ['get', 'list', 'create', 'import', 'update', 'delete', 'recover', 'backup', 'restore'];
const OWN_SECRETS = ['get', 'list', 'set', 'delete', 'recover', 'backup', 'restore'];
const BACKUP = ['get', 'list', 'backup'];

/**
 * Makes a key vault for disk encryption, in which the user and Azure Backup may work, unless it is there already. One that was deleted
 * is not replaced: it is to be recovered.
 */
export async function createKeyVault(session: AzureSession, id: string, location: string): Promise<void> {
  if ((await readKeyVaultPlace(session, id)).state === 'there') return;
  const { tid, oid } = session.principal;
  const service = await backupServiceId(session);
  const policies = [
    { tenantId: tid, objectId: oid, permissions: { keys: OWN, secrets: OWN_SECRETS } },
    ...(service === undefined ? [] : [{ tenantId: tid, objectId: service, permissions: { keys: BACKUP, secrets: BACKUP } }]),
  ];
  try {
    await callArm(session, 'idempotent-write', 'PUT', id, KEY_VAULT_VERSION, {
      location,
      properties: {
        tenantId: tid,
        sku: { family: 'A', name: 'standard' },
        enabledForDiskEncryption: true,
        enableSoftDelete: true,
        accessPolicies: policies,
      },
    });
  } catch (error) {
    if (isStatus(error, 409)) throw new Problem('key-vault-name-taken', { fields: ['how.name'], cause: error });
    throw error;
  }
}
