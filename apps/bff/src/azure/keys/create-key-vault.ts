import * as z from 'zod';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import { parseArmId, sameId } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { backupServiceId } from '../backup-service';
import { isStatus } from '../connection/upstream-failure';
import type { AccessPolicy } from '../key-vault-access/read-key-vault';
import { RESTORE_MARK } from '../network/restore-network';
import { inheritedPolicies, workingPolicy } from './inherited-access';
import { readKeyVaultPlace } from './key-vault-place';
import { KEY_VAULT_VERSION, untilReachable } from './revive';

const BACKUP = ['get', 'list', 'backup'];

/** Tag of a key vault made here: whose keys it was made for. */
const MARK = 'restored-keys-of';

interface NewKeyVault {
  id: string;
  location: string;
  /** ARM id of the key vault the keys were in. */
  original: string;
  jobId: string;
}

/**
 * Makes a key vault for disk encryption, in which the user, Azure Backup and those of the old one may work, unless it is there already.
 * One that was made here for the same keys lets in anyone who goes on, as far as that person may change it. One that was deleted is not
 * replaced: it is to be recovered. It can be purged until the new machine is proven to run.
 */
export async function createKeyVault(session: AzureSession, { id, location, original, jobId }: NewKeyVault): Promise<void> {
  const { tid, oid } = session.principal;
  const originalName = parseArmId(original)?.name ?? '';
  const own = { id, originalName, jobId };
  const isThere = async () => (await readKeyVaultPlace(session, id)).state === 'there';
  if (await isThere()) return letIn(session, own);
  const group = id.split('/').slice(0, 5).join('/');
  const [service, inherited] = await Promise.all([backupServiceId(session), inheritedPolicies(session, original, group)]);
  const first = [
    workingPolicy(oid),
    ...(service === undefined ? [] : [{ objectId: service, permissions: { keys: BACKUP, secrets: BACKUP } }]),
  ];
  const others = inherited.filter(({ objectId }) => first.every((policy) => !sameId(policy.objectId, objectId)));
  try {
    await callArm(session, 'idempotent-write', 'PUT', id, KEY_VAULT_VERSION, {
      location,
      tags: { [MARK]: originalName, [RESTORE_MARK]: jobId },
      properties: {
        tenantId: tid,
        sku: { family: 'A', name: 'standard' },
        enabledForDiskEncryption: true,
        enableSoftDelete: true,
        accessPolicies: [...first, ...others].map((policy) => ofTenant(tid, policy)),
      },
    });
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
    // It may have met its own first attempt, or that of anyone who makes the same one: what is there decides.
    session.forget();
    if (await isThere()) return letIn(session, own);
    throw new Problem('key-vault-name-taken', { fields: ['how.name'], cause: error });
  }
  await untilReachable(session, id);
}

const ofTenant = (tenantId: string, { objectId, applicationId, permissions }: AccessPolicy) => ({
  tenantId,
  objectId,
  ...(applicationId && { applicationId }),
  permissions: Object.fromEntries(Object.entries(permissions ?? {}).filter(([, words]) => words)),
});

const madeBody = z.object({
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({ accessPolicies: z.array(z.object({ objectId: z.string() })).nullish() }),
});

interface Made {
  id: string;
  originalName: string;
  jobId: string;
}

/** @throws Problem where it is a key vault of others, whose name is taken */
async function letIn(session: AzureSession, { id, originalName, jobId }: Made): Promise<void> {
  const { tid, oid } = session.principal;
  const { body } = await callArm(session, 'read', 'GET', id, KEY_VAULT_VERSION);
  const { tags, properties } = expectBody(madeBody, body);
  const isOfThisRestore = sameId(tags?.[RESTORE_MARK] ?? '', jobId);
  if (!isOfThisRestore && tags?.[MARK] !== originalName) throw new Problem('key-vault-name-taken', { fields: ['how.name'] });
  if (!(properties.accessPolicies ?? []).some(({ objectId }) => sameId(objectId, oid))) {
    const change = { properties: { accessPolicies: [ofTenant(tid, workingPolicy(oid))] } };
    await callArm(session, 'idempotent-write', 'PUT', `${id}/accessPolicies/add`, KEY_VAULT_VERSION, change);
  }
  await untilReachable(session, id);
}
