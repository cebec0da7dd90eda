import type { Fact, HiddenFact, ItemPath, KeptFile } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { listBlobs } from '../../../azure/blobs/blobs';
import { listKept } from '../../../azure/blobs/kept-blobs';
import { findMachineOfVhds, readMachine, type MachineState } from '../../../azure/compute/machine';
import type { AzureSession } from '../../../azure/connection/azure';
import { blobOrigin } from '../../../azure/connection/origins';
import { isStatus, isStorageFirewall } from '../../../azure/connection/upstream-failure';
import { readPermissions } from '../../../azure/permissions';
import { blobAccountOf, type RestoreAttributes } from '../../../azure/restores/restore-attributes';
import { readRestoredNames, readRestoredVhds, type NamedDisk } from '../../../azure/restores/restored-config';
import {
  cameTogether,
  isNamedFor,
  isRestoredName,
  listRestoredDisks,
  toRestoredDisks,
  type ListedDisks,
  type RestoredDisk,
} from '../../../azure/restores/restored-disks';
import { asked, followed, hidden, inSight, known } from '../../../facts';

/** What a job brought, as far as it is there. */
interface Brought {
  disks: Fact<RestoredDisk[]>;
  /** Names of disks that may be among it: they tell no job, and nothing tells any more which ones the job brought. */
  untold: string[];
}

