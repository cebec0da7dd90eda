import type { PairedRegion, VaultPath } from '@tresor/contracts';
import type { Answer } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { PAIRED_VERSION } from '../connection/backup-region';
import { clients } from '../connection/clients';
import { sendUrl } from '../connection/read-url';
import { listRegions } from '../regions';
import { readVault } from './vaults';

type Pairing = Pick<PairedRegion, 'own' | 'paired'> & { state: Exclude<PairedRegion['state'], 'no-point-yet'> };

/** Whether a vault lets its points be restored in the paired region of its own, and which that is. */
export async function readPairing(session: AzureSession, path: VaultPath): Promise<Pairing> {
  const { location: own, properties } = await readVault(session, path);
  const { standardTierStorageRedundancy: redundancy, crossRegionRestore } = properties.redundancySettings ?? {};
  if (!/Geo/.test(redundancy ?? '')) return { own, paired: null, state: 'not-geo-redundant' };
  const paired = await pairOf(session, path, own);
  if (paired === null) return { own, paired, state: 'no-pair' };
  return { own, paired, state: crossRegionRestore === 'Enabled' ? 'open' : 'off' };
}

/** The region that a region is paired with, in its geography: beyond that a key is restored nowhere. */
async function pairOf(session: AzureSession, path: VaultPath, own: string): Promise<string | null> {
  const regions = await listRegions(session, path.subscriptionId);
  const find = (name: string | null | undefined) => regions.find((region) => region.name.toLowerCase() === name?.toLowerCase());
  const [here, there] = [find(own), find(find(own)?.paired)];
  return there !== undefined && there.geography === here?.geography ? there.name : null;
}

/** The paired region of a vault, where its points can be restored there; else null. */
export async function openPairedRegion(session: AzureSession, path: VaultPath): Promise<string | null> {
  const { location, properties } = await readVault(session, path);
  return properties.redundancySettings?.crossRegionRestore === 'Enabled' ? pairOf(session, path, location) : null;
}

/** Address of something that the paired region does for a subscription. */
export const pairedUrl = ({ cloud }: AzureSession, { subscriptionId }: VaultPath, region: string, what: string): string =>
  `${cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}/${what}?api-version=${PAIRED_VERSION}`;

/** Asks the paired region about the jobs of a vault: a POST that changes nothing. */
export const askPairedRegion = (
  session: AzureSession,
  path: VaultPath,
  region: string,
  what: 'backupCrrJob' | 'backupCrrJobs',
  { filter, skipToken, ...about }: { jobName?: string; filter?: string; skipToken?: string | undefined } = {},
): Promise<Answer> => {
  const query = new URLSearchParams({
    ...(filter !== undefined && { $filter: filter }),
    ...(skipToken !== undefined && { $skipToken: skipToken }),
  });
  return sendUrl(session, 'read', clients.arm(session), {
    method: 'POST',
    url: `${pairedUrl(session, path, region, what)}&${query.toString()}`,
    body: { resourceId: vaultIdOf(path), ...about },
  });
};
