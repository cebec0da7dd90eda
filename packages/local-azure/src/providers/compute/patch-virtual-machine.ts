import { resourceOf } from '../../arm/resource-handlers';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { record, recordOrNone } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { attachInstead } from './attachments';
import { managedDiskIds } from './disks';
import { requireConditions } from './conditions';
import { identityAfter } from '../../arm/identity';
import { refuseMembers } from '../../arm/refuse-members';
import { keepUserData, withoutSecrets } from './machine-secrets';
import { beginOperation, pollHeaders } from './operations';
import { requireHostEncryption } from './other-encryption';
import { withDisks } from './storage-profile';
import { VM_TYPE } from './types';
import { OF_MACHINES } from './unserved-members';
import { refuseOtherDisk, requireChangeable, requireEncryption } from './vm-checks';
import { own } from '../../world/own';

/** A clock that only somebody's hand turns would let a client poll for ever. */
const takesFor = ({ clockMode }: World) => (clockMode.mode === 'standing' ? 0 : 10_000);

/** Objects are merged, everything else replaces. */
function merged(before: unknown, changes: unknown): unknown {
  const given = recordOrNone(changes);
  if (!given) return changes;
  const kept = record(before);
  return { ...kept, ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, merged(own(kept, name), value)])) };
}

/** The model after a change. The disk of another operating system brings its own name and size. */
function modelAfter(call: ArmCall, vm: ArmResource, changes: Record<string, unknown>): ArmResource {
  const properties = { ...record(merged(vm.properties, changes)), provisioningState: 'Updating' };
  const model: ArmResource = { ...vm, properties };
  const given = recordOrNone(changes['storageProfile']);
  if (!given) return model;
  const storageProfile = record(model.properties['storageProfile']);
  const { name: _, diskSizeGB: __, ...osDisk } = record(storageProfile['osDisk']);
  const isSwapped = managedDiskIds(vm)[0]?.toLowerCase() !== managedDiskIds(model)[0]?.toLowerCase();
  const other = isSwapped ? { osDisk: { ...osDisk, ...record(given['osDisk']) } } : {};
  const asked = { ...model, properties: { ...properties, storageProfile: { ...storageProfile, ...other } } };
  return { ...asked, properties: { ...asked.properties, storageProfile: withDisks(call, asked) } };
}

/** PATCH of a machine: size, tags, disks, encryption settings and whatever else is named. */
export function patchVirtualMachine(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vm = resourceOf(call, VM_TYPE);
  const body = record(call.body);
  refuseMembers(body, OF_MACHINES);
  requireConditions(call, vm);
  const changes = record(body['properties']);
  refuseOtherDisk(world, vm, changes);
  const tags = recordOrNone(body['tags']);
  const changed: ArmResource = {
    ...modelAfter(call, vm, withoutSecrets(changes)),
    ...identityAfter(call, vm, body['identity']),
    ...(tags && { tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)])) }),
  };
  if (record(changes['storageProfile'])['osDisk'] !== undefined) requireEncryption(call, changed);
  requireHostEncryption(call, vm, changed);
  requireChangeable(call, vm, changed);
  attachInstead(world, vm, changed);
  world.resources.put(changed);
  keepUserData(world, vm.id, changes);
  const operation = beginOperation(world, { kind: 'provisioned', id: vm.id }, takesFor(world));
  const { Location: _, ...headers } = pollHeaders(call, vm.location ?? '', operation);
  return { status: 200, headers, body: changed };
}
