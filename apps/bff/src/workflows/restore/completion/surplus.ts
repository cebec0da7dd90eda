import type { DiscardItem, DiscardResult, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import { seen } from '../../../facts';
import { removed } from '../discard/discard-restore';
import { surplusOf, toDiscardItem } from '../discard/discardable';
import { readJourney } from '../journey/journey';

/** Disks that came twice, with size and whether the user may delete them. */
export async function listSurplus(session: AzureSession, vault: VaultPath, jobId: string): Promise<DiscardItem[]> {
  return (await readSurplus(session, vault, jobId)).map(toDiscardItem);
}

export async function removeSurplus(session: AzureSession, vault: VaultPath, jobId: string): Promise<DiscardResult[]> {
  const results: DiscardResult[] = [];
  for (const item of await readSurplus(session, vault, jobId)) results.push(await removed(session, item));
  return results;
}

async function readSurplus(session: AzureSession, vault: VaultPath, jobId: string) {
  // One decides by what is there now.
  session.forget();
  const journey = await readJourney(session, vault, jobId);
  return surplusOf(session, journey, seen(journey.surplus));
}
