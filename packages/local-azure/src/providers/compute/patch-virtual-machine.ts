import { resourceOf } from '../../arm/resource-handlers';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { record, recordOrNone } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { beginOperation, pollHeaders } from './operations';
import { requireHostEncryption } from './other-encryption';
import { VM_TYPE } from './types';
import { refuseOtherDisk, requireEncryption } from './vm-checks';

const TAKES = 10_000;

/** Objects are merged, everything else replaces. */
function merged(before: unknown, changes: unknown): unknown {
  const given = recordOrNone(changes);
  if (!given) return changes;
  const kept = record(before);
  return { ...kept, ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, merged(kept[name], value)])) };
}

/** PATCH of a machine: size, tags, encryption settings and whatever else is named. */
export function patchVirtualMachine(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vm = resourceOf(call, VM_TYPE);
  const body = record(call.body);
  const changes = record(body['properties']);
  refuseOtherDisk(vm, changes);
  const tags = recordOrNone(body['tags']);
  const changed: ArmResource = {
    ...vm,
    ...(tags && { tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)])) }),
    properties: { ...record(merged(vm.properties, changes)), provisioningState: 'Updating' },
  };
  if (record(changes['storageProfile'])['osDisk'] !== undefined) requireEncryption(call, changed);
  requireHostEncryption(call, vm, changed);
  world.resources.put(changed);
  const operation = beginOperation(world, { kind: 'provisioned', id: vm.id }, TAKES);
  const { Location: _, ...headers } = pollHeaders(call, vm.location ?? '', operation);
  return { status: 200, headers, body: changed };
}
