import type { DiscardItem, DiscardPlan, DiscardResult, VaultPath } from '@tresor/contracts';
import { deleteBlob, deleteContainer, listBlobFiles } from '../../../azure/blobs/blobs';
import { deleteResource } from '../../../azure/connection/arm-resource';
import type { AzureSession } from '../../../azure/connection/azure';
import { UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { purgeDateOf, purgeKeyVault, type TemporaryKeyVault } from '../../../azure/keys/temporary-key-vaults';
import { momentOf } from '../../../azure/moments';
import { sanitise } from '../../../azure-words';
import { seen } from '../../../facts';
import { Problem } from '../../../problem';
import { readJourney } from '../journey/journey';
import { isCompleted, type RestorePart } from '../journey/parts';
import { keptFiles, withKept } from './kept-files';
import { toDiscardItem, type Discardable } from './discardable';
import { readDiscardables, surplusOf, unseenKinds, type Discardables } from './read-discardables';
import { API_VERSIONS } from '../../../azure/connection/api-versions';

export async function getDiscardPlan(session: AzureSession, vault: VaultPath, jobId: string): Promise<DiscardPlan> {
  const found = await readDiscardables(session, vault, jobId);
  const { state, items, toSee } = found;
  return { state, items: items.map(toDiscardItem), unseen: unseenKinds(found), toSee };
}

interface Discarding {
  vault: VaultPath;
  jobId: string;
  /** The name of its machine, as somebody wrote it to confirm. */
  typed: string;
  /** Ends the plan by which it goes on alone; whether there was one. */
  endPlan: () => Promise<boolean>;
}

/** Removes what a restore has made. What cannot be removed is told with Azure's reason and keeps nothing else from going. */
export async function discardRestore(session: AzureSession, { vault, jobId, typed, endPlan }: Discarding): Promise<DiscardResult[]> {
  const found = await readReady(session, vault, jobId, typed);
  // Who can remove nothing of it ends nothing either; what the plan did at the last moment counts.
  const wasPlanned = found.items.some(({ reason }) => reason === null) && (await endPlan());
  if (wasPlanned) session.forget();
  const { items, parts } = wasPlanned ? await readReady(session, vault, jobId, typed) : found;
  const results: DiscardResult[] = [];
  for (const item of items) results.push(await removed(session, item));
  await removeEmptied(session, parts);
  return withKept(items, results, await keptFiles(session, parts));
}

async function readReady(session: AzureSession, vault: VaultPath, jobId: string, typed: string): Promise<Discardables> {
  const found = await readDiscardables(session, vault, jobId);
  if (typed.toLowerCase() !== found.vmName.toLowerCase()) throw new Problem('invalid-request', { fields: ['vmName'] });
  if (found.state === 'running') throw new Problem('restore-running');
  if (found.state === 'in-use') throw new Problem('restore-in-use');
  return found;
}

type Outcome = Omit<DiscardResult, 'kind' | 'name'>;

const plain = (state: DiscardResult['state']): Outcome => ({ state, until: null, message: null });

/** Removes one thing; what cannot be removed is told with Azure's reason. */
export async function removed(session: AzureSession, item: Discardable): Promise<DiscardResult> {
  const { kind, name } = item;
  if (item.reason !== null) return { kind, name, ...plain('left') };
  try {
    return { kind, name, ...(await remove(session, item)) };
  } catch (error) {
    // Azure is at it, and takes longer than anybody waits.
    if (error instanceof Problem && error.code === 'key-vault-working') return { kind, name, ...plain('removing') };
    if (!(error instanceof UpstreamFailure)) throw error;
    const state = error.inDoubt ? 'in-doubt' : 'left';
    return { kind, name, state, until: null, message: sanitise(error.details.azureMessage) ?? null };
  }
}

async function remove(session: AzureSession, { kind, id, name, place, keyVault }: Discardable): Promise<Outcome> {
  if (keyVault) return removeKeyVault(session, keyVault);
  if (kind === 'vhd' || kind === 'file') {
    await deleteBlob(session, place.split('/')[0] ?? '', id, name);
    return plain('removed');
  }
  return plain(await deleteResource(session, id, kind === 'disk' ? API_VERSIONS.disks : API_VERSIONS.network));
}

async function removeKeyVault(session: AzureSession, keyVault: TemporaryKeyVault): Promise<Outcome> {
  await deleteResource(session, keyVault.id, API_VERSIONS.keyVault);
  if (!keyVault.purgeProtected && (await purgeKeyVault(session, keyVault))) return plain('removed');
  const until = await purgeDateOf(session, keyVault);
  return until === undefined ? plain('removed') : { ...plain('soft-deleted'), until: momentOf(until) };
}

/** A container goes with the last thing in it, no matter who removed that. */
export async function removeEmptied(session: AzureSession, parts: readonly Pick<RestorePart, 'attributes' | 'status'>[]): Promise<void> {
  session.forget();
  for (const { attributes, status } of parts) {
    const { storageAccountName: account, container } = attributes;
    if (account === null || container === null || !isCompleted(status)) continue;
    await removeWhereEmpty(session, account, container).catch((error: unknown) => {
      // An empty container holds nothing and costs nothing.
      if (!(error instanceof UpstreamFailure)) throw error;
    });
  }
}

async function removeWhereEmpty(session: AzureSession, account: string, container: string): Promise<void> {
  const files = await listBlobFiles(session, account, container);
  if (typeof files !== 'string' && files.length === 0) await deleteContainer(session, account, container);
}

/** Disks that came twice, with size and whether the user may delete them. */
export async function listSurplus(session: AzureSession, vault: VaultPath, jobId: string): Promise<DiscardItem[]> {
  return (await readSurplus(session, vault, jobId)).items.map(toDiscardItem);
}

export async function removeSurplus(session: AzureSession, vault: VaultPath, jobId: string): Promise<DiscardResult[]> {
  const { items, parts } = await readSurplus(session, vault, jobId);
  const results: DiscardResult[] = [];
  for (const item of items) results.push(await removed(session, item));
  session.forget();
  return withKept(items, results, await keptFiles(session, parts));
}

async function readSurplus(session: AzureSession, vault: VaultPath, jobId: string) {
  // One decides by what is there now.
  session.forget();
  const journey = await readJourney(session, vault, jobId);
  return { items: await surplusOf(session, journey, seen(journey.surplus)), parts: journey.parts };
}
