import type { ItemPath, MachineTimes, RecoveryTimes, VaultPath, VaultTimes } from '@tresor/contracts';
import pLimit from 'p-limit';
import { readEncryptedMachine } from '../../azure/compute/encrypted-machine';
import type { AzureSession } from '../../azure/connection/azure';
import { unlessHidden } from '../../azure/connection/upstream-failure';
import { vmIdOf } from '../../azure/items/item-place';
import { containerOf } from '../../azure/items/protection';
import { getJob } from '../../azure/jobs/job-details';
import { listMachineJobs, type MachineJob } from '../../azure/jobs/jobs';
import { endedWell, gibibytesOf, MOST_OF_PAST, movedGibibytes, PAST_DAYS } from '../restore/past-jobs';
import { vaultKeyOf, vaultOf } from './machine-key';

const PARALLEL = 4;
const MOST_OF_MACHINE = 3;

/**
 * What the jobs of their vaults tell of how long machines take: a list for each vault, a look at its newest restores, and two calls for a
 * machine that was never restored.
 */
export async function readPastTimes(session: AzureSession, items: readonly ItemPath[]): Promise<RecoveryTimes> {
  const vaults = new Map(items.map((item) => [vaultKeyOf(item), vaultOf(item)]));
  const listed = [...vaults].map(
    async ([key, vault]) => [key, await unlessHidden(listMachineJobs(session, vault, PAST_DAYS), null)] as const,
  );
  const jobs = new Map(await Promise.all(listed));
  const vaultTimes = [...vaults].map(async ([key, vault]) => timesOfVault(session, vault, jobs.get(key) ?? null));
  const machines = pLimit(PARALLEL).map(items, (item) => timesOfMachine(session, item, jobs.get(vaultKeyOf(item)) ?? []));
  return { machines: await machines, vaults: (await Promise.all(vaultTimes)).flat() };
}

async function timesOfVault(session: AzureSession, vault: VaultPath, jobs: readonly MachineJob[] | null): Promise<VaultTimes[]> {
  if (jobs === null) return [];
  const newest = endedWell(jobs, 'Restore').slice(0, MOST_OF_PAST);
  const restores = await pLimit(PARALLEL).map(newest, async ({ id, durationSeconds }) => ({
    seconds: durationSeconds,
    gibibytes: gibibytesOf(await getJob(session, vault, id)),
  }));
  const protections = endedWell(jobs, 'ConfigureBackup').slice(0, MOST_OF_PAST);
  return [{ vault, restores, protections: protections.map(({ durationSeconds }) => durationSeconds) }];
}

async function timesOfMachine(session: AzureSession, item: ItemPath, jobs: readonly MachineJob[]): Promise<MachineTimes> {
  const container = containerOf(vmIdOf(item)).toLowerCase();
  const own = jobs.filter((job) => job.container === container);
  const restores = endedWell(own, 'Restore')
    .slice(0, MOST_OF_MACHINE)
    .map(({ durationSeconds }) => durationSeconds);
  if (restores.length > 0) return { item, restores, gibibytes: null, backup: null };
  const [longest] = endedWell(own, 'Backup').toSorted((a, b) => b.durationSeconds - a.durationSeconds);
  const [machine, backup] = await Promise.all([
    unlessHidden(readEncryptedMachine(session, item), null),
    longest ? getJob(session, item, longest.id) : null,
  ]);
  const moved = backup && movedGibibytes(backup);
  return {
    item,
    restores,
    gibibytes: machine && sizeOf(machine.disks.map(({ sizeGiB }) => sizeGiB)),
    backup: longest && moved !== null ? { seconds: longest.durationSeconds, gibibytes: moved } : null,
  };
}

/** A disk that does not tell its size leaves that of all untold. */
const sizeOf = (sizes: readonly (number | null)[]): number | null =>
  sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0);