/** Managed disks stand in the target group; VHDs are named by a file that not everyone may read. */
export async function readDisks(
  session: AzureSession,
  { subscriptionId, vmName }: ItemPath,
  jobId: string,
  attributes: RestoreAttributes,
): Promise<Brought> {
  if (attributes.targetGroup === null) return { disks: await readPresentVhds(session, attributes), untold: [] };
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${attributes.targetGroup}`;
  const [listed, { may }] = await Promise.all([
    seen(listRestoredDisks(session, subscriptionId, attributes.targetGroup, jobId), NO_DISKS, hidden('read-disks', group)),
    readPermissions(session, group),
  ]);
  // A list is narrowed to what the user may see.
  if (listed.state === 'hidden' || !may('Microsoft.Compute/disks/read')) return { disks: hidden('read-disks', group), untold: [] };
  const { ofJob, untagged } = listed.value;
  const alike = untagged.map(({ name }) => name).filter((name) => isNamedFor(name, vmName));
  if (untagged.length === 0) return { disks: known(toRestoredDisks(ofJob)), untold: [] };
  const names = await readNames(session, attributes);
  // Without a look at what the job wrote down nobody can say that none is there.
  if (names.state === 'hidden' && ofJob.length === 0 && alike.length > 0) return { disks: names, untold: [] };
  const written = inSight(names, []).filter(({ name }) => isRestoredName(name));
  const own = untagged.filter(({ name }) => written.some((one) => sameName(one.name, name)));
  const disks = known(toRestoredDisks([...ofJob, ...own]));
  if (names.state === 'hidden') return { disks, untold: alike.filter((name) => ofJob.some((one) => cameTogether(one.name, name))) };
  return { disks, untold: written.length > 0 ? [] : alike };
}

const NO_DISKS: ListedDisks = { ofJob: [], untagged: [] };

/** What the job wrote down of the disks that it brought. */
const readNames = (session: AzureSession, attributes: RestoreAttributes): Promise<Fact<NamedDisk[]>> =>
  seenInBlobs(readRestoredNames(session, attributes), attributes.storageAccountName ?? '');

/** The configuration names VHDs also after somebody deleted them. */
async function readPresentVhds(session: AzureSession, attributes: RestoreAttributes): Promise<Fact<RestoredDisk[]>> {
  const account = blobAccountOf(session, attributes);
  const { container } = attributes;
  if (account === null || container === null) return known([]);
  const [vhds, there] = await Promise.all([
    seenInBlobs(readRestoredVhds(session, attributes), account),
    listBlobs(session, account, container, ''),
  ]);
  if (there === 'missing') return known([]);
  if (typeof there === 'string') return hiddenInBlobs(there, account);
  const urls = there.map((name) => `${blobOrigin(session.cloud, account) ?? ''}/${container}/${encodeURI(name)}`.toLowerCase());
  return followed(vhds, (all) => known(all.filter(({ url }) => urls.includes((url ?? '').toLowerCase()))));
}

const isThere =
  ({ name, lun }: NamedDisk) =>
  (one: RestoredDisk) =>
    one.lun === lun || sameName(one.name, name);

/** Disks that the restore brought back and that are gone since; none where each place has one, or where nothing tells what there was. */
export async function readMissing(
  session: AzureSession,
  attributes: RestoreAttributes,
  disks: Fact<RestoredDisk[]>,
): Promise<Fact<NamedDisk[]>> {
  const names = await readNames(session, attributes);
  return followed(disks, (present) => followed(names, (all) => known(all.filter((wanted) => !present.some(isThere(wanted))))));
}

export async function readLeftovers(session: AzureSession, attributes: RestoreAttributes): Promise<Fact<string[]>> {
  const account = blobAccountOf(session, attributes);
  const { container, encryptionInfoBlob: blob } = attributes;
  if (account === null || container === null || blob === null) return known([]);
  const found = await listBlobs(session, account, container, blob);
  if (found === 'missing') return known([]);
  return typeof found === 'string' ? hiddenInBlobs(found, account) : known(found);
}

/** What the storage account keeps of key data once none is left. Null: Azure does not tell. */
export const readKeptLeftovers = (
  session: AzureSession,
  attributes: RestoreAttributes,
  leftovers: Fact<string[]>,
): Promise<Fact<KeptFile[] | null>> =>
  asked(leftovers, async (left): Promise<Fact<KeptFile[] | null>> => {
    const account = blobAccountOf(session, attributes);
    const { container, encryptionInfoBlob: blob } = attributes;
    if (left.length > 0 || account === null || container === null || blob === null) return known([]);
    const kept = await listKept(session, account, container, blob);
    if (kept === 'forbidden') return hidden('read-blobs', account);
    return known(kept === 'untold' ? null : kept.map(({ name, until }) => ({ name: name ?? blob, until: until?.toISOString() ?? null })));
  });

/** A managed disk says which machine uses it. VHDs do not: there machines are asked, each job having a container of its own. */
export async function readMachineId(
  session: AzureSession,
  { subscriptionId }: ItemPath,
  all: readonly RestoreAttributes[],
  disks: Fact<RestoredDisk[]>,
): Promise<Fact<string | null>> {
  if (all[0]?.targetGroup != null) return asked(disks, ([osDisk]) => Promise.resolve(known(osDisk?.managedBy ?? null)));
  const containers = all.flatMap((attributes) => {
    const origin = blobOrigin(session.cloud, blobAccountOf(session, attributes) ?? '');
    return origin === undefined || attributes.container === null ? [] : [`${origin}/${attributes.container}`];
  });
  if (containers.length === 0) return known(null);
  const subscription = `/subscriptions/${subscriptionId}`;
  const needed = hidden('read-machines', subscription);
  const [found, { may }] = await Promise.all([
    seen(findMachineOfVhds(session, subscriptionId, containers), null, needed),
    readPermissions(session, subscription),
  ]);
  const isInSight = found.state === 'known' && found.value !== null;
  return isInSight || may('Microsoft.Compute/virtualMachines/read') ? found : needed;
}

export const readMachineFact = (session: AzureSession, machineId: Fact<string | null>): Promise<Fact<MachineState | null>> =>
  asked(machineId, async (id) => {
    if (id === null) return known(null);
    return seen(
      readMachine(session, id).then((machine) => machine ?? null),
      null,
      hidden('read-machines', id),
    );
  });

/** What is read, or nothing where it is gone. */
async function seen<Value>(
  read: Promise<Value>,
  gone: Value,
  withoutRight: HiddenFact | ((error: unknown) => HiddenFact),
): Promise<Fact<Value>> {
  try {
    return known(await read);
  } catch (error) {
    if (isStatus(error, 403)) return typeof withoutRight === 'function' ? withoutRight(error) : withoutRight;
    if (isStatus(error, 404)) return known(gone);
    throw error;
  }
}

/** What is needed to see more of the blobs of an account. */
const hiddenInBlobs = (why: 'forbidden' | 'firewalled', account: string): HiddenFact =>
  hidden(why === 'firewalled' ? 'pass-storage-firewall' : 'read-blobs', account);

/** The same of blobs: what closes an account to our server is told from a right that the user lacks. */
const seenInBlobs = <Value>(read: Promise<Value[]>, account: string): Promise<Fact<Value[]>> =>
  seen(read, [], (error) => hiddenInBlobs(isStorageFirewall(error) ? 'firewalled' : 'forbidden', account));
