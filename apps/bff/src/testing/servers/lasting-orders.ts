import { itemDetails, policy, restore } from '@tresor/contracts';
import * as z from 'zod';
import { IGNITE, OPERATIONS } from '../contoso-places';
import { seen } from '../../facts';
import { toldOptions } from '../planning';
import type { Morning } from './morning';
import { accepted, lasting, type MachineName, type Order } from './order';
import type { Stage } from './stage';
import type { Visitor } from './visitor';

type Place = Pick<Stage, 'azure' | 'visitor'>;

const itemOf = ([group, vm]: MachineName) => `${OPERATIONS}/items/${group}/${vm}`;

/** What tells of them at servers of every version: an older one leaves out what it does not know. */
const itemState = z.object(itemDetails.pick({ protectionState: true }).shape);
const restoredMachine = z.object(restore.pick({ machineId: true }).shape);

const stateOf = async (visitor: Visitor, item: MachineName) => (await visitor.read(itemState, itemOf(item))).protectionState;

/** Ends the protection of an item and keeps its data. */
export function stopped({ visitor }: Place, item: MachineName): Order {
  const isStopped = async (asking: Visitor) => (await stateOf(asking, item)) === 'ProtectionStopped';
  return lasting(`end of ${item[1]}’s protection`, 'POST', `${itemOf(item)}/stop`, { data: 'retain' }, isStopped, visitor);
}

/** Protects a stopped item again. */
export function resumed({ visitor }: Place, item: MachineName): Order {
  const isProtected = async (asking: Visitor) => (await stateOf(asking, item)) !== 'ProtectionStopped';
  return lasting(`protection of ${item[1]} again`, 'POST', `${itemOf(item)}/resume`, { policyName: 'DefaultPolicy' }, isProtected, visitor);
}

/** Makes a policy. */
export function newPolicy({ visitor }: Place, name: string): Order {
  const draft = {
    name,
    kind: 'standard',
    timeZone: 'W. Europe Standard Time',
    schedule: { frequency: 'daily', time: '21:30' },
    retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
    instantRestoreDays: 2,
  };
  const isThere = async (asking: Visitor) => {
    const found = await asking.read(z.array(policy), `${IGNITE}/policies`);
    return found.filter((one) => one.name === name).length === 1;
  };
  return lasting(`policy ${name}`, 'POST', `${IGNITE}/policies`, { policy: draft }, isThere, visitor);
}

/** Makes the machine of a restore whose disks are there. */
export async function newMachine({ azure, visitor }: Place, path: Morning['ready'][number], name: string): Promise<Order> {
  const { subnets, suggested } = await visitor.ask.get(toldOptions, `${path}/machine/options`);
  const machine = { name, group: suggested.group, size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  const isMade = async (asking: Visitor) => {
    const found = await asking.read(restoredMachine, path);
    return seen(found.machineId)?.endsWith(`/${name}`) === true;
  };
  const order = lasting(`machine ${name}`, 'PUT', `${path}/machine`, { machine }, isMade, visitor);
  const made = accepted(azure, /virtualMachines\/write$/i, name);
  return { ...order, count: async () => (made() > 0 ? order.count() : 0) };
}
