import { ArmError } from '../../arm/route';
import { guestOf } from '../../world/compute/guests';
import { at, text } from '../../world/json';
import { own } from '../../world/own';
import type { ArmResource, World } from '../../world/world';
import { generationsOf } from './sizes';

/** A disk names how it is encrypted together with the kind of its machine: `ConfidentialVM_DiskEncryptedWithPlatformKey`. */
const kindOf = (resource: ArmResource | undefined) => {
  const type = text(at(resource?.properties, 'securityProfile', 'securityType')) ?? 'Standard';
  return type.split('_')[0] ?? type;
};

const osDiskOf = (world: World, vm: ArmResource): ArmResource | undefined => {
  const id = text(at(vm.properties, 'storageProfile', 'osDisk', 'managedDisk', 'id'));
  return id === undefined ? undefined : world.resources.get(id);
};

/** What the disk of its system makes a machine. */
export const generationOf = (world: World, vm: ArmResource): string =>
  text(at(osDiskOf(world, vm)?.properties, 'hyperVGeneration')) ?? 'V1';

/** What the disk of the system of a confidential machine is called by what of it is encrypted. */
const CONFIDENTIAL: Readonly<Record<string, readonly string[]>> = {
  DiskWithVMGuestState: ['ConfidentialVM_DiskEncryptedWithPlatformKey', 'ConfidentialVM_DiskEncryptedWithCustomerKey'],
  VMGuestStateOnly: ['ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey'],
  NonPersistedTPM: ['ConfidentialVM_NonPersistedTPM'],
};

const encryptionOf = ({ properties }: ArmResource) =>
  text(at(properties, 'storageProfile', 'osDisk', 'managedDisk', 'securityProfile', 'securityEncryptionType'));

/** What a machine with Trusted Launch, or a confidential one, gives the disk that is made with it. */
export function securityOfNewDisk(vm: ArmResource): Record<string, unknown> {
  const kind = kindOf(vm);
  const securityType = kind === 'ConfidentialVM' ? own(CONFIDENTIAL, encryptionOf(vm) ?? '')?.[0] : kind;
  return kind === 'Standard' ? {} : { hyperVGeneration: 'V2', securityProfile: { securityType } };
}

/**
 * A machine is of the security type of the disk of its system, and of a size that starts the disk's generation. Words of the first
 * refusal: github.com/Azure/azure-sdk-for-python/issues/30479. @throws ArmError 400
 */
export function requireSameSecurity(world: World, vm: ArmResource): void {
  requireTypeOfFirmware(vm);
  requireEncryptionType(vm);
  const disk = osDiskOf(world, vm);
  if (!disk || at(vm.properties, 'storageProfile', 'osDisk', 'createOption') !== 'Attach') return;
  if (kindOf(disk) !== kindOf(vm)) {
    throw new ArmError(400, 'BadRequest', 'Security type of VM is not compatible with the security type of attached OS Disk.');
  }
  requireEncryptionOfDisk(vm, disk);
  const size = text(at(vm.properties, 'hardwareProfile', 'vmSize')) ?? '';
  const generation = generationOf(world, vm);
  if (generationsOf(size).includes(generation)) return;
  const number = generation.slice(1);
  throw new ArmError(
    400,
    'BadRequest',
    `The selected VM size '${size}' cannot boot Hypervisor Generation '${number}'. If this was a Create operation please check that the Hypervisor Generation of the Image matches the Hypervisor Generation of the selected VM Size. If this was an Update operation please select a Hypervisor Generation '${number}' VM Size.`,
  );
}

/**
 * A confidential machine says what of the disk of its system is encrypted, and no other does. Words of the first refusal:
 * github.com/Azure/bicep-registry-modules/issues/5561. @throws ArmError 400
 */
function requireEncryptionType(vm: ArmResource): void {
  const [given, isConfidential] = [encryptionOf(vm), kindOf(vm) === 'ConfidentialVM'];
  if (isConfidential && given === undefined) {
    const member = 'managedDisk.securityProfile.securityEncryptionType';
    throw new ArmError(400, 'BadRequest', `Required parameter for Confidential VMs '${member}' is missing (null).`);
  }
  if (given === undefined || (isConfidential && own(CONFIDENTIAL, given) !== undefined)) return;
  throw new ArmError(400, 'InvalidParameter', `The value '${given}' of 'securityEncryptionType' is not valid for this virtual machine.`);
}

function requireEncryptionOfDisk(vm: ArmResource, { properties }: ArmResource): void {
  const given = encryptionOf(vm);
  const ofDisk = text(at(properties, 'securityProfile', 'securityType')) ?? '';
  if (given === undefined || own(CONFIDENTIAL, given)?.includes(ofDisk) === true) return;
  throw new ArmError(400, 'BadRequest', `'securityEncryptionType' ${given} does not match the attached OS Disk, which is ${ofDisk}.`);
}

/** Only with a security type a machine has settings of its firmware. @throws ArmError 400 */
function requireTypeOfFirmware(vm: ArmResource): void {
  if (at(vm.properties, 'securityProfile', 'uefiSettings') === undefined || kindOf(vm) !== 'Standard') return;
  throw new ArmError(400, 'InvalidParameter', "The property 'securityProfile.uefiSettings' is valid only where 'securityType' is set.");
}

const firmwareOf = ({ properties }: ArmResource) =>
  ['secureBootEnabled', 'vTpmEnabled'].map((name) => at(properties, 'securityProfile', 'uefiSettings', name) === true);

/** Security type and firmware are changed while a machine is off. @throws ArmError 409 */
export function requireOffForFirmware(world: World, before: ArmResource, after: ArmResource): void {
  const isSame = kindOf(before) === kindOf(after) && String(firmwareOf(before)) === String(firmwareOf(after));
  if (isSame || guestOf(world, before.id).power === 'deallocated') return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `'securityProfile.securityType' and 'securityProfile.uefiSettings' can be updated only when VM is in deallocated state. VM ID: ${before.id}.`,
  );
}
