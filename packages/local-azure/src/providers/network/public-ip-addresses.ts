import { randomUUID } from 'node:crypto';
import { deleteResource, putResource } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, record, text } from '../../world/json';
import type { World } from '../../world/world';
import { PUBLIC_IP_TYPE } from './types';
import { requireAddressQuota } from './usages';

/** The block that is reserved for examples. */
const BLOCK = '203.0.113';

/** PUT of a public address: one of the block that no other has, as long as there are any. */
export const putPublicAddress = putResource(PUBLIC_IP_TYPE, ({ id, location, body, properties, before }, call) => {
  if (!before) requireAddressQuota(call.world, { id, location });
  return {
    sku: body['sku'] === undefined ? { name: 'Basic', tier: 'Regional' } : record(body['sku']),
    properties: {
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      idleTimeoutInMinutes: 4,
      ...properties,
      ...(before?.properties['ipConfiguration'] !== undefined && { ipConfiguration: before.properties['ipConfiguration'] }),
      ipAddress: before?.properties['ipAddress'] ?? freeAddress(call.world, id),
      resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
      provisioningState: 'Succeeded',
    },
  };
});

function freeAddress(world: World, id: string): string {
  const taken = world.resources.list(PUBLIC_IP_TYPE, id.split('/').slice(0, 3).join('/')).map(({ properties }) => properties['ipAddress']);
  const free = Array.from({ length: 254 }, (_, i) => `${BLOCK}.${i + 1}`).find((address) => !taken.includes(address));
  if (free !== undefined) return free;
  throw new ArmError(409, 'PublicIPCountLimitReached', 'There is no public address left.');
}

/** Gives an address to an IP configuration, or takes it back. False when there is no such address. @throws ArmError 400 when another has it */
export function hold(world: World, id: string, configurationId: string | undefined): boolean {
  const address = world.resources.get(id);
  if (!address) return false;
  const holder = text(at(address.properties, 'ipConfiguration', 'id'));
  if (configurationId !== undefined && holder !== undefined && holder.toLowerCase() !== configurationId.toLowerCase()) {
    throw new ArmError(
      400,
      'PublicIPAddressInUse',
      `Resource ${configurationId} is referencing public IP address ${id} that is already allocated to resource ${holder}.`,
    );
  }
  const { ipConfiguration: _, ...properties } = address.properties;
  world.resources.put({
    ...address,
    properties: { ...properties, ...(configurationId !== undefined && { ipConfiguration: { id: configurationId } }) },
  });
  return true;
}

/** DELETE: not while an interface has it. */
export function deletePublicAddress(call: ArmCall): ArmAnswer {
  const holder = text(at(call.world.resources.get(call.path)?.properties, 'ipConfiguration', 'id'));
  if (holder === undefined) return deleteResource(call);
  throw new ArmError(
    400,
    'PublicIPAddressCannotBeDeleted',
    `Public IP address ${call.path} can not be deleted since it is still allocated to resource ${holder}.`,
  );
}
