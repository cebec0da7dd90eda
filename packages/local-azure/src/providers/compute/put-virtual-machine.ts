import { randomUUID } from 'node:crypto';
import { wanted } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { HEALTHY_GUEST, putGuest } from '../../world/compute/guests';
import { reserveInterfaces } from '../../world/network/interface-reservations';
import { at, record, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { attach, attachInstead } from './attachments';
import { requireConditions } from './conditions';
import { identityAfter } from '../../arm/identity';
import { refuseMembers } from '../../arm/refuse-members';
import { keepUserData, withoutSecrets } from './machine-secrets';
import { beginOperation, pollHeaders } from './operations';
import { requireHostEncryption } from './other-encryption';
import { planOf } from './purchase-plan';
import { withDisks } from './storage-profile';
import { VM_TYPE } from './types';
import { OF_MACHINES } from './unserved-members';
import { nicIdsOf, refuseOtherDisk, requireChangeable, requireCreatable, requireRoom } from './vm-checks';
import { computeTime } from '../../arm/compute-time';

/** Milliseconds from the request for a machine to its first start. */
export const CREATE_TAKES = 45_000;
const UPDATE_TAKES = 10_000;

/** PUT of a machine: 201 when new, 200 when not, long-running. Disks that the model only names are created with it. */
export function putVirtualMachine(call: ArmCall): ArmAnswer {
  const { world } = call;
  const { id, name, location, tags, properties: given, before, body } = wanted(call, VM_TYPE);
  refuseMembers(body, OF_MACHINES);
  requireConditions(call, before);
  const properties = withSystem(given);
  if (!before && text(at(properties, 'storageProfile', 'osDisk', 'createOption')) === undefined) {
    throw new ArmError(400, 'InvalidParameter', "Required parameter 'storageProfile.osDisk.createOption' is missing (null).");
  }
  if (before) refuseOtherDisk(world, before, properties);
  const zones = body['zones'] ?? before?.['zones'];
  let interfaces: string[] = [];
  const make = () => {
    const vm: ArmResource = {
      id,
      name,
      type: VM_TYPE,
      location,
      ...(tags && { tags }),
      ...(zones !== undefined && { zones }),
      ...planOf(before, body),
      ...identityAfter(call, before, body['identity']),
      properties: {
        ...before?.properties,
        ...withoutSecrets(properties),
        vmId: before?.properties['vmId'] ?? randomUUID(),
        timeCreated: before?.properties['timeCreated'] ?? computeTime(world.clock.now()),
        provisioningState: before ? 'Updating' : 'Creating',
      },
    };
    const model = { ...vm, properties: { ...vm.properties, storageProfile: withDisks(call, vm) } };
    requireHostEncryption(call, before, model);
    if (before) {
      requireChangeable(call, before, model);
      attachInstead(world, before, model);
    } else {
      requireCreatable(call, model);
      interfaces = nicIdsOf(model);
      requireRoom(call, model);
      // A disk that another machine holds is seen before any interface is kept.
      interfaces = [];
      attach(world, model);
    }
    world.resources.put(model);
    keepUserData(world, id, given);
    if (before) return beginOperation(world, { kind: 'provisioned', id }, UPDATE_TAKES);
    putGuest(world, id, { ...HEALTHY_GUEST, power: 'starting', agent: { ...HEALTHY_GUEST.agent, installed: hasAgent(properties) } });
    return beginOperation(world, { kind: 'created', id }, CREATE_TAKES);
  };
  const operation = orReserved(
    () => world.write(make),
    () => reserveInterfaces(world, interfaces, id),
  );
  const { Location: _, ...headers } = pollHeaders(call, location, operation);
  return { status: before ? 200 : 201, headers, body: world.resources.get(id) };
}

/** What is refused leaves nothing but what is kept for the next attempt. */
function orReserved<Made>(make: () => Made, reserve: () => void): Made {
  try {
    return make();
  } catch (error) {
    reserve();
    throw error;
  }
}

/** Publishers whose images are of Windows. */
const OF_WINDOWS = /^Microsoft(?:WindowsServer|WindowsDesktop|SQLServer|SharePoint|VisualStudio|DynamicsNAV)/i;

/** The model with the system that is on the image of its disk, which a model need not name. */
function withSystem(properties: Record<string, unknown>): Record<string, unknown> {
  const storage = record(properties['storageProfile']);
  const osDisk = record(storage['osDisk']);
  if (osDisk['osType'] !== undefined || text(osDisk['createOption'])?.toLowerCase() !== 'fromimage') return properties;
  const publisher = text(at(storage, 'imageReference', 'publisher'));
  const isLinux =
    at(properties, 'osProfile', 'linuxConfiguration') !== undefined || (publisher !== undefined && !OF_WINDOWS.test(publisher));
  return { ...properties, storageProfile: { ...storage, osDisk: { ...osDisk, osType: isLinux ? 'Linux' : 'Windows' } } };
}

/** The agent is installed from the image unless the model says otherwise. */
function hasAgent(properties: Record<string, unknown>): boolean {
  const { windowsConfiguration, linuxConfiguration } = record(properties['osProfile']);
  return [windowsConfiguration, linuxConfiguration].every((one) => at(one, 'provisionVMAgent') !== false);
}
