import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { isRefused, isStatus } from '../connection/upstream-failure';
import { RESTORE_MARK } from '../network/restore-network';
import { readWholeList } from '../whole-list';
import { untilDone } from './until-done';
import { API_VERSIONS } from '../connection/api-versions';

const keyVaults = {
  type: 'Microsoft.KeyVault/vaults',
  apiVersion: API_VERSIONS.keyVault,
  element: z.object({
    id: z.string(),
    name: z.string(),
    location: z.string(),
    tags: z.record(z.string(), z.string()).nullish(),
    properties: z.object({ enablePurgeProtection: z.boolean().nullish(), softDeleteRetentionInDays: z.number().nullish() }),
  }),
};

/** A key vault that was made for a restore. */
export interface TemporaryKeyVault {
  id: string;
  name: string;
  location: string;
  purgeProtected: boolean;
  /** How long Azure keeps what is deleted and not purged. */
  retentionDays: number;
}

const LONGEST_RETENTION = 90;

/** The key vaults that were made for a restore, as far as the user may see them. */
export async function listTemporaryKeyVaults(session: AzureSession, subscriptionId: string, jobId: string): Promise<TemporaryKeyVault[]> {
  const all = await readWholeList(session, subscriptionId, keyVaults).catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });
  return all
    .filter(({ tags }) => tags?.[RESTORE_MARK]?.toLowerCase() === jobId.toLowerCase())
    .map(({ id, name, location, properties }) => ({
      id,
      name,
      location,
      purgeProtected: properties.enablePurgeProtection ?? false,
      retentionDays: properties.softDeleteRetentionInDays ?? LONGEST_RETENTION,
    }));
}

const deletedPage = pageOf(z.object({ name: z.string(), properties: z.object({ vaultId: z.string(), location: z.string() }) }));

/** The key vaults of a resource group that lie deleted; null where the user may not see them. */
export async function listDeletedOfGroup(session: AzureSession, groupId: string): Promise<TemporaryKeyVault[] | null> {
  const { subscriptionId } = parseArmId(`${groupId}/providers/Microsoft.KeyVault/vaults/any`) ?? {};
  try {
    const deleted = await readPages(session, deletedPage, (options) =>
      clients.keyVaults(session, subscriptionId ?? '').vaults.listDeleted(options),
    );
    const inGroup = `${groupId}/`.toLowerCase();
    return deleted
      .filter(({ properties }) => properties.vaultId.toLowerCase().startsWith(inGroup))
      .map(({ name, properties: { vaultId: id, location } }) => ({
        id,
        name,
        location,
        purgeProtected: false,
        retentionDays: LONGEST_RETENTION,
      }));
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}

const deletedBody = z.object({ properties: z.object({ scheduledPurgeDate: z.string().nullish() }) });

const deletedId = ({ id, name, location }: TemporaryKeyVault) =>
  `/subscriptions/${parseArmId(id)?.subscriptionId ?? ''}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`;

/** Until when Azure keeps a deleted key vault; null where the user may not see it. Undefined: it is gone. */
export async function purgeDateOf(session: AzureSession, keyVault: TemporaryKeyVault): Promise<string | null | undefined> {
  try {
    const { body } = await callArm(session, 'read', 'GET', deletedId(keyVault), API_VERSIONS.keyVault);
    return expectBody(deletedBody, body).properties.scheduledPurgeDate ?? null;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    if (isStatus(error, 403)) return null;
    throw error;
  }
}

/** The user may not purge it, it is locked, or protected from purging. */
const isKept = (error: unknown) => isStatus(error, 403) || isRefused(error, 'ScopeLocked') || isRefused(error, 'MethodNotAllowed');

/**
 * Purges a deleted key vault: its name is free again, and what it held is gone for good. Azure answers before that is done. False where
 * it does not allow it.
 */
export async function purgeKeyVault(session: AzureSession, keyVault: TemporaryKeyVault): Promise<boolean> {
  try {
    await callArm(session, 'idempotent-write', 'POST', `${deletedId(keyVault)}/purge`, API_VERSIONS.keyVault);
  } catch (error) {
    if (isStatus(error, 404)) return true;
    if (isKept(error)) return false;
    // Somebody is at it already, oneself before an answer that was lost.
    if (!isStatus(error, 409)) throw error;
    session.forget();
  }
  // Who may purge and not look is believed what Azure has accepted.
  await untilDone(session, async () => typeof (await purgeDateOf(session, keyVault)) !== 'string');
  return true;
}
