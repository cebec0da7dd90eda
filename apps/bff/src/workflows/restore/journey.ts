import type { Fact, ItemPath, KeyChain, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import type { Failure, MachineState } from '../../azure/compute/machine';
import { itemOfContainer } from '../../azure/items/item-place';
import { failureOf, readJob } from '../../azure/jobs/job-details';
import { momentOf } from '../../azure/moments';
import { readHeldKeys, type HeldKeys } from '../../azure/restores/held-keys';
import { findPoint, type PlainPoint } from '../../azure/restores/recovery-points';
import { readRestoreBag, type RestoreBag } from '../../azure/restores/restore-bag';
import type { RestoredDisk } from '../../azure/restores/restored-disks';
import { asked, known } from '../../facts';
import { Problem } from '../../problem';
import { findChain } from './find-chain';
import { findItem, itemOf, readProtection, UNPROTECTED, type Protection } from './protection-state';
import { readDisks, readLeftovers, readMissing, readMachineFact, readMachineId } from './restored-things';

/**
 * A restore as Azure shows it now. Nothing of it is remembered here: whoever asks, whenever, finds it where it stands. What job, point and
 * item say every reader of the vault may read; disks, machines, key vaults and blobs lie under other rights and are facts therefore.
 */
export interface Journey {
  vault: VaultPath;
  jobId: string;
  status: string;
  /** Why the job failed, as Azure tells. */
  failure: Failure | null;
  progress: number | null;
  startTime: string | null;
  item: ItemPath;
  bag: RestoreBag;
  point: PlainPoint | null;
  held: HeldKeys | null;
  chain: KeyChain | null;
  /** Whether all keys that open the disks are there; null where Azure does not name them. */
  keysThere: Fact<boolean> | null;
  disks: Fact<RestoredDisk[]>;
  /** Names of those that were restored and are gone since. */
  missing: Fact<string[]>;
  /** ARM id of the machine made of the disks. */
  machineId: Fact<string | null>;
  machine: Fact<MachineState | null>;
  /** How the vault protects the new machine. */
  protection: Fact<Protection>;
  /** Policy of the old machine. */
  policyName: string | null;
  /** Blobs with key data. */
  leftovers: Fact<string[]>;
}

/** The job that a restore began with, and the item it restores. @throws Problem where it is none */
export async function readRestoreJob(session: AzureSession, vault: VaultPath, jobId: string) {
  const { properties } = await readJob(session, vault, jobId);
  const item = itemOfContainer(vault, properties.containerName ?? '');
  if (properties.operation !== 'Restore' || !item) throw new Problem('job-not-found');
  return { properties, item };
}

export async function readJourney(session: AzureSession, vault: VaultPath, jobId: string): Promise<Journey> {
  const { properties, item } = await readRestoreJob(session, vault, jobId);
  const bag = readRestoreBag(properties.extendedInfo?.propertyBag);
  const startTime = momentOf(properties.startTime);
  const point = (bag.pointTime !== null && (await findPoint(session, item, bag.pointTime))) || null;
  const held = point?.encrypted ? await readHeldKeys(session, item, point.id) : null;
  const isOver = properties.status?.startsWith('Completed') ?? false;
  const end = momentOf(properties.endTime) ?? session.now().toISOString();
  const [found, disks, leftovers] = await Promise.all([
    point && held ? findChain(session, item, point.id, held) : null,
    isOver && startTime !== null ? readDisks(session, item, bag, startTime, end) : known([]),
    isOver ? readLeftovers(session, bag) : known([]),
  ]);
  const machineId = isOver ? await readMachineId(session, item, bag, disks) : known(null);
  const [machine, missing] = await Promise.all([
    readMachineFact(session, machineId),
    isOver ? readMissing(session, bag, disks) : known([]),
  ]);
  const [protection, old] = await Promise.all([
    asked(machine, async (made) => known(made?.provisioning === 'done' ? await readProtection(session, vault, made) : UNPROTECTED)),
    findItem(session, item),
  ]);
  const policyName = old?.policyName ?? null;
  const status = properties.status ?? 'Invalid';
  const progress = properties.extendedInfo?.progressPercentage ?? null;
  const keysThere = point?.encrypted ? (found?.isThere ?? null) : known(true);
  const facts = { chain: found?.chain ?? null, keysThere, disks, missing, machineId, machine, protection, policyName, leftovers };
  // The job knows the machine's place in small letters only.
  const spelled = old && old.vmId !== '' ? itemOf(vault, old.vmId) : item;
  const failure = failureOf(properties.errorDetails);
  return { vault, jobId, status, failure, progress, startTime, item: spelled, bag, point, held, ...facts };
}
