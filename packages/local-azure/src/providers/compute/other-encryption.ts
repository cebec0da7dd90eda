import { ArmError, type ArmCall } from '../../arm/route';
import { guestOf } from '../../world/guests';
import { at } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { atRest } from './at-rest';
import { disksOf } from './disk-encryption';
import { managedDiskIds } from './disks';

const isAtHost = (properties: Record<string, unknown>): boolean => at(properties, 'securityProfile', 'encryptionAtHost') === true;

/** Encryption at host is chosen while a machine is off, and not for one that encrypts its disks itself. @throws ArmError 409 */
export function requireHostEncryption({ world }: ArmCall, before: ArmResource | undefined, after: ArmResource): void {
  if (before && isAtHost(before.properties) !== isAtHost(after.properties) && guestOf(world, before.id).power !== 'deallocated') {
    throw notAllowed(`'securityProfile.encryptionAtHost' can be updated only when VM is in deallocated state. VM ID: ${before.id}.`);
  }
  if (isAtHost(after.properties) && disksOf(world, after).some(({ encryption }) => encryption !== undefined)) {
    throw notAllowed(`Encryption at host is not supported for VM '${after.name}' as Azure Disk Encryption is enabled on its disks.`);
  }
}

/** Disk encryption inside the machine goes with neither encryption at host nor a customer's key at rest. @throws ArmError 409 */
export function requireNoOtherEncryption({ world }: ArmCall, vm: ArmResource): void {
  if (isAtHost(vm.properties)) throw notAllowed(`Azure Disk Encryption is not supported for VM '${vm.name}' with encryption at host.`);
  const held = managedDiskIds(vm).find((id) => atRest(world.resources.get(id)?.properties ?? {}).diskEncryptionSetId !== undefined);
  if (held !== undefined) throw notAllowed(`Azure Disk Encryption is not supported for disk ${held} with a customer-managed key at rest.`);
}

const notAllowed = (message: string) => new ArmError(409, 'OperationNotAllowed', message);
