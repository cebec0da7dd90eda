import * as z from 'zod';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import { sameId } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { backupServiceId } from '../backup-service';
import { isStatus } from '../connection/upstream-failure';
import { RESTORE_MARK } from '../network/restore-network';
import { readKeyVaultPlace } from './key-vault-place';
import { KEY_VAULT_VERSION } from './revive';

const OWN = ['get', 'list', 'create', 'import', 'update', 'delete', 'recover', 'backup', 'restore'];
const OWN_SECRETS = ['get', 'list', 'set', 'delete', 'recover', 'backup', 'restore'];
const BACKUP = ['get', 'list', 'backup'];

/** Tag of a key vault made here: whose keys it was made for. */
const MARK = 'restored-keys-of';

/**
 * Makes a key vault for disk encryption, in which the user and Azure Backup may work, unless it is there already. One that was made here
 * for the same keys lets in whoever goes on, as far as that person may change it. One that was deleted is not replaced: it is to be
 * recovered. `original`: name of the key vault the keys were in.
 */
export async function createKeyVault(
  session: AzureSession,
  id: string,
  location: string,
  { original, jobId }: { original: string; jobId: string },
): Promise<void> {
  const { tid, oid } = session.principal;
  const own = { tenantId: tid, objectId: oid, permissions: { keys: OWN, secrets: OWN_SECRETS } };
  if ((await readKeyVaultPlace(session, id)).state === 'there') return letIn(session, id, original, own);
  const service = await backupServiceId(session);
  const policies = [
    own,
    ...(service === undefined ? [] : [{ tenantId: tid, objectId: service, permissions: { keys: BACKUP, secrets: BACKUP } }]),
  ];
  try {
    await callArm(session, 'idempotent-write', 'PUT', id, KEY_VAULT_VERSION, {
      location,
      tags: { [MARK]: original, [RESTORE_MARK]: jobId },
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

const madeBody = z.object({
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({ accessPolicies: z.array(z.object({ objectId: z.string() })).nullish() }),
});

async function letIn(session: AzureSession, id: string, original: string, own: { objectId: string }): Promise<void> {
  const { body } = await callArm(session, 'read', 'GET', id, KEY_VAULT_VERSION);
  const { tags, properties } = expectBody(madeBody, body);
  const isIn = (properties.accessPolicies ?? []).some(({ objectId }) => sameId(objectId, own.objectId));
  if (isIn || tags?.[MARK] !== original) return;
  const change = { properties: { accessPolicies: [own] } };
  await callArm(session, 'idempotent-write', 'PUT', `${id}/accessPolicies/add`, KEY_VAULT_VERSION, change);
}
