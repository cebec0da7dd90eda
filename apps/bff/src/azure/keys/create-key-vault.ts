import type { Tags } from '@tresor/support-matrix';
import { pause } from '../../pause';
import * as z from 'zod';
import { Problem } from '../../problem';
import { withOthers } from '../compute/old-tags';
import { expectBody } from '../connection/answer';
import { parseArmId, sameId, groupScope } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { madeLately } from '../connection/made-lately';
import { backupServiceId } from '../backup-service';
import { isFirewall, isStatus, UpstreamFailure } from '../connection/upstream-failure';
import type { AccessPolicy } from '../key-vault-access/read-key-vault';
import { RESTORE_MARK } from '../network/restore-network';
import { inheritedPolicies, workingPolicy } from './inherited-access';
import { callKeyVault } from './key-vault-call';
import { readKeyVaultPlace } from './key-vault-place';
import { untilReachable } from './revive';
import { untilDone } from './until-done';
import { API_VERSIONS } from '../connection/api-versions';

const BACKUP = ['get', 'list', 'backup'];

/** Tag of a key vault made here: whose keys it was made for. */
const MARK = 'restored-keys-of';

interface NewKeyVault {
  id: string;
  location: string;
  /** ARM id of the key vault the keys were in. */
  original: string;
  jobId: string;
  /** Beside those that say what it was made for. */
  tags: Tags;
  /** Days for which it is kept once it is deleted; Azure’s own choice where nobody has one. */
  keptDays?: number;
}

/**
 * Makes a key vault for disk encryption, in which the user, Azure Backup and those of the old one may work, unless it is there already.
 * One that was made here for the same keys lets in anyone who goes on, as far as that person may change it. One that was deleted is not
 * replaced: it is to be recovered. It can be purged until the new machine is proven to run.
 */
export async function createKeyVault(session: AzureSession, keyVault: NewKeyVault): Promise<void> {
  const { id, original, jobId } = keyVault;
  const { oid } = session.principal;
  const group = groupScope(id);
  const [service, inherited] = await Promise.all([backupServiceId(session), inheritedPolicies(session, original, group)]);
  const first = [
    workingPolicy(oid),
    ...(service === undefined ? [] : [{ objectId: service, permissions: { keys: BACKUP, secrets: BACKUP } }]),
  ];
  const policies = [...first, ...inherited.filter(({ objectId }) => first.every((policy) => !sameId(policy.objectId, objectId)))];
  const isMade = await makeUnlessThere(session, id, keyVaultBody(session, keyVault, policies));
  await requireOurs(session, { id, originalName: nameOf(original), jobId });
  // Lists lack it for a while, no matter who has made it.
  madeLately(session).add(id);
  await untilReachable(session, id);
  await letIn(session, id, isMade ? policies : [workingPolicy(oid)]);
}

const nameOf = (keyVaultId: string) => parseArmId(keyVaultId)?.name ?? '';

/** What Azure is asked for as a new key vault. */
export function keyVaultBody(
  { principal: { tid } }: Pick<AzureSession, 'principal'>,
  { location, original, jobId, tags, keptDays }: Omit<NewKeyVault, 'id'>,
  policies: readonly AccessPolicy[],
) {
  return {
    location,
    tags: withOthers({ [MARK]: nameOf(original), [RESTORE_MARK]: jobId }, tags),
    properties: {
      tenantId: tid,
      sku: { family: 'A', name: 'standard' },
      enabledForDiskEncryption: true,
      enableSoftDelete: true,
      enableRbacAuthorization: false,
      ...(keptDays !== undefined && { softDeleteRetentionInDays: keptDays }),
      accessPolicies: policies.map((policy) => ofTenant(tid, policy)),
    },
  };
}

/**
 * Azure creates or replaces, and knows no condition for it. So what is there is looked at right before, nothing is sent a second time
 * unseen, and whose access somebody else's creation replaced gives it back to himself once the key vault can be reached. Answers whether it
 * was made.
 */
async function makeUnlessThere(session: AzureSession, id: string, body: object): Promise<boolean> {
  for (let tries = MOST_TRIES; ; tries -= 1) {
    session.forget();
    if ((await readKeyVaultPlace(session, id)).state === 'there') return false;
    try {
      await callArm(session, 'once', 'PUT', id, API_VERSIONS.keyVault, body);
      return true;
    } catch (error) {
      if (isStatus(error, 409)) return requireThere(session, id, error);
      if (!(error instanceof UpstreamFailure && error.mayPass) || tries === 1) throw error;
      await pause((error.details.retryAfter ?? 1) * 1000, session.signal);
    }
  }
}

const MOST_TRIES = 3;

/** It may have been made at the same time by anyone. @throws Problem where another key vault has the name */
async function requireThere(session: AzureSession, id: string, cause: unknown): Promise<false> {
  session.forget();
  if ((await readKeyVaultPlace(session, id)).state === 'there') return false;
  throw new Problem('key-vault-name-taken', { fields: ['how.name'], cause });
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

async function readMade(session: AzureSession, id: string): Promise<z.infer<typeof madeBody>> {
  session.forget();
  const { body } = await callArm(session, 'read', 'GET', id, API_VERSIONS.keyVault);
  return expectBody(madeBody, body);
}

interface Made {
  id: string;
  originalName: string;
  jobId: string;
}

/** @throws Problem where it is a key vault of others, whose name is taken */
async function requireOurs(session: AzureSession, { id, originalName, jobId }: Made): Promise<void> {
  const { tags } = await readMade(session, id);
  const isOfThisRestore = sameId(tags?.[RESTORE_MARK] ?? '', jobId);
  if (!isOfThisRestore && tags?.[MARK] !== originalName) throw new Problem('key-vault-name-taken', { fields: ['how.name'] });
}

/** Gives access to those who have none, and takes nothing from anybody. */
async function letIn(session: AzureSession, id: string, wanted: readonly AccessPolicy[]): Promise<void> {
  const { properties } = await readMade(session, id);
  const has = ({ objectId }: AccessPolicy) => (properties.accessPolicies ?? []).some((one) => sameId(one.objectId, objectId));
  const missing = wanted.filter((policy) => !has(policy)).map((policy) => ofTenant(session.principal.tid, policy));
  if (missing.length === 0) return;
  const change = { properties: { accessPolicies: missing } };
  await callArm(session, 'idempotent-write', 'PUT', `${id}/accessPolicies/add`, API_VERSIONS.keyVault, change);
  if (missing.some(({ objectId }) => sameId(objectId, session.principal.oid))) await untilLetIn(session, parseArmId(id)?.name ?? '');
}

/** A key vault hears late of who may work in it. */
function untilLetIn(session: AzureSession, keyVaultName: string): Promise<void> {
  return untilDone(session, async () => {
    try {
      await callKeyVault(session, 'read', keyVaultName, 'GET', 'secrets');
      return true;
    } catch (error) {
      if (isStatus(error, 403) && !isFirewall(error)) return false;
      throw error;
    }
  });
}
