import { resourceGroupName, vmName, type ItemPath, type MachineOptions, type VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { readMachine } from '../../../azure/compute/machine';
import { toldFeatures } from '../../../azure/compute/machine-features';
import type { MachineSettings } from '../../../azure/compute/machine-settings';
import { listSizes, listSubnets, sizeJudge, skusInSight } from '../../../azure/compute/machine-options';
import { similarSize } from '../../../azure/compute/similar-size';
import { mayJoinGroup } from '../../../azure/compute/proximity-group';
import { parseArmId } from '../../../azure/connection/arm-id';
import { readPermissions, type Permissions } from '../../../azure/permissions';
import { listResourceGroups } from '../../../azure/resource-groups';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { seen } from '../../../facts';
import { readJourney, type Journey } from '../journey/journey';
import { machineIdOf } from '../journey/machine-place';
import { readToldSettings, tagsFor } from '../settings/old-and-new';

const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9];

/** The old name where it is free, else one like it that no machine of the group bears. */
export async function freeName(session: AzureSession, item: ItemPath, group: string): Promise<string> {
  const isTaken = async (name: string, inGroup: string) =>
    (await readMachine(session, machineIdOf(item, { group: resourceGroupName.parse(inGroup), name: vmName.parse(name) }))) !== undefined;
  if (!(await isTaken(item.vmName, item.vmGroup)) && !(await isTaken(item.vmName, group))) return item.vmName;
  const restored = `${item.vmName.slice(0, 53)}-restored`;
  for (const name of [restored, ...NUMBERS.map((number) => `${restored}-${String(number)}`)])
    if (!(await isTaken(name, group))) return name;
  return restored;
}

/** What a machine of the restored disks can be made of; its old name where that is free. */
export async function getMachineOptions(session: AzureSession, vault: VaultPath, jobId: string): Promise<MachineOptions> {
  const journey = await readJourney(session, vault, jobId);
  const { item, attributes, point, disks: found, pairedRegion } = journey;
  const disks = seen(found);
  const location = pairedRegion ?? (await vaultLocation(session, vault));
  const { subscriptionId } = vault;
  const group = attributes.targetGroup ?? item.vmGroup;
  const [name, sizes, skus, subnets, groups, told] = await Promise.all([
    freeName(session, item, group),
    listSizes(session, subscriptionId, location),
    skusInSight(session, subscriptionId, location),
    listSubnets(session, subscriptionId, location),
    listMachineGroups(session, subscriptionId),
    readToldSettings(session, journey),
  ]);
  const judge = sizeJudge(skus, disks);
  const faultOf = ({ name, maxDataDiskCount }: (typeof sizes)[number]) =>
    judge(name) ?? (maxDataDiskCount < disks.length - 1 ? ('size-too-few-disks' as const) : null);
  const fitting = sizes.filter((size) => faultOf(size) === null).map(({ name }) => name);
  const isSame = (size: string) => size.toLowerCase() === point?.vmSize?.toLowerCase();
  const old = sizes.find(({ name }) => isSame(name));
  const barred = old ? faultOf(old) : ('size-not-available' as const);
  const oldSize = point?.vmSize == null || barred === null ? null : { name: point.vmSize, barred };
  return {
    suggested: {
      name,
      group,
      size: oldSize ? similarSize(oldSize.name, skus, (size) => fitting.includes(size)) : (old?.name ?? null),
    },
    oldSize,
    sizes: fitting,
    subnets,
    groups,
    proximityGroup: await proximityGroupOf(session, journey, told, location),
    tags: tagsFor(journey, told),
  };
}

/** Name of the proximity placement group into which the new machine goes with nobody's further word. */
async function proximityGroupOf(
  session: AzureSession,
  { isolation }: Journey,
  told: readonly MachineSettings[],
  location: string,
): Promise<string | null> {
  if (isolation !== null) return null;
  const { proximityGroupId: id } = toldFeatures(told);
  return id !== null && (await mayJoinGroup(session, id, location)) ? (parseArmId(id)?.name ?? null) : null;
}

const PARALLEL = 8;

const NEEDED = [
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Network/networkInterfaces/write',
  'Microsoft.Network/networkInterfaces/join/action',
];

export const mayMakeMachines = ({ may }: Permissions): boolean => NEEDED.every(may);

/** The resource groups of a subscription, each with whether the user may make machines there. Who may everywhere is asked about once. */
export async function listMachineGroups(session: AzureSession, subscriptionId: string): Promise<MachineOptions['groups']> {
  const subscription = `/subscriptions/${subscriptionId}`;
  const [groups, everywhere] = await Promise.all([
    listResourceGroups(session, subscriptionId),
    readPermissions(session, subscription).then(mayMakeMachines),
  ]);
  return pLimit(PARALLEL).map(groups, async ({ name }) => ({
    name,
    allowed: everywhere || mayMakeMachines(await readPermissions(session, `${subscription}/resourceGroups/${name}`)),
  }));
}
