import { contentsOn } from '../../../world/compute/disk-contents';
import { guestOf } from '../../../world/compute/guests';
import { at, list, text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { holdKeys } from '../state/backup-keys';
import { diskConfigurationOf, withoutExcluded } from '../state/disk-exclusion';
import type { Item } from '../state/item-store';
import { findPolicy } from '../state/policy-store';
import { contentsOf, saveContents, savePoint } from '../state/recovery-point-store';
import type { RecoveryPoint } from '../state/recovery-point-store';
import { scansAtSource } from '../state/vault-store';
import { encryptionOf, managedDisksOf, osDiskOf, osTypeOf, plainDisksOf } from '../state/vm-disks';

/** How consistent a backup of a machine is at this moment: nobody inside takes part while it is off. */
export function consistencyOf(world: World, vm: ArmResource, item: Item): RecoveryPoint['type'] {
  const policy = findPolicy(world, item.vaultId, item.policyName)?.properties;
  if (policy?.snapshotConsistencyType === 'OnlyCrashConsistent') return 'CrashConsistent';
  if (guestOf(world, vm.id).power !== 'running') return 'CrashConsistent';
  return osTypeOf(vm) === 'Linux' ? 'FileSystemConsistent' : 'AppConsistent';
}

/** Keeps what a machine is at this moment, with its keys, for a recovery point to come. */
export function holdContents(world: World, item: Item, vm: ArmResource, pointId: string): void {
  const encryption = encryptionOf(world, vm);
  const backedUp = withoutExcluded(vm, item.exclusion);
  const plainDisks = encryption ? plainDisksOf(world, backedUp) : [];
  saveContents(world, item, pointId, {
    vm: backedUp,
    disks: managedDisksOf(world, backedUp),
    ...(item.exclusion && { diskConfiguration: diskConfigurationOf(vm, backedUp) }),
    ...(encryption && { keys: holdKeys(world, encryption) }),
    ...(plainDisks.length > 0 && { plainDisks }),
    system: contentsOn(world, osDiskOf(vm)),
  });
}

/** Adds a recovery point whose contents are held already. */
export function addPoint(
  world: World,
  item: Item,
  id: string,
  taken: Pick<RecoveryPoint, 'takenAt' | 'ranAt' | 'expiresAt' | 'type' | 'bytes' | 'snapshotOnly'>,
): void {
  const held = contentsOf(world, item, id);
  const policy = findPolicy(world, item.vaultId, item.policyName)?.properties;
  const vault = world.resources.get(item.vaultId);
  const securityType = text(at(held?.vm.properties, 'securityProfile', 'securityType'));
  const zones = list(held?.vm['zones']).flatMap((zone) => text(zone) ?? []);
  savePoint(world, item, {
    id,
    ...taken,
    osType: item.osType,
    vmSize: text(at(held?.vm.properties, 'hardwareProfile', 'vmSize')) ?? '',
    encrypted: held?.keys !== undefined,
    managedDisks: (held?.disks.length ?? 0) > 0,
    premium: held?.disks.some((disk) => text(at(disk, 'sku', 'name'))?.startsWith('Premium')) ?? false,
    ...(zones.length > 0 && { zones }),
    instantDays: policy?.instantRpRetentionRangeInDays ?? 2,
    policyType: policy?.policyType ?? 'V1',
    ...(securityType !== undefined && { securityType }),
    ...(held?.diskConfiguration && { diskConfiguration: held.diskConfiguration }),
    ...(held && vault && scansAtSource(vault) && { threats: held.system?.threats ?? [] }),
  });
}
