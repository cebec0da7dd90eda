import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { deleteBlob } from '../../azure/blobs/blobs';
import { gathered, seen } from '../../facts';
import { Problem } from '../../problem';
import { readJourney } from './journey';
import { keepKeyVaults } from './keep-key-vaults';
import { readLeftovers } from './restored-things';
import { isVerified } from './steps';

/** Deletes the blobs with key data and looks whether they are gone. */
export async function removeLeftovers(session: AzureSession, vault: VaultPath, jobId: string): Promise<string[]> {
  const journey = await readJourney(session, vault, jobId);
  const { parts, point, machine } = journey;
  if (!isVerified(point?.encrypted ?? false, seen(machine))) throw new Problem('machine-not-verified');
  await keepKeyVaults(session, journey);
  for (const { bag, leftovers } of parts) {
    const { storageAccountName: account, container } = bag;
    if (account === null || container === null) continue;
    for (const blob of seen(leftovers)) await deleteBlob(session, account, container, blob);
  }
  return seen(gathered(await Promise.all(parts.map(({ bag }) => readLeftovers(session, bag)))));
}
