import { ArmError } from '../../arm/route';
import { guestOf } from '../../world/compute/guests';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { mostAccelerated } from './sizes';

const CACHING = ['None', 'ReadOnly', 'ReadWrite'];

/** How the host caches a disk, as Azure spells it; `usual` where a model does not say. @throws ArmError 400 */
export function cachingOf(disk: unknown, usual: string): string {
  const asked = text(at(disk, 'caching')) ?? usual;
  const found = CACHING.find((one) => one.toLowerCase() === asked.toLowerCase());
  if (found === undefined) throw invalid(`The value '${asked}' of parameter 'caching' is invalid.`);
  return found;
}

const takesUltra = ({ properties }: ArmResource) => at(properties, 'additionalCapabilities', 'ultraSSDEnabled') === true;

const isAccelerated = (disk: unknown) => at(disk, 'writeAcceleratorEnabled') === true;

/**
 * What a machine asks of its disks has to fit them and its size. Words of the refusals about Ultra Disks and about sizes are recorded or reported:
 * github.com/ansible-collections/azure/issues/1356, github.com/kubernetes-sigs/cluster-api-provider-azure/issues/2429; the others are assumed.
 * @throws ArmError 400
 */
export function requireDiskFeatures(world: World, vm: ArmResource): void {
  const { osDisk, dataDisks } = record(vm.properties['storageProfile']);
  const disks = [osDisk, ...list(dataDisks)];
  for (const disk of disks) {
    const sku = skuOf(world, disk);
    const caching = text(at(disk, 'caching')) ?? '';
    if (sku === 'UltraSSD_LRS' && !takesUltra(vm)) {
      throw invalid('StorageAccountType UltraSSD_LRS can be used only when additionalCapabilities.ultraSSDEnabled is set.');
    }
    if ((sku === 'UltraSSD_LRS' || sku === 'PremiumV2_LRS') && caching !== 'None') {
      throw invalid(`Storage Account type ${sku} is not supported with caching type ${caching}.`);
    }
    if (!isAccelerated(disk)) continue;
    if (!sku.startsWith('Premium_')) {
      throw invalid(`Storage Account type ${sku} is not supported on disks with Write Accelerator enabled.`);
    }
    if (caching === 'ReadWrite') {
      throw invalid('Caching type ReadWrite is not supported on disks with Write Accelerator enabled.');
    }
  }
  requireAccelerators(vm, disks.filter(isAccelerated).length);
}

function requireAccelerators({ properties }: ArmResource, count: number): void {
  const size = text(at(properties, 'hardwareProfile', 'vmSize')) ?? '';
  const most = mostAccelerated(size);
  if (count <= most) return;
  throw invalid(
    most === 0
      ? `VM size ${size} is not supported on disks with Write Accelerator enabled.`
      : `The maximum number of disks with Write Accelerator enabled of VM size ${size} is ${most}.`,
  );
}

/** Of a disk that is there its own kind counts; a VHD has none. */
function skuOf(world: World, disk: unknown): string {
  const id = text(at(disk, 'managedDisk', 'id'));
  const there = id === undefined ? undefined : world.resources.get(id);
  return text(at(there, 'sku', 'name')) ?? text(at(disk, 'managedDisk', 'storageAccountType')) ?? '';
}

/** Whether a machine takes Ultra Disks is changed while it is off. @throws ArmError 409 */
export function requireOffForUltra(world: World, before: ArmResource, after: ArmResource): void {
  if (takesUltra(before) === takesUltra(after) || guestOf(world, before.id).power === 'deallocated') return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `'additionalCapabilities.ultraSSDEnabled' can be updated only when VM is in deallocated state. VM ID: ${before.id}.`,
  );
}

const invalid = (message: string) => new ArmError(400, 'InvalidParameter', message);
