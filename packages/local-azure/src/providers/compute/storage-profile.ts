import { randomUUID } from 'node:crypto';
import { ArmError, type ArmCall } from '../../arm/route';
import { nameOf } from '../../world/arm-ids';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { atRest, requireUsableSet } from './at-rest';
import { cachingOf } from './disk-features';
import { diskSku } from './disk-skus';
import { newDiskId } from './disks';
import { planOfNewDisk } from './purchase-plan';
import { requireDisk } from './quota';
import { securityOfNewDisk } from './security-type';
import { DISK_TYPE } from './types';
import { own } from '../../world/own';

const DEFAULT_GIB = 127;

/** The storage profile with an id for every managed disk; new disks are put into the tree. */
export function withDisks(call: ArmCall, vm: ArmResource): Record<string, unknown> {
  const profile = record(vm.properties['storageProfile']);
  const osDisk = withId(call, vm, spelled(record(profile['osDisk'])), 'osDisk', `${vm.name}_OsDisk_1_${randomUUID().replaceAll('-', '')}`);
  const dataDisks = list(profile['dataDisks']).map((disk, i) =>
    withId(call, vm, spelled(record(disk)), 'dataDisk', `${vm.name}_DataDisk_${String(i)}`),
  );
  return { ...profile, osDisk, dataDisks };
}

/** What a model need not say of a disk that is there. */
function attached(world: World, id: string): Record<string, unknown> {
  const { osType, diskSizeGB } = record(world.resources.get(id)?.properties);
  return { name: nameOf(id), ...(osType !== undefined && { osType }), ...(diskSizeGB !== undefined && { diskSizeGB }) };
}

/** Some clients write words of the model in lower case; they are kept as Azure spells them. */
function spelled(disk: Record<string, unknown>): Record<string, unknown> {
  const spell = (name: string) => {
    const word = text(own(disk, name));
    return word === undefined ? {} : { [name]: word.charAt(0).toUpperCase() + word.slice(1) };
  };
  return { ...disk, ...spell('osType'), ...spell('createOption') };
}

function withId(
  call: ArmCall,
  vm: ArmResource,
  asked: Record<string, unknown>,
  member: 'osDisk' | 'dataDisk',
  freshName: string,
): Record<string, unknown> {
  const disk = { ...asked, caching: cachingOf(asked, member === 'osDisk' ? 'ReadWrite' : 'None') };
  const managed = record(asked['managedDisk']);
  if (asked['vhd'] !== undefined) return disk;
  if (text(managed['id']) !== undefined) return { ...attached(call.world, text(managed['id']) ?? ''), ...disk };
  if (asked['createOption'] === 'Attach') {
    throw new ArmError(400, 'InvalidParameter', `Required parameter '${member}.managedDisk.id' is missing (null).`);
  }
  const name = text(asked['name']) ?? freshName;
  const id = newDiskId(vm.id, name);
  const storageAccountType = diskSku(text(managed['storageAccountType']) ?? 'Standard_LRS');
  const { osType } = asked;
  const diskSizeGB = Number(asked['diskSizeGB'] ?? DEFAULT_GIB);
  const encryption = atRest({ encryption: { diskEncryptionSetId: at(managed, 'diskEncryptionSet', 'id') } });
  requireUsableSet(call, encryption, vm.location ?? '');
  requireDisk(call.world, id, vm.location ?? '', storageAccountType);
  call.world.resources.put({
    id,
    name,
    type: DISK_TYPE,
    ...(vm.location !== undefined && { location: vm.location }),
    ...(vm['zones'] !== undefined && { zones: vm['zones'] }),
    sku: { name: storageAccountType },
    properties: {
      ...(osType !== undefined && { osType }),
      ...(member === 'osDisk' && { ...securityOfNewDisk(vm), ...planOfNewDisk(vm) }),
      diskSizeGB,
      diskState: 'Unattached',
      creationData: { createOption: asked['createOption'] },
      encryption,
      provisioningState: 'Succeeded',
    },
  });
  return { ...disk, name, diskSizeGB, managedDisk: { ...managed, storageAccountType, id } };
}
