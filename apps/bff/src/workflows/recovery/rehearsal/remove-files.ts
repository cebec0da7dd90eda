import type { DiscardResult, RehearsalLeft, RehearsalThing } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import type { RecoveryMachineRecord } from '../../../store/recovery-plans';
import { removed, removeEmptied } from '../../restore/discard/discard-restore';
import { keptFiles, type KeptFiles } from '../../restore/discard/kept-files';
import type { Discardable } from '../../restore/discard/discardable';
import { stagedFiles } from '../../restore/discard/staged-files';
import { readParts, type RestorePart } from '../../restore/journey/parts';
import { readRestoreJob } from '../../restore/journey/restore-job';
import { vaultOf } from '../machine-key';
import type { RecoveryInHand } from '../recovery-in-hand';

const PARALLEL = 4;

/** Removes what the restores put into their storage accounts, and tells of what is listed there after that. */
export async function removeFiles(hand: RecoveryInHand, azure: AzureSession): Promise<RehearsalLeft[]> {
  const found = await pLimit(PARALLEL).map(hand.record.machines, async (machine) => ({ machine, ...(await stagedOf(azure, machine)) }));
  await hand.noteStood(found.flatMap(({ files }) => files.filter((file) => !isUnseen(file)).map(thingOf)));
  const left = await pLimit(PARALLEL).map(found, async ({ machine, parts, files }) => {
    const results: DiscardResult[] = [];
    for (const file of files) results.push(await removed(azure, file));
    await removeEmptied(azure, parts);
    azure.forget();
    const stay = files.length === 0 ? [] : (await stagedOf(azure, machine)).files;
    const there = stay.map((file): RehearsalLeft => ({
      ...thingOf(file),
      state: file.reason === 'firewalled' ? 'firewalled' : isUnseen(file) ? 'unseen' : 'left',
      until: null,
      message: results.find((one) => one.name === file.name)?.message ?? null,
    }));
    return [...there, ...keptOf(await keptFiles(azure, parts), hand.record.rehearsal?.stood ?? [], there)];
  });
  return left.flat();
}

const isIn =
  ({ name }: RehearsalThing) =>
  (place: string) =>
    name.startsWith(`${place}/`);

/** What stood and is deleted, as far as its storage account still keeps it, or nobody could tell whether it does. */
function keptOf({ files, untold }: KeptFiles, stood: readonly RehearsalThing[], there: readonly RehearsalLeft[]): RehearsalLeft[] {
  const isThere = (thing: RehearsalThing) => there.some(({ name }) => name === thing.name || isIn(thing)(name));
  return stood
    .filter(({ kind }) => kind === 'vhd' || kind === 'file')
    .flatMap((thing): RehearsalLeft[] => {
      const found = files.find(({ place, name }) => (name === null ? isIn(thing)(place) : thing.name === `${place}/${name}`));
      if (found) return [{ ...thing, state: 'soft-deleted', until: found.until?.toISOString() ?? null, message: null }];
      const isUntold = untold.some(isIn(thing)) && !isThere(thing);
      return isUntold ? [{ ...thing, state: 'kept-untold', until: null, message: null }] : [];
    });
}

/** Then it stands for all that may be in its container. */
const isUnseen = ({ reason }: Discardable) => reason === 'not-visible' || reason === 'firewalled';

const thingOf = (file: Discardable): RehearsalThing => ({
  kind: file.kind === 'vhd' ? 'vhd' : 'file',
  name: isUnseen(file) ? file.place : `${file.place}/${file.name}`,
});

/** What was restored for a machine, and what of it lies in storage accounts. */
async function stagedOf(
  azure: AzureSession,
  { item, jobId }: RecoveryMachineRecord,
): Promise<{ parts: RestorePart[]; files: Discardable[] }> {
  if (jobId === null) return { parts: [], files: [] };
  const vault = vaultOf(item);
  try {
    const { own, more } = await readParts(azure, vault, await readRestoreJob(azure, vault, jobId));
    const parts = [own, ...more];
    return { parts, files: (await Promise.all(parts.map((part) => stagedFiles(azure, vault, part, false)))).flat() };
  } catch (error) {
    if (isStatus(error, 404)) return { parts: [], files: [] };
    throw error;
  }
}
