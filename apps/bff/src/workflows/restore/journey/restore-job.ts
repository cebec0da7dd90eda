import type { ItemPath, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import { itemOfContainer } from '../../../azure/items/item-place';
import { readJob } from '../../../azure/jobs/job-details';
import { Problem } from '../../../problem';

/** A job that restores, and the item it restores. */
export interface JobOfRestore {
  jobId: string;
  properties: Awaited<ReturnType<typeof readJob>>['properties'];
  item: ItemPath;
  /** The paired region, where it runs there; null: in the region of the vault. */
  pairedRegion: string | null;
}

const isRestore = (operation: string | null | undefined) => operation === 'Restore' || operation === 'CrossRegionRestore';

/** @throws Problem where the job is none that restores */
export async function readRestoreJob(session: AzureSession, vault: VaultPath, jobId: string): Promise<JobOfRestore> {
  const { properties, pairedRegion } = await readJob(session, vault, jobId);
  const item = itemOfContainer(vault, properties.containerName ?? '');
  if (!isRestore(properties.operation) || !item) throw new Problem('job-not-found');
  return { jobId, properties, item, pairedRegion };
}
