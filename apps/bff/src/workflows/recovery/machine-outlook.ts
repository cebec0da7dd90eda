import type { ItemPath, RecoveryOutlook, RecoveryPoint, RecoveryTarget } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { readStanding } from '../../azure/items/standing';
import { listResourceGroups } from '../../azure/resource-groups';
import { readHeldKeys } from '../../azure/restores/held-keys';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { targetsFor } from '../restore/keys/key-vault-targets';
import { readOutlook } from '../restore/outlook/outlook';
import { choosePoint } from './choose-point';
import { accountFor, diskGroupOf, groupOf } from './disk-places';
import { firstWay } from './keys-way';

type Plan = Pick<RecoveryRecord, 'edition' | 'moment' | 'target'>;

const PARALLEL = 4;

/** What stands before some machines of a plan. */
export const readMachineOutlooks = (session: AzureSession, items: readonly ItemPath[], plan: Plan): Promise<RecoveryOutlook[]> =>
  pLimit(PARALLEL).map(items, (item) => readMachineOutlook(session, item, plan));

/** What a machine of a plan is up against, before anything is done. */
async function readMachineOutlook(session: AzureSession, item: ItemPath, plan: Plan): Promise<RecoveryOutlook> {
  const { edition, moment, target } = plan;
  const [{ point, refused, hasSuspicious }, machine, groups, accountId] = await Promise.all([
    choosePoint(session, item, moment),
    readStanding(session, vmIdOf(item)),
    listResourceGroups(session, item.subscriptionId),
    accountFor(session, item, edition),
  ]);
  const group = groupOf(item, target);
  const told = point ?? refused;
  const disks = point && diskGroupOf(item, target, edition, point);
  const places = { ...(accountId !== undefined && { storageAccountId: accountId }), ...(disks != null && { targetGroup: disks }) };
  const outlook = point && (await readOutlook(session, item, { edition, recoveryPointId: point.id, ...places }));
  const hasGroup = groups.some(({ name }) => name.toLowerCase() === group.toLowerCase());
  return {
    item,
    machine,
    point: point ? pointTold(point) : null,
    hasSuspicious,
    verdict: told?.verdict ?? null,
    keyChain: told?.keyChain ?? null,
    steps: outlook?.steps ?? [],
    keysWay: point ? await wayFor(session, item, point) : null,
    target: { name: item.vmName, group, size: told?.vmSize ?? null },
    conflicts: [
      ...(standsInTheWay(item, target, machine) ? ['machine-there' as const] : []),
      ...(hasGroup ? [] : ['group-missing' as const]),
      ...(accountId === undefined ? ['no-storage-account' as const] : []),
    ],
    storageAccountId: accountId ?? null,
  };
}

const pointTold = ({ id, time, tiers, encrypted, threat }: RecoveryPoint) => ({ id, time, tiers, encrypted, threat });

/** Under its old name in its old group the machine can stand only once. */
export const standsInTheWay = (item: ItemPath, target: RecoveryTarget, machine: RecoveryOutlook['machine']): boolean =>
  machine === 'there' && groupOf(item, target).toLowerCase() === item.vmGroup.toLowerCase();

async function wayFor(
  session: AzureSession,
  item: ItemPath,
  { id, keyChain, verdict }: RecoveryPoint,
): Promise<RecoveryOutlook['keysWay']> {
  if (keyChain === null || verdict.state !== 'needs-keys') return null;
  return firstWay(keyChain, await targetsFor(session, item, await readHeldKeys(session, item, id)));
}
