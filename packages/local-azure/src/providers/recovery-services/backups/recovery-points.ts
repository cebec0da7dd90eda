import { type ArmAnswer, type ArmCall, ArmError } from '../../../arm/route';
import { showKeys } from '../state/backup-keys';
import type { DiskConfiguration } from '../state/disk-exclusion';
import { filterOf, momentOf } from '../filter';
import { itemOfCall, type Item } from '../state/item-store';
import { stamp } from '../moments';
import { ITEM_TYPE, itemPath } from '../names';
import { contentsOf, expiries, hasSnapshot, livePoints, type Expiry, type RecoveryPoint } from '../state/recovery-point-store';
import { immutabilityOf, vaultOfCall } from '../state/vault-store';
import { param } from '../wire';
import { groupOf, subscriptionOf } from '../../../world/arm-ids';
import type { Threat } from '../../../world/compute/disk-contents';
import { guidOf } from '../../../world/stable-ids';

/** Times of Defender carry seven decimals and no zone. */
const defenderTime = (moment: number): string => new Date(moment).toISOString().replace('Z', '0000');

/** Severities from which on a point counts as unhealthy; below, it is a warning. Assumed: recorded are `High` and `Medium` together. */
const GRAVE: readonly Threat['severity'][] = ['High', 'Medium'];

/**
 * What a recovery point tells of threats, in the words recorded of API version 2026-07-01: `threatStatus` `Healthy`, `Warning` or
 * `UnHealthy` with `threatInfo`, and nothing at all of a point that was taken before the vault scanned at the source.
 */
function threatView(item: Item, { threats }: RecoveryPoint): Record<string, unknown> {
  if (!threats) return {};
  if (threats.length === 0) return { threatStatus: 'Healthy' };
  const threatStatus = threats.some(({ severity }) => GRAVE.includes(severity)) ? 'UnHealthy' : 'Warning';
  return { threatInfo: threats.map((threat) => infoOf(item, threat)), threatStatus };
}

