import { randomInt, randomUUID } from 'node:crypto';
import { putResource } from '../../arm/resource-handlers';
import { record } from '../../world/json';

export const PUBLIC_IP_TYPE = 'Microsoft.Network/publicIPAddresses';

/** PUT of a public address: one of the block that is reserved for examples. */
export const putPublicAddress = putResource(PUBLIC_IP_TYPE, ({ body, properties, before }) => ({
  sku: body['sku'] === undefined ? { name: 'Basic', tier: 'Regional' } : record(body['sku']),
  properties: {
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Static',
    idleTimeoutInMinutes: 4,
    ...properties,
    ipAddress: before?.properties['ipAddress'] ?? `203.0.113.${String(randomInt(1, 255))}`,
    resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
    provisioningState: 'Succeeded',
  },
}));
