import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { at, list } from '../../world/json';
import { callerFor, type Caller } from '../testing';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2024-05-01');
});

afterAll(() => azure.stop());

const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NetworkRG/providers/Microsoft.Network`;
const vnet = `${group}/virtualNetworks/contoso-westeurope`;

describe('networks', () => {
  test('are listed with their subnets', async () => {
    const { body } = await call('GET', `${group}/virtualNetworks`);
    expect(list(body['value']).map((one) => at(one, 'name'))).toContain('contoso-westeurope');
    expect(list((await call('GET', `${vnet}/subnets`)).body['value']).map((one) => at(one, 'name'))).toEqual(['default']);
  });

  test('get another subnet and lose it again', async () => {
    const settings = { properties: { addressPrefix: '10.0.8.0/24' } };
    expect((await call('PUT', `${vnet}/subnets/restore`, settings)).status).toBe(201);
    expect((await call('PUT', `${vnet}/subnets/restore`, settings)).status).toBe(200);
    expect((await call('GET', `${vnet}/subnets/restore`)).body).toMatchObject({
      name: 'restore',
      properties: { addressPrefix: '10.0.8.0/24' },
    });
    expect((await call('DELETE', `${vnet}/subnets/restore`)).status).toBe(200);
    expect((await call('GET', `${vnet}/subnets/restore`)).status).toBe(404);
  });
});

describe('a network interface', () => {
  test('lies in a subnet and may have a public address', async () => {
    const address = await call('PUT', `${group}/publicIPAddresses/front`, { location: 'westeurope', properties: {} });
    expect(address.body).toMatchObject({ properties: { ipAddress: expect.stringMatching(/^203\.0\.113\./) } });
    const nic = await call('PUT', `${group}/networkInterfaces/front-nic`, {
      location: 'westeurope',
      properties: {
        ipConfigurations: [
          { name: 'main', properties: { subnet: { id: `${vnet}/subnets/default` }, publicIPAddress: { id: address.body['id'] } } },
        ],
      },
    });
    expect(nic).toMatchObject({
      status: 201,
      body: { properties: { provisioningState: 'Succeeded', ipConfigurations: [{ name: 'main' }] } },
    });
  });

  test('is refused in a network that is not there', async () => {
    const subnet = { id: `${group}/virtualNetworks/nowhere/subnets/default` };
    const { status, body } = await call('PUT', `${group}/networkInterfaces/lost-nic`, {
      location: 'westeurope',
      properties: { ipConfigurations: [{ name: 'main', properties: { subnet } }] },
    });
    expect(status).toBe(404);
    expect(at(body, 'error', 'code')).toBe('InvalidResourceReference');
  });
});
