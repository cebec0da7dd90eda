import type { VaultPath } from '@tresor/contracts';
import { listBlobFiles } from '../../../azure/blobs/blobs';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { listAccounts } from '../../../azure/restores/storage-accounts';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { lackingRights } from '../../rights/remedy-at';
import { isCompleted, type RestorePart } from '../journey/parts';
import type { Discardable } from './discardable';

const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';

/** What a job has put into the storage account: VHDs, and the files that describe the machine. Its container is its own. */
export async function stagedFiles(
  session: AzureSession,
  vault: VaultPath,
  { attributes, status }: RestorePart,
  isInUse: boolean,
): Promise<Discardable[]> {
  const { storageAccountName: account, container } = attributes;
  if (account === null || container === null || !isCompleted(status)) return [];
  const found = await listBlobFiles(session, account, container);
  if (found === 'missing') return [];
  const common = { id: container, place: `${account}/${container}`, staysDays: null };
  if (found === 'firewalled') return [{ ...common, kind: 'file', name: container, bytes: null, reason: 'firewalled', missing: null }];
  const missing = await lackingAt(session, vault, account, found === 'forbidden' ? ['read', 'delete'] : ['delete']);
  if (found === 'forbidden') return [{ ...common, kind: 'file', name: container, bytes: null, reason: 'not-visible', missing }];
  const why = missing === null ? null : ('no-right' as const);
  const standing = isInUse ? { reason: 'in-use' as const, missing: null } : { reason: why, missing };
  return found.map(({ name, bytes }) => ({ ...common, kind: name.endsWith('.vhd') ? 'vhd' : 'file', name, bytes, ...standing }));
}

/** Those of the VHDs that are in surplus. */
export async function surplusVhds(
  session: AzureSession,
  vault: VaultPath,
  part: RestorePart,
  surplus: readonly RestoredDisk[],
): Promise<Discardable[]> {
  if (surplus.every(({ url }) => url === null)) return [];
  const files = await stagedFiles(session, vault, part, false);
  return files.filter(({ id, name }) => surplus.some(({ url }) => url?.endsWith(`/${id}/${encodeURI(name)}`)));
}

/** Nothing where the account itself is out of sight: Azure’s answer tells then. */
async function lackingAt(session: AzureSession, vault: VaultPath, name: string, words: readonly string[]) {
  const accounts = await listAccounts(session, vault.subscriptionId).catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });
  const account = accounts.find((one) => one.name === name);
  if (!account) return null;
  const actions = words.map((word) => `${BLOBS}/${word}`);
  return lackingRights(session, account.id, actions, 'data');
}
