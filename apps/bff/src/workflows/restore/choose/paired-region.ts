import type { ItemPath, PairedRegion, StorageAccount, TargetRegion, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../../azure/connection/azure';
import { listPairedPoints } from '../../../azure/restores/recovery-points';
import { listStorageAccounts, withReach } from '../../../azure/restores/storage-accounts';
import { openPairedRegion, readPairing } from '../../../azure/vaults/paired-region';
import { Problem } from '../../../problem';

const DEFAULT_DAYS = 30;

/** Whether an item can be restored in the paired region of its vault, and which of its points are there. */
export async function readPairedRegion(session: AzureSession, path: ItemPath, days = DEFAULT_DAYS): Promise<PairedRegion> {
  const pairing = await readPairing(session, path);
  if (pairing.state !== 'open' || pairing.paired === null) return { ...pairing, points: [] };
  const points = (await listPairedPoints(session, path, pairing.paired, days)).map(({ id, time }) => ({ id, time }));
  return points.length === 0 ? { ...pairing, state: 'no-point-yet', points } : { ...pairing, points };
}

/** The storage accounts for a restore in the vault's region or the paired one. @throws Problem where that one is closed */
export async function listAccountsFor(
  session: AzureSession,
  vault: VaultPath,
  edition: Edition,
  region: TargetRegion = 'own',
): Promise<StorageAccount[]> {
  if (region === 'own') return withReach(session, await listStorageAccounts(session, vault, edition));
  const paired = await openPairedRegion(session, vault);
  if (paired === null) throw new Problem('paired-region-closed', { fields: ['region'] });
  return withReach(session, await listStorageAccounts(session, vault, edition, paired));
}
