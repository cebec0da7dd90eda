import { ArmError, type ArmCall } from '../../arm/route';
import { guestOf } from '../../world/compute/guests';
import { FEATURES, featureState } from '../../world/subscriptions/features';
import { at, text } from '../../world/json';
import { wasEncrypted } from '../../world/compute/once-encrypted';
import { subscriptionOf } from '../../world/arm-ids';
import type { ArmResource, World } from '../../world/world';
import { atRest } from './at-rest';
import { disksOf } from './disk-encryption';
import { managedDiskIds } from './disks';
import { encryptsAtHost } from './sizes';

const isAtHost = (properties: Record<string, unknown>): boolean => at(properties, 'securityProfile', 'encryptionAtHost') === true;

/**
 * Encryption at host is chosen while a machine is off, of a size that can, in a subscription that is registered for it, and neither for a
 * machine nor for disks that Azure Disk Encryption encrypts or ever has. Codes are partly assumed.
 * Source: https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal (Restrictions, Prerequisites).
 * @throws ArmError 400 or 409
 */
export function requireHostEncryption({ world }: ArmCall, before: ArmResource | undefined, after: ArmResource): void {
  const isChosen = isAtHost(after.properties);
  if (before && isAtHost(before.properties) !== isChosen && guestOf(world, before.id).power !== 'deallocated') {
    throw notAllowed(`'securityProfile.encryptionAtHost' can be updated only when VM is in deallocated state. VM ID: ${before.id}.`);
  }
  if (!isChosen) return;
  if (!(before && isAtHost(before.properties))) requireOffer(world, after);
  if (disksOf(world, after).some(({ encryption }) => encryption !== undefined)) {
    throw notAllowed(`Encryption at host is not supported for VM '${after.name}' as Azure Disk Encryption is enabled on its disks.`);
  }
  const once = [text(after.properties['vmId']) ?? '', ...managedDiskIds(after)].find((id) => wasEncrypted(world, id));
  if (once === undefined) return;
  throw notAllowed(`Encryption at host is not supported for VM '${after.name}' as Azure Disk Encryption was enabled before: ${once}.`);
}

function requireOffer(world: World, { id, properties }: ArmResource): void {
  const size = text(at(properties, 'hardwareProfile', 'vmSize')) ?? '';
  if (!encryptsAtHost(size)) {
    throw new ArmError(400, 'InvalidParameter', `Encryption at host is not supported for VM size '${size}'.`);
  }
  if (featureState(world, subscriptionOf(id), FEATURES[0]) === 'Registered') return;
  throw new ArmError(
    400,
    'InvalidParameter',
    "The property 'securityProfile.encryptionAtHost' is not valid because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
  );
}

/** Disk encryption inside the machine goes with neither encryption at host nor a customer's key at rest. @throws ArmError 409 */
export function requireNoOtherEncryption({ world }: ArmCall, vm: ArmResource): void {
  if (isAtHost(vm.properties)) throw notAllowed(`Azure Disk Encryption is not supported for VM '${vm.name}' with encryption at host.`);
  const held = managedDiskIds(vm).find((id) => atRest(world.resources.get(id)?.properties ?? {}).diskEncryptionSetId !== undefined);
  if (held !== undefined) throw notAllowed(`Azure Disk Encryption is not supported for disk ${held} with a customer-managed key at rest.`);
}

const notAllowed = (message: string) => new ArmError(409, 'OperationNotAllowed', message);
