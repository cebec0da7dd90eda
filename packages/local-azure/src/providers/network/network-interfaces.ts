import { randomUUID } from 'node:crypto';
import { putResource } from '../../arm/resource-handlers';
import { ArmError } from '../../arm/route';
import { at, list, record, text } from '../../world/json';

export const NIC_TYPE = 'Microsoft.Network/networkInterfaces';

/** PUT of a network interface: every configuration must lie in a subnet that is there. */
export const putNetworkInterface = putResource(NIC_TYPE, ({ id, properties, before }, call) => {
  const ipConfigurations = list(properties['ipConfigurations']).map((given, i) => {
    const configuration = record(given);
    const subnet = text(at(configuration, 'properties', 'subnet', 'id')) ?? '';
    if (!call.world.resources.get(subnet.replace(/\/subnets\/[^/]+$/i, ''))) {
      throw new ArmError(404, 'InvalidResourceReference', `Resource ${subnet} referenced by resource ${id} was not found.`);
    }
    const name = text(configuration['name']) ?? 'ipconfig1';
    const own = { provisioningState: 'Succeeded', privateIPAllocationMethod: 'Dynamic', privateIPAddressVersion: 'IPv4', primary: i === 0 };
    const settings = { privateIPAddress: `10.0.0.${String(4 + i)}`, ...own, ...record(configuration['properties']) };
    return { name, id: `${id}/ipConfigurations/${name}`, properties: settings };
  });
  return {
    properties: {
      ...properties,
      ipConfigurations,
      resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
      enableIPForwarding: properties['enableIPForwarding'] ?? false,
      provisioningState: 'Succeeded',
    },
  };
});