function infoOf({ vmId, location }: Item, { title, description, severity, since }: Threat) {
  const alert = `alertId/${guidOf(`alert ${title} of ${vmId}`)}/subscriptionId/${subscriptionOf(vmId)}/resourceGroup/${groupOf(vmId)}`;
  return {
    threatTitle: title,
    threatDescription: description,
    lastUpdatedTime: defenderTime(since),
    threatState: 'Active',
    threatStartTime: defenderTime(since),
    threatEndTime: defenderTime(since),
    threatURI: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/${alert}/referencedFrom/alertDeepLink/location/${location}`,
    threatSeverity: severity,
  };
}

const FILTERS = ['startDate', 'endDate', 'restorePointQueryType', 'extendedInfo', 'moveReadyRPOnly', 'includeSoftDeletedRP'] as const;

/** GET {I}/recoveryPoints: newest first, without keys. */
export function list(call: ArmCall): ArmAnswer {
  const item = itemOfCall(call, vaultOfCall(call).id);
  const expiryOf = expiries(call.world, item);
  const points = livePoints(call.world, item).filter(pointBetween(call));
  return { status: 200, body: { value: points.map((point) => viewOf(call, item, point, expiryOf(point))) } };
}

/** Whether a point is of the time that a call's `$filter` names. */
export function pointBetween(call: ArmCall): (point: RecoveryPoint) => boolean {
  const filter = filterOf(call, FILTERS);
  const from = momentOf(filter.startDate) ?? 0;
  const to = momentOf(filter.endDate) ?? Infinity;
  return ({ takenAt }) => takenAt >= from && takenAt <= to;
}

/** GET {I}/recoveryPoints/{rp}: with the keys and secrets of its moment. */
export function get(call: ArmCall): ArmAnswer {
  const item = itemOfCall(call, vaultOfCall(call).id);
  const point = pointOfCall(call, item);
  return { status: 200, body: viewOf(call, item, point, expiries(call.world, item)(point), { withKeys: true }) };
}

/** The recovery point a path names. @throws 404 BMSUserErrorRecoveryPointNotFound */
export function pointOfCall(call: ArmCall, item: Item): RecoveryPoint {
  const point = livePoints(call.world, item).find(({ id }) => id === param(call, 'recoveryPointId'));
  if (!point) throw new ArmError(404, 'BMSUserErrorRecoveryPointNotFound', 'The specified recovery point was not found.');
  return point;
}

const diskConfigurationView = ({ includedDiskList, excludedDiskList }: DiskConfiguration) => ({
  numberOfDisksIncludedInBackup: includedDiskList.length,
  numberOfDisksAttachedToVm: includedDiskList.length + excludedDiskList.length,
  includedDiskList,
  excludedDiskList,
});

/** Tiers and what becomes of them: words, but numbers in the versions of the first years. */
const TIERS = { InstantRP: 1, HardenedRP: 2, ArchivedRP: 3 } as const;
const TIER_STATUS = { Valid: 1, Deleted: 3 } as const;
const NUMBERED_BEFORE = '2017-07-01';

/** Versions of the API from then on tell of threats. */
const SINCE_THREATS = '2026';

interface Tier {
  type: keyof typeof TIERS;
  status: keyof typeof TIER_STATUS;
}

function tiersOf({ world, apiVersion }: ArmCall, point: RecoveryPoint, isReplicated: boolean): unknown {
  const tiers: Tier[] = [
    ...(isReplicated ? [] : [{ type: 'InstantRP', status: hasSnapshot(world, point) ? 'Valid' : 'Deleted' } as const]),
    ...(point.snapshotOnly ? [] : [{ type: 'HardenedRP', status: point.archived ? 'Deleted' : 'Valid' } as const]),
    ...(point.archived ? [{ type: 'ArchivedRP', status: 'Valid' } as const] : []),
  ];
  return apiVersion >= NUMBERED_BEFORE ? tiers : tiers.map(({ type, status }) => ({ type: TIERS[type], status: TIER_STATUS[status] }));
}

/** A point as the service answers it. `replicated`: by the paired region, which has no snapshots. `withKeys`: keys and secrets of its moment, too. */
export function viewOf(
  call: ArmCall,
  item: Item,
  point: RecoveryPoint,
  expiry: Expiry | undefined,
  { withKeys = false, replicated = false } = {},
): unknown {
  const { world } = call;
  const keys = withKeys ? contentsOf(world, item, point.id)?.keys : undefined;
  const vault = world.resources.get(item.vaultId);
  const isImmutable = vault !== undefined && immutabilityOf(vault) !== 'Disabled';
  return {
    id: `${itemPath(item.vaultId, item.part)}/recoveryPoints/${point.id}`,
    name: point.id,
    type: `${ITEM_TYPE}/recoveryPoints`,
    properties: {
      objectType: 'IaasVMRecoveryPoint',
      recoveryPointType: point.type,
      recoveryPointTime: stamp(point.takenAt),
      recoveryPointAdditionalInfo: '',
      sourceVMStorageType: point.premium ? 'PremiumVMOnPartialPremiumStorage' : 'NormalStorage',
      isSourceVMEncrypted: point.encrypted,
      ...(keys && { keyAndSecret: showKeys(world, keys) }),
      isInstantIlrSessionActive: false,
      recoveryPointTierDetails: tiersOf(call, point, replicated),
      ...(replicated && { crossRegionRestoreState: 'Supported' }),
      isManagedVirtualMachine: point.managedDisks,
      virtualMachineSize: point.vmSize,
      originalStorageAccountOption: false,
      osType: point.osType,
      ...(point.zones && { zones: point.zones }),
      ...(point.diskConfiguration && { recoveryPointDiskConfiguration: diskConfigurationView(point.diskConfiguration) }),
      recoveryPointMoveReadinessInfo: {
        ArchivedRP: { isReadyForMove: false, additionalInfo: 'Recovery-Point RetentionTag Type is not eligible for Archive Move. ' },
      },
      securityType: point.securityType ?? 'None',
      ...(expiry && {
        recoveryPointProperties: {
          expiryTime: stamp(expiry.at),
          ...(expiry.rule && { ruleName: expiry.rule }),
          isSoftDeleted: item.deletedAt !== undefined,
          ...(isImmutable && { immutabilityProperties: { isImmutable } }),
        },
      }),
      isPrivateAccessEnabledOnAnyDisk: false,
      createdWithPolicyType: point.policyType,
      ...(call.apiVersion >= SINCE_THREATS && threatView(item, point)),
    },
  };
}
