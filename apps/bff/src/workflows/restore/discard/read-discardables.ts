import type { DiscardKind, DiscardPlan, MissingRights, VaultPath } from '@tresor/contracts';
import { usersOfKeyVaults } from '../../../azure/compute/users-of-key-vault';
import { parseArmId, sameId, groupScope } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isRunning } from '../../../azure/jobs/jobs';
import { listTemporaryKeyVaults } from '../../../azure/keys/temporary-key-vaults';
import { listRestoreNetwork } from '../../../azure/network/restore-network';
import { readPermissions } from '../../../azure/permissions';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { seen } from '../../../facts';
import { own } from '../../../own';
import { lackingRights } from '../../rights/remedy-at';
import { readJourney, type Journey } from '../journey/journey';
import type { RestorePart } from '../journey/parts';
import type { Discardable } from './discardable';
import { stagedFiles, surplusVhds } from './staged-files';

export interface Discardables {
  vmName: string;
  state: DiscardPlan['state'];
  items: Discardable[];
  parts: readonly RestorePart[];
  /** What the user would need to see everything of the kinds that are looked for in the whole subscription. */
  toSee: MissingRights | null;
}

const GIB = 2 ** 30;

/** Everything a restore has made, in the order in which it is removed. */
export async function readDiscardables(session: AzureSession, vault: VaultPath, jobId: string): Promise<Discardables> {
  const journey = await readJourney(session, vault, jobId);
  const { subscriptionId } = vault;
  const hasMachine = seen(journey.machine) !== null;
  const state = stateOf(journey);
  const [network, keyVaults, files, toSee] = await Promise.all([
    listRestoreNetwork(session, subscriptionId, jobId),
    temporaryKeyVaults(session, journey),
    Promise.all(journey.parts.map((part) => stagedFiles(session, vault, part, hasMachine))),
    lackingRights(session, `/subscriptions/${subscriptionId}`, Object.keys(LISTED)),
  ]);
  const resources = [
    ...network.map(({ kind, id, name, inUse }) => ({ kind, id, name, bytes: null, reason: inUse ? ('in-use' as const) : null })),
    ...managedDisks(journey).flatMap((disk) => toResource(disk, state === 'in-use' && disk.managedBy !== null)),
  ];
  const items = await Promise.all(resources.map((resource) => judged(session, resource)));
  const { item, parts } = journey;
  return { vmName: item.vmName, state, items: [...items, ...files.flat(), ...keyVaults], parts, toSee };
}

/** Lists of the subscription are narrowed to what the user may see: by which right which kinds are seen whole. */
const LISTED: Readonly<Record<string, DiscardKind>> = {
  'Microsoft.Network/networkInterfaces/read': 'network-interface',
  'Microsoft.Network/publicIPAddresses/read': 'public-ip',
  'Microsoft.KeyVault/vaults/read': 'key-vault',
};

/** Kinds of which there may be more than the user sees. */
export const unseenKinds = ({ toSee }: Discardables): DiscardKind[] =>
  (toSee?.actions ?? []).flatMap((action) => own(LISTED, action) ?? []);

/** VHDs are files of the container. */
const managedDisks = ({ attributes, parts }: Journey): RestoredDisk[] =>
  attributes.targetGroup === null ? [] : parts.flatMap(({ disks }) => seen(disks));

function stateOf({ parts, machine }: Journey): DiscardPlan['state'] {
  if (parts.some(({ status }) => isRunning(status))) return 'running';
  return seen(machine) === null ? 'ready' : 'in-use';
}

/** Of disks, managed or not, the same as of everything else. */
export async function surplusOf(session: AzureSession, { vault, parts }: Journey, disks: readonly RestoredDisk[]): Promise<Discardable[]> {
  const managed = await Promise.all(disks.flatMap((disk) => toResource(disk, false)).map((resource) => judged(session, resource)));
  const vhds = await Promise.all(parts.map((part) => surplusVhds(session, vault, part, disks)));
  return [...managed, ...vhds.flat()];
}

const bytesOf = ({ gib }: RestoredDisk) => (gib === null ? null : gib * GIB);

/** By its name alone nothing is removed: somebody may have taken the tag off to keep it. */
const toResource = (disk: RestoredDisk, isNeeded: boolean): Resource[] => {
  const reason = disk.untagged ? 'untagged' : isNeeded ? 'in-use' : null;
  return disk.id === null ? [] : [{ kind: 'disk', id: disk.id, name: disk.name, bytes: bytesOf(disk), reason }];
};

const ACTIONS = {
  disk: 'Microsoft.Compute/disks/delete',
  'network-interface': 'Microsoft.Network/networkInterfaces/delete',
  'public-ip': 'Microsoft.Network/publicIPAddresses/delete',
  'key-vault': 'Microsoft.KeyVault/vaults/delete',
};

interface Resource extends Pick<Discardable, 'id' | 'name' | 'bytes' | 'reason' | 'keyVault'> {
  kind: keyof typeof ACTIONS;
}

async function judged(session: AzureSession, resource: Resource): Promise<Discardable> {
  const { kind, id } = resource;
  const common = { ...resource, place: parseArmId(id)?.resourceGroup ?? '', missing: null, staysDays: null };
  if (resource.reason !== null || (await readPermissions(session, id)).may(ACTIONS[kind])) return common;
  // Roles are given on groups, as a rule.
  return { ...common, reason: 'no-right', missing: await lackingRights(session, groupScope(id), [ACTIONS[kind]]) };
}

/** A key vault that opens a disk of somebody else stays. */
async function temporaryKeyVaults(session: AzureSession, journey: Journey): Promise<Discardable[]> {
  const { vault, jobId } = journey;
  const { subscriptionId } = vault;
  const made = await listTemporaryKeyVaults(session, subscriptionId, jobId);
  if (made.length === 0) return [];
  const own = managedDisks(journey).flatMap(({ id }) => id ?? []);
  const subscription = `/subscriptions/${subscriptionId}`;
  // Lists are narrowed to what the user may see, and prove nothing then.
  const [{ may }, lacking] = await Promise.all([
    readPermissions(session, subscription),
    lackingRights(session, subscription, ['Microsoft.Compute/disks/read', 'Microsoft.Compute/virtualMachines/read']),
  ]);
  const users = lacking === null ? await usersOfKeyVaults(session, subscriptionId, own) : null;
  const mayPurge = may('Microsoft.KeyVault/locations/deletedVaults/purge/action');
  const reasonOf = (id: string) => (users === null ? 'not-visible' : users.some((user) => sameId(user, id)) ? 'in-use' : null);
  return Promise.all(
    made.map(async (keyVault): Promise<Discardable> => {
      const { id, name, purgeProtected, retentionDays } = keyVault;
      const resource = await judged(session, { kind: 'key-vault', id, name, bytes: null, reason: reasonOf(id), keyVault });
      const missing = resource.reason === 'not-visible' ? lacking : resource.missing;
      return { ...resource, missing, staysDays: mayPurge && !purgeProtected ? null : retentionDays };
    }),
  );
}
