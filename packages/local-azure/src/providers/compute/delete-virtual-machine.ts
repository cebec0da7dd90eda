import type { ArmAnswer, ArmCall } from '../../arm/route';
import { beginOperation, pollHeaders } from './operations';

const TAKES = 36_000;

/** DELETE of a machine: long-running; its disks stay. */
export function deleteVirtualMachine(call: ArmCall): ArmAnswer {
  const vm = call.world.resources.get(call.path);
  if (!vm) return { status: 204 };
  const operation = call.world.write(() => {
    call.world.resources.put({ ...vm, properties: { ...vm.properties, provisioningState: 'Deleting' } });
    return beginOperation(call.world, { kind: 'delete', id: vm.id }, TAKES);
  });
  return { status: 202, headers: pollHeaders(call, vm.location ?? '', operation) };
}
