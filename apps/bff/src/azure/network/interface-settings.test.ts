import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { movePrivateAddress, readInterface } from './interface-settings';

const nicId = (name: string) =>
  `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/${name}`;
const nic = (name: string, privateIPAddress: string) => ({
  id: nicId(name),
  name,
  location: 'westeurope',
  properties: { ipConfigurations: [{ name: 'one', properties: { privateIPAddress, privateIPAllocationMethod: 'Dynamic' } }] },
});

it('an address is taken once Azure, which only accepts that its interface goes, has removed that', async () => {
  let looks = 0;
  await using azure = await startTestAzure(({ method, path }) => {
    if (method === 'DELETE') return { status: 202 };
    if (method === 'PUT') return { body: {} };
    if (path.endsWith('/new')) return { body: nic('new', '10.0.0.4') };
    looks += 1;
    return looks > 2 ? { status: 404, body: { error: { code: 'ResourceNotFound' } } } : { body: nic('old', '10.0.0.77') };
  });
  await movePrivateAddress(await azure.session('adele'), nicId('old'), nicId('new'), '10.0.0.77');
  const asked = azure.azure.received.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
  expect(asked).toEqual(['GET old', 'DELETE old', 'GET old', 'GET old', 'GET new', 'PUT new']);
  expect(azure.azure.received.at(-1)?.body).toContain('"privateIPAddress":"10.0.0.77","privateIPAllocationMethod":"Static"');
});

it('an address whose interface goes, while Azure says no more of that, is given back', async () => {
  let isGoing = false;
  await using azure = await startTestAzure(({ method, path }) => {
    if (method === 'PUT') return { body: {} };
    if (isGoing) return { status: 429, headers: { 'retry-after': '3600' }, body: { error: { code: 'TooManyRequests' } } };
    isGoing = method === 'DELETE';
    return isGoing ? { status: 202 } : { body: nic(path.split('/').at(-1) ?? '', '10.0.0.77') };
  });
  await expect(movePrivateAddress(await azure.session('adele'), nicId('old'), nicId('new'), '10.0.0.77')).rejects.toThrow();
  const last = azure.azure.received.at(-1);
  expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(`PUT ${nicId('old')}`);
  expect(last?.body).toContain('"privateIPAddress":"10.0.0.77","privateIPAllocationMethod":"Static"');
});

it('of several configurations the primary one counts, and what else hangs on an interface is told', async () => {
  const pool = { id: '/loadBalancers/front/backendAddressPools/web' };
  const ipConfigurations = [
    { name: 'a', properties: { primary: false, privateIPAddress: '10.0.0.8' } },
    { name: 'b', properties: { primary: true, privateIPAddress: '10.0.0.7', loadBalancerBackendAddressPools: [pool] } },
  ];
  const properties = { ipConfigurations, dnsSettings: { dnsServers: ['10.0.0.4'] }, enableIPForwarding: true };
  await using azure = await startTestAzure(() => ({ body: { ...nic('old', ''), properties } }));
  expect(await readInterface(await azure.session('adele'), nicId('old'))).toMatchObject({
    address: '10.0.0.7',
    otherAddresses: ['10.0.0.8'],
    memberOf: [pool.id],
    dnsServers: ['10.0.0.4'],
    forwards: true,
    accelerated: false,
  });
});
