import { vmId, type KeptFile, type Fact, type ItemPath, type KeyChain, type VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../../azure/connection/azure';
import type { Failure, MachineState } from '../../../azure/compute/machine';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { vmIdOf } from '../../../azure/items/item-place';
import { momentOf } from '../../../azure/moments';
import { isGroupGone } from '../../../azure/resource-groups';
import { isolationOf, type IsolationKind } from '../../../azure/network/isolated-network';
import { readHeldKeys, type HeldKeys } from '../../../azure/restores/held-keys';
import { findPoint, type PlainPoint } from '../../../azure/restores/recovery-points';
import { readRestoreAttributes, type RestoreAttributes } from '../../../azure/restores/restore-attributes';
import type { NamedDisk } from '../../../azure/restores/restored-config';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { asked, followed, gathered, inSight, known } from '../../../facts';
import { Problem } from '../../../problem';
import { mergeDisks } from './merge-disks';
import { NO_OPEN_DISKS, openDisks, type ToldDisks } from './open-disks';
import { isCompleted, readParts, type RestorePart } from './parts';
import { findChain } from './find-chain';
import { findItem, itemOf, readProtection, UNPROTECTED, type Protection } from './protection-state';
import { readRestoreJob } from './restore-job';
import { readMissing, readMachineFact, readMachineId } from './restored-things';

/**
 * A restore as Azure shows it now. Nothing of it is remembered here: anyone who asks, whenever, finds it where it stands. What job, point and
 * item say every reader of the vault may read; disks, machines, key vaults and blobs lie under other rights and are facts therefore.
 */
export interface Journey {
  vault: VaultPath;
  jobId: string;
  /** The paired region, where the disks came back there; null: in the region of the vault. */
  pairedRegion: string | null;
  status: string;
  /** Why the job failed, as Azure tells. */
  failure: Failure | null;
  progress: number | null;
  startTime: string | null;
  item: ItemPath;
  /** ARM id of the old machine, as its item names it. */
  oldId: string;
  attributes: RestoreAttributes;
  /** What its job brought, and then the jobs that restored again what was gone. */
  parts: RestorePart[];
  /** Whether its disks are in a group that a run made to be isolated in: then the keys are to be there, too. */
  isolation: IsolationKind | null;
  /** That group; null where nothing is isolated. */
  isolatedGroup: string | null;
  /** Whether it was rehearsed and everything of it was removed again. */
  removed: boolean;
  /** Id of the restore that this one only completes. */
  completes: string | null;
  /** Null: it has expired since, or was deleted with its item. */
  point: PlainPoint | null;
  /** Whether the disks are encrypted; null: the point is gone, and nothing else tells. */
  encrypted: boolean | null;
  held: HeldKeys | null;
  chain: KeyChain | null;
  /** Whether all keys that open the disks are there; null where Azure does not name them. */
  keysThere: Fact<boolean> | null;
  /** Whether nobody can look yet into a key vault in which they may be. */
  keysSettling: boolean;
  disks: Fact<RestoredDisk[]>;
  /** What came twice, and no machine uses. */
  surplus: Fact<RestoredDisk[]>;
  /** Those that were restored and are gone since. */
  missing: Fact<NamedDisk[]>;
  /** ARM id of the machine made of the disks. */
  machineId: Fact<string | null>;
  machine: Fact<MachineState | null>;
  /** Those of its disks that do not count as encrypted; none as long as it is not in sight, or where none was. */
  open: ToldDisks;
  /** How the vault protects the new machine. */
  protection: Fact<Protection>;
  /** Policy of the old machine. */
  policyName: string | null;
  /** Blobs with key data. */
  leftovers: Fact<string[]>;
  /** Those that are deleted and can be brought back. Null: Azure does not tell. */
  keptLeftovers: Fact<KeptFile[] | null>;
}

export async function readJourney(session: AzureSession, vault: VaultPath, jobId: string): Promise<Journey> {
  const job = await readRestoreJob(session, vault, jobId);
  const { properties, item, pairedRegion } = job;
  const attributes = readRestoreAttributes(properties.extendedInfo?.propertyBag);
  const startTime = momentOf(properties.startTime);
  const isolation = isolationOf(attributes.targetGroup);
  const isolatedGroup = isolation && attributes.targetGroup;
  const { point, held } = await readPoint(session, item, attributes.pointTime);
  const isOver = isCompleted(properties.status);
  const removed =
    isolation === 'rehearsal' &&
    (await isGroupGone(session, `/subscriptions/${item.subscriptionId}/resourceGroups/${attributes.targetGroup}`));
  const [found, { own, more, completes }] = await Promise.all([
    point && held && !removed ? findChain(session, item, point.id, held, { within: isolatedGroup, region: pairedRegion }) : null,
    readParts(session, vault, job),
  ]);
  const parts = [own, ...more];
  const encrypted = point ? point.encrypted : encryptedByFiles(parts);
  const all = gathered(parts.map(({ disks }) => disks));
  const disks = followed(all, (brought) => known(mergeDisks(brought).disks));
  const machineId = isOver
    ? await readMachineId(
        session,
        item,
        parts.map(({ attributes }) => attributes),
        disks,
      )
    : known(null);
  const [machine, missing] = await Promise.all([
    readMachineFact(session, machineId),
    isOver ? readMissing(session, attributes, disks) : known([]),
  ]);
  const made = inSight(machine, null);
  const [protection, old] = await Promise.all([
    // A vault protects machines of its own region only, whatever item of the same name it has.
    asked(machine, async (made) =>
      known(made?.provisioning === 'done' && pairedRegion === null ? await readProtection(session, vault, made) : UNPROTECTED),
    ),
    findItem(session, item),
  ]);
  const oldId = vmId.safeParse(old?.vmId).data;
  const keysThere = encrypted === false ? known(true) : (found?.isThere ?? null);
  return {
    vault,
    jobId,
    pairedRegion,
    status: own.status,
    failure: own.failure,
    progress: own.progress,
    startTime,
    // The job knows the machine's place in small letters only.
    item: oldId === undefined ? item : itemOf(vault, oldId),
    oldId: oldId ?? vmIdOf(item),
    attributes,
    parts,
    isolation,
    isolatedGroup,
    removed,
    completes,
    point,
    encrypted,
    held,
    chain: found?.chain ?? null,
    keysThere,
    keysSettling: found?.isSettling ?? false,
    disks,
    surplus: followed(all, (brought) => known(mergeDisks(brought).surplus)),
    missing,
    machineId,
    machine,
    open: made && encrypted !== false ? openDisks(made, disks) : NO_OPEN_DISKS,
    protection,
    policyName: old?.policyName ?? null,
    leftovers: gathered(parts.map(({ leftovers }) => leftovers)),
    keptLeftovers: allKept(parts.map(({ keptLeftovers }) => keptLeftovers)),
  };
}

/** Of what is not told of one nothing is known of all. */
export const allKept = (kept: readonly Fact<KeptFile[] | null>[]): Fact<KeptFile[] | null> =>
  followed(gathered(kept.map((fact) => followed(fact, (files) => known([files])))), (all) =>
    known(all.includes(null) ? null : all.flatMap((files) => files ?? [])),
  );

/** The same for a command: of a rehearsal that was removed nothing is made any more, also while its group is only going. @throws rehearsal-removed */
export async function readStandingJourney(session: AzureSession, vault: VaultPath, jobId: string): Promise<Journey> {
  return requireStanding(await readJourney(session, vault, jobId));
}

/** @throws Problem where its rehearsal was removed, and everything with it */
export function requireStanding<Read extends Pick<Journey, 'removed'>>(journey: Read): Read {
  if (journey.removed) throw new Problem('rehearsal-removed');
  return journey;
}

/** The point and what it tells of its keys; nothing of one that is gone. */
async function readPoint(session: AzureSession, item: ItemPath, time: string | null): Promise<Pick<Journey, 'point' | 'held'>> {
  try {
    const point = time === null ? undefined : await findPoint(session, item, time);
    return { point: point ?? null, held: point?.encrypted ? await readHeldKeys(session, item, point.id) : null };
  } catch (error) {
    if (isStatus(error, 404)) return { point: null, held: null };
    throw error;
  }
}

/** Only what is encrypted leaves a file with keys; without one nothing is proven, for Azure has not always left it. */
const encryptedByFiles = (parts: readonly RestorePart[]): true | null =>
  parts.some(({ attributes }) => attributes.encryptionInfoBlob !== null) || null;
