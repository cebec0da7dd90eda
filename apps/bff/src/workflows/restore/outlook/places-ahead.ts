import type { ItemPath, TargetRegion } from '@tresor/contracts';
import { sameName, type Edition } from '@tresor/support-matrix';
import { listSubnets } from '../../../azure/compute/machine-options';
import type { AzureSession } from '../../../azure/connection/azure';
import { inSight } from '../../../azure/connection/upstream-failure';
import { readKeyVaultAccess } from '../../../azure/key-vault-access/read-access';
import { readPermissions } from '../../../azure/permissions';
import { listMachineGroups } from '../machine/machine-options';
import type { Ahead } from './rights-ahead';

/** What is chosen already of the restore. */
export interface Chosen {
  edition: Edition;
  recoveryPointId?: string | undefined;
  storageAccountId?: string | undefined;
  targetGroup?: string | undefined;
  /** In that of the vault unless told. */
  region?: TargetRegion | undefined;
}

/** Where the restore will be at work, as its forms propose it. */
export async function placesAhead(
  session: AzureSession,
  { item, held, keys, location, isPaired }: Pick<Ahead, 'item' | 'held' | 'keys' | 'location' | 'isPaired'>,
  { storageAccountId, targetGroup }: Chosen,
): Promise<Ahead> {
  const subscription = `/subscriptions/${item.subscriptionId}`;
  const [group, subnetIds, access] = await Promise.all([
    machineGroup(session, item, targetGroup),
    subnetToJoin(session, item, location),
    // By today's needs: the first backup is taken by the service as it is today.
    readKeyVaultAccess(session, keys?.keyVaultIds ?? [], 'current', held?.urls.key !== undefined),
  ]);
  return {
    item,
    held,
    keys,
    location,
    isPaired,
    group: `${subscription}/resourceGroups/${group}`,
    subnetIds,
    storageAccountIds: storageAccountId === undefined ? [] : [storageAccountId],
    diskGroup: targetGroup === undefined ? null : `${subscription}/resourceGroups/${targetGroup}`,
    closedToService: access.filter(({ state }) => state === 'lacking').map(({ id }) => id),
  };
}

/** The group of the disks or of the old machine where the user may make machines, else the first where that is so. */
async function machineGroup(
  session: AzureSession,
  { subscriptionId, vmGroup }: ItemPath,
  targetGroup: string | undefined,
): Promise<string> {
  const wanted = targetGroup ?? vmGroup;
  const open = (await inSight(listMachineGroups(session, subscriptionId))).filter(({ allowed }) => allowed);
  return (open.find(({ name }) => sameName(name, wanted)) ?? open[0])?.name ?? wanted;
}

const JOIN = 'Microsoft.Network/virtualNetworks/subnets/join/action';

/** A subnet that the user may join, else the first in sight. */
async function subnetToJoin(session: AzureSession, item: ItemPath, location: string): Promise<string[]> {
  const subnets = await inSight(listSubnets(session, item.subscriptionId, location));
  const judged = await Promise.all(subnets.map(async ({ id }) => ({ id, may: (await readPermissions(session, id)).may(JOIN) })));
  const chosen = judged.find(({ may }) => may) ?? judged[0];
  return chosen ? [chosen.id] : [`/subscriptions/${item.subscriptionId}`];
}
