import type { ArmCall } from '../../../arm/route';
import { guestOf } from '../../../world/compute/guests';
import type { World } from '../../../world/world';
import type { Item } from './item-store';
import { stamp, timeSpan } from '../moments';
import { ITEM_TYPE, itemPath, vaultKey, VM_TYPE } from '../names';
import { findPolicy } from './policy-store';
import { livePoints, type RecoveryPoint } from './recovery-point-store';
import { scansAtSource, softDeleteOf } from './vault-store';

const GREEN = {
  code: 400239,
  title: 'IaasVmHealthGreenDefault',
  message: 'Backup pre-check status of this virtual machine is OK.',
  recommendations: [],
};

const AGENT_OUTDATED = {
  code: 380016,
  title: 'UserErrorGuestAgentVersionUnsupported',
  message: 'Does not have the latest agent installed.',
  recommendations: ['Update the agent to the latest version.'],
};

/** The oldest agent of Windows with which the documentation calls a machine supported. */
const OLDEST_AGENT = '2.6.1198.718';

function hasOldAgent(world: World, { vmId, osType }: Item): boolean {
  const { agent } = guestOf(world, vmId);
  return osType === 'Windows' && agent.installed && agent.version.localeCompare(OLDEST_AGENT, 'en', { numeric: true }) < 0;
}

/** What the service thinks of the machine of an item. */
function healthOf(world: World, item: Item): Record<string, unknown> {
  const { lastBackup } = item;
  if (!lastBackup) return { healthStatus: 'Passed' };
  if (lastBackup.status === 'Failed') return { healthStatus: 'ActionRequired', healthDetails: [lastBackup.error ?? GREEN] };
  if (hasOldAgent(world, item)) return { healthStatus: 'ActionSuggested', healthDetails: [AGENT_OUTDATED] };
  return { healthStatus: 'Passed', healthDetails: [GREEN] };
}

/** What the service writes before the first backup, together with an empty status. */
const NO_BACKUP_YET = '2001-01-01T00:00:00Z';

/** An item as the service answers it, keys in its order; unknown things are left out. */
export function itemView(call: ArmCall, item: Item, expanded = false): unknown {
  const { lastBackup } = item;
  const failed = lastBackup?.status === 'Failed';
  const policy = item.policyName ? findPolicy(call.world, item.vaultId, item.policyName) : undefined;
  return {
    id: itemPath(item.vaultId, item.part),
    name: `VM;${item.part}`,
    type: ITEM_TYPE,
    properties: {
      friendlyName: item.vmName,
      virtualMachineId: item.vmId,
      protectionStatus: failed ? 'Unhealthy' : 'Healthy',
      protectionState: item.state,
      ...healthOf(call.world, item),
      lastBackupStatus: lastBackup?.status ?? '',
      lastBackupTime: lastBackup ? stamp(lastBackup.startedAt) : NO_BACKUP_YET,
      protectedItemDataId: item.dataId,
      ...(expanded && { extendedInfo: extendedInfo(call.world, item) }),
      extendedProperties: {
        ...(item.exclusion && { diskExclusionProperties: item.exclusion }),
        ...(item.osType === 'Linux' && { linuxVmApplicationName: '' }),
      },
      ...(policy?.properties.policyType === 'V2' && { policyType: 'V2' }),
      protectedItemType: VM_TYPE,
      backupManagementType: 'AzureIaasVM',
      workloadType: 'VM',
      containerName: item.part,
      sourceResourceId: item.vmId,
      policyId: item.policyName ? `${item.vaultId}/backupPolicies/${item.policyName}` : '',
      policyName: item.policyName,
      ...(item.lastPointAt !== undefined && { lastRecoveryPoint: stamp(item.lastPointAt) }),
      ...deferredDelete(call.world, item),
      vaultId: `${call.origin}${item.vaultId}`,
      isArchiveEnabled: false,
      softDeleteRetentionPeriod: item.deletedAt === undefined ? 0 : retentionDays(call.world, item),
      ...(call.apiVersion >= '2026' && { sourceLocation: item.location, ...sourceScan(call.world, item) }),
    },
  };
}

/** What scanning at the source has found: its recovery points tell which of them are concerned. */
function sourceScan(world: World, item: Item): Record<string, unknown> {
  const vault = world.resources.get(item.vaultId);
  const isConfigured = vault !== undefined && scansAtSource(vault);
  const summary = isConfigured ? summaryOf(livePoints(world, item)) : 'Unknown';
  return { sourceSideScanInfo: { sourceSideScanStatus: isConfigured ? 'Configured' : 'NotConfigured', sourceSideScanSummary: summary } };
}

/** Nothing is known before the first point that was scanned. */
function summaryOf(points: readonly RecoveryPoint[]): string {
  const scanned = points.flatMap(({ threats }) => (threats === undefined ? [] : [threats.length > 0]));
  if (scanned.length === 0) return 'Unknown';
  return scanned.includes(true) ? 'Suspicious' : 'Healthy';
}

function extendedInfo(world: World, item: Item): unknown {
  const points = livePoints(world, item);
  const oldest = points.at(-1);
  return {
    ...(oldest && { oldestRecoveryPoint: stamp(oldest.takenAt) }),
    recoveryPointCount: points.length,
    policyInconsistent: false,
  };
}

/** The service names the moment of deletion, not that of the purge, and counts down beside it. */
function deferredDelete(world: World, item: Item): Record<string, unknown> {
  if (item.deletedAt === undefined) return {};
  return {
    deferredDeleteTimeInUTC: stamp(item.deletedAt),
    isScheduledForDeferredDelete: true,
    deferredDeleteTimeRemaining: timeSpan(Math.max(0, purgeTime(world, item, item.deletedAt) - world.clock.now())),
  };
}

/** When the data of an item deleted at a moment is gone for good. */
export function purgeTime(world: World, item: Item, deletedAt: number): number {
  return deletedAt + retentionDays(world, item) * 86_400_000;
}

/** For how long deleted data is kept. */
function retentionDays(world: World, item: Item): number {
  const vault = world.resources.get(vaultKey(item.vaultId).slice(0, -1));
  return vault ? softDeleteOf(vault).retentionDays : 14;
}
