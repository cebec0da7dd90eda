import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { at, list, text } from '../../world/json';
import { callerFor, type Caller } from '../../testing/arm-caller';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2024-05-01');
  await call('PUT', roomy, { location: 'westeurope', properties: { addressSpace, subnets: [] } });
});

afterAll(() => azure.stop());

const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NetworkRG/providers/Microsoft.Network`;
const vnet = `${group}/virtualNetworks/contoso-westeurope`;
/** One with room for subnets. */
const roomy = `${group}/virtualNetworks/roomy`;
const addressSpace = { addressPrefixes: ['10.0.0.0/16'] };

/** The address of an answered interface. */
const addressOf = ({ body }: { body: unknown }) =>
  at(list(at(body, 'properties', 'ipConfigurations'))[0], 'properties', 'privateIPAddress');

describe('networks', () => {
  test('are listed with their subnets', async () => {
    const { body } = await call('GET', `${group}/virtualNetworks`);
    expect(list(body['value']).map((one) => at(one, 'name'))).toContain('contoso-westeurope');
    expect(list((await call('GET', `${vnet}/subnets`)).body['value']).map((one) => at(one, 'name'))).toEqual(['default']);
  });

  test('get another subnet and lose it again', async () => {
    const settings = { properties: { addressPrefix: '10.0.8.0/24' } };
    expect((await call('PUT', `${roomy}/subnets/restore`, settings)).status).toBe(201);
    expect((await call('PUT', `${roomy}/subnets/restore`, settings)).status).toBe(200);
    expect((await call('GET', `${roomy}/subnets/restore`)).body).toMatchObject({
      name: 'restore',
      properties: { addressPrefix: '10.0.8.0/24' },
    });
    expect((await call('DELETE', `${roomy}/subnets/restore`)).status).toBe(200);
    expect((await call('GET', `${roomy}/subnets/restore`)).status).toBe(404);
  });
});

const subnet = (name: string, addressPrefix: string) => ({ name, properties: { addressPrefix } });
const putSubnets = async (...subnets: object[]) => {
  const { status, body } = await call('PUT', `${group}/virtualNetworks/told`, {
    location: 'westeurope',
    properties: { addressSpace, subnets },
  });
  return [status, at(body, 'error', 'code')];
};

describe('the subnets of a network', () => {
  test('share no address', async () => {
    expect(await putSubnets(subnet('a', '10.0.1.0/24'), subnet('b', '10.0.1.128/25'))).toEqual([400, 'NetcfgSubnetRangesOverlap']);
    expect(await putSubnets(subnet('a', '10.0.1.0/24'), subnet('b', '10.0.0.0/23'))).toEqual([400, 'NetcfgSubnetRangesOverlap']);
    expect(await putSubnets(subnet('a', '10.0.1.0/24'), subnet('b', '10.0.2.0/24'))).toEqual([201, undefined]);
    const again = await call('PUT', `${group}/virtualNetworks/told/subnets/c`, { properties: { addressPrefix: '10.0.2.0/25' } });
    expect(at(again.body, 'error', 'code')).toBe('NetcfgSubnetRangesOverlap');
  });

  test('that something lies in cannot be left out', async () => {
    const id = `${group}/virtualNetworks/told/subnets/a`;
    const properties = { ipConfigurations: [{ name: 'main', properties: { subnet: { id } } }] };
    await call('PUT', `${group}/networkInterfaces/inside`, { location: 'westeurope', properties });
    expect(await putSubnets()).toEqual([400, 'InUseSubnetCannotBeDeleted']);
    expect(await putSubnets(subnet('A', '10.0.1.0/24'))).toEqual([200, undefined]);
    await call('DELETE', `${group}/networkInterfaces/inside`);
    expect(await putSubnets()).toEqual([200, undefined]);
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

  test('gets an address of its own, keeps it, and keeps its subnet from being deleted', async () => {
    await call('PUT', `${roomy}/subnets/small`, { properties: { addressPrefix: '10.0.9.0/29' } });
    const nic = (name: string, more: object = {}) =>
      call('PUT', `${group}/networkInterfaces/${name}`, {
        location: 'westeurope',
        properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: `${roomy}/subnets/small` }, ...more } }] },
      });
    expect(addressOf(await nic('one'))).toBe('10.0.9.4');
    expect(addressOf(await nic('two', { privateIPAllocationMethod: 'Static', privateIPAddress: '10.0.9.6' }))).toBe('10.0.9.6');
    expect(addressOf(await nic('one'))).toBe('10.0.9.4');
    expect(addressOf(await nic('three'))).toBe('10.0.9.5');
    const full = await nic('four');
    expect([full.status, at(full.body, 'error', 'code')]).toEqual([400, 'SubnetIsFull']);
    expect(at(full.body, 'error', 'message')).toContain('Subnet small with address prefix 10.0.9.0/29 does not have enough capacity');
    const { body: usages } = await call('GET', `${roomy}/usages`);
    expect(list(at(usages, 'value')).find((one) => String(at(one, 'id')).endsWith('/small'))).toMatchObject({ currentValue: 3, limit: 3 });
    expect(at((await call('DELETE', `${roomy}/subnets/small`)).body, 'error', 'code')).toBe('InUseSubnetCannotBeDeleted');
    for (const name of ['one', 'two', 'three']) expect((await call('DELETE', `${group}/networkInterfaces/${name}`)).status).toBe(200);
    expect((await call('DELETE', `${roomy}/subnets/small`)).status).toBe(200);
  });

  test('shares its public address with nobody', async () => {
    const address = await call('PUT', `${group}/publicIPAddresses/alone`, { location: 'westeurope', properties: {} });
    const nic = (name: string) =>
      call('PUT', `${group}/networkInterfaces/${name}`, {
        location: 'westeurope',
        properties: {
          ipConfigurations: [
            { name: 'main', properties: { subnet: { id: `${vnet}/subnets/default` }, publicIPAddress: { id: address.body['id'] } } },
          ],
        },
      });
    expect((await nic('first-nic')).status).toBe(201);
    expect(at((await nic('second-nic')).body, 'error', 'code')).toBe('PublicIPAddressInUse');
    expect((await call('DELETE', `${group}/publicIPAddresses/alone`)).status).toBe(400);
    await call('DELETE', `${group}/networkInterfaces/first-nic`);
    expect((await call('DELETE', `${group}/publicIPAddresses/alone`)).status).toBe(200);
  });

  test('is left alone while its machine is being deleted', async () => {
    const vm = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/WebVM1`;
    const [first] = list(at((await call('GET', vm)).body, 'properties', 'networkProfile', 'networkInterfaces'));
    const nic = text(at(first, 'id')) ?? '';
    const { body: before } = await call('GET', nic);
    expect((await call('DELETE', vm)).status).toBe(202);
    expect(await call('PUT', nic, before)).toMatchObject({ status: 429, body: { error: { code: 'AnotherOperationInProgress' } } });
    azure.advance(60_000);
    expect((await call('PUT', nic, before)).body).not.toMatchObject({ error: { code: 'AnotherOperationInProgress' } });
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
