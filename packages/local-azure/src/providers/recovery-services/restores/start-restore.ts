import { randomUUID } from 'node:crypto';
import type { ArmCall } from '../../../arm/route';
import { groupOf, nameOf } from '../../../world/arm-ids';
import { usDate } from '../moments';
import { AFTER_TRANSFER, MACHINE_SPAN } from '../state/durations';
import { claim, keyOfItem, type Item } from '../state/item-store';
import type { MachineTarget } from '../state/job-details';
import { startJob } from '../state/job-store';
import { contentsOf, type RecoveryPoint } from '../state/recovery-point-store';
import { spanOfRestore } from '../state/service-pace';
import type { RestoreRequest } from './restore-request';
import { disksToRestore } from './restored-disks';
import { groupOfTarget, machineTaskOf } from './restored-machine';
import { comesFromSnapshot } from './snapshots';

const JOB_TYPES = { AlternateLocation: 'Recover VM to an alternate location', OriginalLocation: 'Replace disks' } as const;

/** What becomes of a point’s disks. */
interface Destination {
  /** Where managed disks go; without it VHDs are put into the storage account. */
  targetGroupId?: string | undefined;
  /** Set when a whole machine is wanted, and not only its disks. */
  machine?: MachineTarget | undefined;
  /** The paired region, where the disks come back there. */
  region?: string;
}

/** `Group <resource group> <network>`, as the service names it. */
const networkOf = (subnetId: string): string => `Group ${groupOf(subnetId)} ${subnetId.split('/')[8] ?? ''}`;

/** How a job of the paired region tells whose it is. */
const vaultNamed = (vaultId: string) => ({
  'Subscription Id of the vault': vaultId.split('/')[2] ?? '',
  'Resource Group Name of the vault': groupOf(vaultId),
  'Vault name': nameOf(vaultId),
});

/**
 * Starts the job that brings the disks of a point back, and answers its id, which is its operation’s, too. In the item’s own region it has the
 * item to itself until it ends. The paired region has no snapshots.
 */
export function startRestore(
  { world, clientRequestId }: ArmCall,
  item: Item,
  point: RecoveryPoint,
  { storageAccountId, luns }: RestoreRequest,
  { machine, region, ...asked }: Destination,
): string {
  const id = randomUUID();
  const held = contentsOf(world, item, point.id);
  const gib = held ? disksToRestore(held, 0, luns).reduce((total, disk) => total + disk.gib, 0) : 0;
  const fromSnapshot = region === undefined && comesFromSnapshot(world, point, held);
  const span = spanOfRestore(world, gib, fromSnapshot);
  const targetGroupId = asked.targetGroupId ?? (machine && groupOfTarget(machine));
  startJob(
    world,
    {
      id,
      vaultId: item.vaultId,
      operation: region === undefined ? 'Restore' : 'CrossRegionRestore',
      ...(region !== undefined && { region }),
      itemKey: keyOfItem(item),
      vmId: item.vmId,
      vmName: item.vmName,
      part: item.part,
      activityId: clientRequestId,
      cancellable: region === undefined,
      tasks: [
        { id: 'Transfer data from vault', status: 'InProgress', startedAt: world.clock.now(), span, gigabytes: gib },
        ...(machine ? [{ id: machineTaskOf(machine), status: 'NotStarted' as const, span: MACHINE_SPAN }] : []),
      ],
      propertyBag: {
        'Job Type': machine ? JOB_TYPES[machine.recoveryType] : 'Recover disks',
        ...(machine?.recoveryType === 'AlternateLocation' && { 'Original VM Name': item.vmName }),
        'Target VM Name': machine ? nameOf(machine.vmId) : 'vmName',
        ...(machine?.subnetId !== undefined && { 'Target VNet Name': networkOf(machine.subnetId) }),
        'Target Storage Account Name': nameOf(storageAccountId),
        // The blank at the end is the service's.
        'Recovery point time ': usDate(point.takenAt),
        ...(targetGroupId !== undefined && { 'Target resource group': nameOf(targetGroupId) }),
        ...(region !== undefined && vaultNamed(item.vaultId)),
      },
      internalPropertyBag: {
        ...(region !== undefined && { AdHoc: 'AdHoc' }),
        restoreLocationType: machine?.recoveryType ?? 'RestoreDisks',
      },
      details: {
        pointId: point.id,
        storageAccountId,
        ...(luns && { dataDisks: luns }),
        fromSnapshot,
        ...(targetGroupId !== undefined && { target: targetGroupId }),
        ...(machine && { machine }),
      },
    },
    span + (machine ? MACHINE_SPAN : AFTER_TRANSFER),
    span,
  );
  if (region === undefined) claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: id });
  return id;
}
