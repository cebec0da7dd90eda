import { contentsOn } from '../../world/compute/disk-contents';
import { lockOf, opens, urlsIn } from '../../world/compute/disk-locks';
import { guestOf, putGuest, type Guest } from '../../world/compute/guests';
import { at, list, record, text } from '../../world/json';
import { readKey, readSecret } from '../../world/key-vault/key-vault-objects';
import type { ArmResource, World } from '../../world/world';
import { disksOf, hasEncryptionExtension, type AttachedDisk } from './disk-encryption';
import type { OperationError } from './operations';

/** What Azure cannot fetch for a machine that is to start; undefined when it can, or when the machine is not encrypted. */
export function keyTrouble(world: World, vm: ArmResource): OperationError | undefined {
  const settings = disksOf(world, vm).flatMap(({ encryption }) => encryption ?? []);
  for (const { secretUrl, keyUrl } of settings.map(urlsIn)) {
    if (readSecret(world, secretUrl).state !== 'present') return failure('retrieving secret', secretUrl);
    if (keyUrl !== undefined && readKey(world, keyUrl).state !== 'present') return failure('unwrapping the secret with the key', keyUrl);
  }
  return undefined;
}

const failure = (doing: string, url: string): OperationError => ({
  code: 'DiskEncryptionInternalError',
  message: `Unknown error encountered when ${doing} from the Key Vault with URL ${url}.`,
});

/**
 * Starts what is inside: it comes up, or asks for its recovery key when the disks were encrypted with something else, or stops where what
 * starts it is damaged.
 */
export function boot(world: World, vm: ArmResource): void {
  const [osDisk, ...dataDisks] = disksOf(world, vm);
  const linux = text(at(vm.properties, 'storageProfile', 'osDisk', 'osType'))?.toLowerCase() === 'linux';
  const { recovery: _, unmountedDataDisks: __, systemDamaged: ___, ...before } = guestOf(world, vm.id);
  const guest: Guest = { ...before, power: 'running' };
  if (osDisk && !isOpen(world, osDisk)) {
    putGuest(world, vm.id, { ...guest, recovery: linux ? 'LUKS' : 'BitLocker', agent: { ...guest.agent, running: false } });
    return;
  }
  if (osDisk && contentsOn(world, placeOf(osDisk)).damaged) {
    putGuest(world, vm.id, { ...guest, systemDamaged: true, agent: { ...guest.agent, running: false } });
    return;
  }
  // The extension holds the passphrase file of a Linux machine's data disks: until it runs nobody mounts them.
  const waits = linux && !hasEncryptionExtension(world, vm) && dataDisks.some((disk) => lockOf(world, placeOf(disk)) !== undefined);
  // The agent is a service of the system: one that hung comes up with it.
  putGuest(world, vm.id, { ...guest, agent: { ...guest.agent, running: true }, ...(waits && { unmountedDataDisks: true }) });
}

const placeOf = ({ id, vhd }: AttachedDisk): string => id ?? vhd ?? '';

function isOpen(world: World, disk: AttachedDisk): boolean {
  const lock = lockOf(world, placeOf(disk));
  return lock === undefined || opens(world, lock, disk.encryption);
}

/** The VHDs in a machine's model. */
export function vhdsOf(vm: ArmResource): string[] {
  const storage = record(vm.properties['storageProfile']);
  return [storage['osDisk'], ...list(storage['dataDisks'])].flatMap((disk) => text(at(disk, 'vhd', 'uri')) ?? []);
}
