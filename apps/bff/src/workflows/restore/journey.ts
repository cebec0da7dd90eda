import type { ItemPath, KeyChain, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { listBlobs } from '../../azure/blobs/blobs';
import { findMachineOfVhd, readMachine, type Failure, type MachineState } from '../../azure/compute/machine';
import { itemOfContainer } from '../../azure/items/item-place';
import { failureOf, readJob } from '../../azure/jobs/job-details';
import { momentOf } from '../../azure/moments';
import { readHeldKeys, type HeldKeys } from '../../azure/restores/held-keys';
import { findPoint, type PlainPoint } from '../../azure/restores/recovery-points';
import { readRestoreBag, type RestoreBag } from '../../azure/restores/restore-bag';
import { readRestoredVhds } from '../../azure/restores/restored-config';
import { readRestoredDisks, type RestoredDisk } from '../../azure/restores/restored-disks';
import { isStatus } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import { findChain } from './find-chain';
import { findItem, itemOf, readProtection, UNPROTECTED, type Protection } from './protection-state';

/** A restore as Azure shows it now. Nothing of it is remembered here: whoever asks, whenever, finds it where it stands. */
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
  disks: RestoredDisk[];
  machine: MachineState | null;
  /** How the vault protects the new machine. */
  protection: Protection;
  /** Policy of the old machine. */
  policyName: string | null;
  /** Blobs with key data. Where the user may not look into the account, those that the job names. */
  leftovers: string[];
}

export async function readJourney(session: AzureSession, vault: VaultPath, jobId: string): Promise<Journey> {
  const { properties } = await readJob(session, vault, jobId);
  const item = itemOfContainer(vault, properties.containerName ?? '');
  if (properties.operation !== 'Restore' || !item) throw new Problem('job-not-found');
  const bag = readRestoreBag(properties.extendedInfo?.propertyBag);
  const startTime = momentOf(properties.startTime);
  const point = (bag.pointTime !== null && (await findPoint(session, item, bag.pointTime))) || null;
  const held = point?.encrypted ? await readHeldKeys(session, item, point.id) : null;
  const isOver = properties.status?.startsWith('Completed') ?? false;
  const end = momentOf(properties.endTime) ?? session.now().toISOString();
  const [chain, disks, leftovers] = await Promise.all([
    point && held ? findChain(session, item, point.id, held) : null,
    isOver && startTime !== null ? readDisks(session, item, bag, startTime, end) : [],
    isOver ? readLeftovers(session, bag) : [],
  ]);
  const machine = await readMachineOf(session, item, disks);
  const [protection, old] = await Promise.all([readProtectionOf(session, vault, machine), findItem(session, item)]);
  const policyName = old?.policyName ?? null;
  const status = properties.status ?? 'Invalid';
  const progress = properties.extendedInfo?.progressPercentage ?? null;
  const found = { chain, disks, machine, protection, policyName, leftovers };
  // The job knows the machine's place in small letters only.
  const spelled = old && old.vmId !== '' ? itemOf(vault, old.vmId) : item;
  const failure = failureOf(properties.errorDetails);
  return { vault, jobId, status, failure, progress, startTime, item: spelled, bag, point, held, ...found };
}

/** Managed disks stand in the target group; VHDs are named by a file that not everyone may read. */
async function readDisks(session: AzureSession, item: ItemPath, bag: RestoreBag, from: string, to: string): Promise<RestoredDisk[]> {
  if (bag.targetGroup !== null) return readRestoredDisks(session, item, bag.targetGroup, from, to);
  return readRestoredVhds(session, bag).catch((error: unknown) => {
    if (isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  });
}

export async function readLeftovers(session: AzureSession, bag: RestoreBag): Promise<string[]> {
  const { storageAccountName: account, container, encryptionInfoBlob: blob } = bag;
  if (account === null || container === null || blob === null) return [];
  const found = await listBlobs(session, account, container, blob);
  if (found === 'missing') return [];
  return found === 'forbidden' ? [blob] : found;
}

async function readMachineOf(session: AzureSession, item: ItemPath, [osDisk]: RestoredDisk[]): Promise<MachineState | null> {
  if (!osDisk) return null;
  const id = osDisk.managedBy ?? (osDisk.url && (await findMachineOfVhd(session, item.subscriptionId, osDisk.url)));
  return (id && (await readMachine(session, id))) || null;
}

const readProtectionOf = async (session: AzureSession, vault: VaultPath, machine: MachineState | null): Promise<Protection> =>
  machine?.provisioning === 'done' ? readProtection(session, vault, machine) : UNPROTECTED;
