import type { CommandOutcome, Restore, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { seeBackupOperation } from '../../../azure/items/backup-operation';
import { findJobOfRequest, isRunning } from '../../../azure/jobs/jobs';
import { triggerRestore, validateRestore, type DiskRestore } from '../../../azure/restores/restore-disks';
import { listStorageAccounts } from '../../../azure/restores/storage-accounts';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight, seen } from '../../../facts';
import { Problem } from '../../../problem';
import type { Once } from '../../once/once';
import { requireRights } from '../../rights/held-rights';
import { readStandingJourney, type Journey } from '../journey/journey';
import { placesOf, requireStorageAccount } from '../steps/disks';
import { completingRequest } from '../journey/completing-jobs';

interface Prepared {
  restore: DiskRestore;
  /** Of the latest job of this restore. */
  after: string;
}

/** Restores again what is gone of the disks of a restore, from the same point to the same place, once for an intent. */
export function restoreMissing(
  once: Once,
  azure: AzureSession,
  intentId: string,
  { vault, jobId, edition }: { vault: VaultPath; jobId: string; edition: Edition },
): Promise<CommandOutcome> {
  return once.run<Prepared>(azure, {
    intentId,
    body: { command: 'restore-missing', vault, jobId, edition },
    async prepare(session) {
      await requireRights(session, 'restore-disks', { vault: vaultIdOf(vault) });
      const journey = await readStandingJourney(session, vault, jobId);
      const restore = await toAskFor(session, journey, edition);
      await requireRights(session, 'restore-disks', placesOf(vault, restore));
      await validateRestore(session, restore);
      return { restore, after: journey.parts.at(-1)?.jobId ?? jobId };
    },
    requestId: ({ after }) => completingRequest(after),
    look: (session, sent) => findJobOfRequest(session, vault, 'Restore', sent),
    ask: (session, operation) => seeBackupOperation(session, vault, operation),
    send: (session, { restore }, requestId) => triggerRestore(session, restore, requestId),
  });
}

async function toAskFor(session: AzureSession, journey: Journey, edition: Edition): Promise<DiskRestore> {
  const { vault, item: path, oldId: vmId, point, held, attributes, parts, disks, missing } = journey;
  if (parts.some(({ status }) => isRunning(status))) throw new Problem('restore-running');
  // Of what the user may not see nobody says that it is there.
  if (seen(disks).length > 0) seen(missing);
  if (point === null || comesAgain(journey) === null) throw new Problem('disks-not-missing');
  const accounts = await listStorageAccounts(session, vault, edition);
  const storageAccountId = accounts.find(({ name }) => name === attributes.storageAccountName)?.id ?? '';
  await requireStorageAccount(session, path, { storageAccountId, edition });
  return {
    path,
    vmId,
    pointId: point.id,
    region: await vaultLocation(session, vault),
    storageAccountId,
    targetGroup: attributes.targetGroup,
    asManaged: attributes.targetGroup !== null && !point.managedDisks,
    keys: held?.urls ?? null,
    luns: lunsToAskFor(journey),
  };
}

/** Whether what is gone can be restored again: its point and its storage account have to be known still. In the paired region a restore is begun again instead. */
export const canComeAgain = ({ removed, point, attributes, pairedRegion }: Journey): boolean =>
  !removed && point !== null && attributes.storageAccountName !== null && pairedRegion === null;

/** LUNs of the data disks to ask for; null: all. Of an encrypted machine Azure leaves none out. */
function lunsToAskFor({ point, disks, missing }: Journey): number[] | null {
  const gone = inSight(missing, []);
  const areAllGone = inSight(disks, []).length === 0;
  return point?.encrypted || areAllGone || gone.length === 0 ? null : gone.flatMap(({ lun }) => lun ?? []);
}

/** What comes where the gone disks are restored again; null where none are gone, or nothing can come. */
export function comesAgain(journey: Journey): Restore['comesAgain'] {
  const { disks, missing, machineId } = journey;
  const gone = inSight(missing, []);
  const areAllGone = disks.state === 'known' && disks.value.length === 0;
  const isMade = machineId.state === 'hidden' || machineId.value !== null;
  if (isMade || !canComeAgain(journey) || (gone.length === 0 && !areAllGone)) return null;
  if (areAllGone) return 'gone';
  if (lunsToAskFor(journey) === null) return 'all';
  return gone.some(({ lun }) => lun === null) ? 'gone' : 'with-system';
}
