import type { ItemPath, RehearsalLeft } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus, UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { readItem } from '../../../azure/items/get-item';
import { stopDeletingData } from '../../../azure/items/item-commands';
import { vmIdOf } from '../../../azure/items/item-place';
import { listItemsOfGroup } from '../../../azure/items/items-of-group';
import { containerOf } from '../../../azure/items/protection';
import { isRunning, listContainerJobs } from '../../../azure/jobs/jobs';
import { getVault } from '../../../azure/vaults/vaults';
import { sanitise } from '../../../azure-words';
import { Problem } from '../../../problem';
import type { RecoveryInHand } from '../recovery-in-hand';
import type { FoundGroup } from './found-groups';

/** How often Azure is told to delete the same. */
const MOST_TRIES = 3;

/** How long soft delete keeps data where the vault does not say. */
const USUAL_DAYS = 14;
const DAY = 86_400_000;

type UnderCommand = <T>(work: (azure: AzureSession) => Promise<T>) => Promise<T>;

/** `going`: Azure is at it, or is to be looked at once more. */
type Standing = RehearsalLeft | 'there' | 'going' | 'gone';

/**
 * Deletes what vaults hold of the machines that went with the groups: a policy (Azure Policy) has machines backed up by itself, in whatever
 * vault, and an item outlives its machine. Tells of what stays, and until when.
 */
export async function deleteBackups(
  hand: RecoveryInHand,
  underCommand: UnderCommand,
  groups: readonly FoundGroup[],
): Promise<'goes-on' | RehearsalLeft[]> {
  const { session, record } = hand;
  const gone = groups.filter(({ isThere, isSeen }) => isSeen && !isThere);
  const items = (await Promise.all(gone.map(({ id }) => listItemsOfGroup(session, id)))).flat();
  if (items.length === 0) return [];
  await hand.noteStood(items.map((item) => ({ kind: 'backup-item', name: nameOf(item) })));
  const found = await Promise.all(items.map(async (item) => ({ item, standing: await lookAt(session, item) })));
  const tries = record.rehearsal?.backupTries ?? 0;
  const there = tries < MOST_TRIES ? found.filter(({ standing }) => standing === 'there') : [];
  if (there.length > 0) {
    await hand.noteRehearsal({ backupTries: tries + 1 });
    const refused = await underCommand((azure) =>
      Promise.all(there.map(async ({ item }) => ({ item, why: await deleteData(azure, item) }))),
    );
    for (const { item, why } of refused) {
      const at = found.findIndex((one) => one.item === item);
      found[at] = { item, standing: why === null ? 'going' : left(item, why) };
    }
  }
  if (found.some(({ standing }) => standing === 'going')) return 'goes-on';
  return found.flatMap(({ item, standing }) =>
    standing === 'there' ? [left(item, null)] : standing === 'gone' || standing === 'going' ? [] : [standing],
  );
}

const nameOf = ({ vaultName, vmName }: ItemPath) => `${vaultName}/${vmName}`;

const left = (item: ItemPath, message: string | null): RehearsalLeft => ({
  kind: 'backup-item',
  name: nameOf(item),
  state: 'left',
  until: null,
  message,
});

/** As its own vault has it: Resource Graph may be behind. */
async function lookAt(session: AzureSession, item: ItemPath): Promise<Standing> {
  try {
    const { deletedAt } = await readItem(session, item);
    if (deletedAt === null) return (await isBeingDeleted(session, item)) ? 'going' : 'there';
    const { softDeleteDays } = await getVault(session, item);
    const until = new Date(Date.parse(deletedAt) + (softDeleteDays ?? USUAL_DAYS) * DAY).toISOString();
    return { ...left(item, null), state: 'soft-deleted', until };
  } catch (error) {
    if (isStatus(error, 404)) return 'gone';
    if (isStatus(error, 403)) return { ...left(item, null), state: 'unseen' };
    throw error;
  }
}

async function isBeingDeleted(session: AzureSession, item: ItemPath): Promise<boolean> {
  const jobs = await listContainerJobs(session, item, 'DeleteBackupData', containerOf(vmIdOf(item)));
  return jobs.some(({ status }) => isRunning(status));
}

/** Why Azure refuses; null where it is at it. */
async function deleteData(azure: AzureSession, item: ItemPath): Promise<string | null> {
  try {
    await stopDeletingData(azure, item);
    return null;
  } catch (error) {
    if (error instanceof Problem) return sanitise(error.details.azureMessage) ?? '';
    if (!(error instanceof UpstreamFailure) || error.mayPass || error.inDoubt) throw error;
    return sanitise(error.details.azureMessage) ?? '';
  }
}
