import { afterEach, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { networkPace } from '../../world/time/pace';
import { at } from '../../world/json';

let azure: LocalAzure;
let call: Caller;
beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  networkPace.set(azure.world, LONGEST / 1000);
  call = await callerFor(azure, 'adele', '2023-11-01');
});
afterEach(() => azure.stop());

const LONGEST = 10_000;
const location = 'westeurope';
const network = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NetworkRG/providers/Microsoft.Network`;
const address = `${network}/publicIPAddresses/late-ip`;
const nic = `${network}/networkInterfaces/late-nic`;
const stateOf = ({ body }: { body: unknown }) => at(body, 'properties', 'provisioningState');
const putAddress = () => call('PUT', address, { location, sku: { name: 'Standard' }, properties: {} });
const operationOf = async () => new URL((await putAddress()).headers.get('azure-asyncoperation') ?? '').pathname;
const putInterface = (more: object = {}, subnet = `${network}/virtualNetworks/contoso-westeurope/subnets/default`) =>
  call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet }, ...more } }] } });

test('A public address is being provisioned for a while, and what names it before is asked to come again', async () => {
  expect([stateOf(await putAddress()), stateOf(await call('GET', address))]).toEqual(['Updating', 'Updating']);
  const early = await putInterface({ publicIPAddress: { id: address } });
  expect([early.status, early.headers.get('retry-after')]).toEqual([429, '10']);
  expect(early.body).toMatchObject({
    error: { code: 'RetryableError', details: [{ code: 'ReferencedResourceNotProvisioned', message: expect.stringContaining(address) }] },
  });
  azure.advance(LONGEST);
  expect(stateOf(await call('GET', address))).toBe('Succeeded');
  const made = await putInterface({ publicIPAddress: { id: address } });
  expect([made.status, stateOf(made)]).toEqual([201, 'Succeeded']);
  expect(stateOf(await putInterface({ publicIPAddress: { id: address } }))).toBe('Updating');
});

test('A network and its security group are, too', async () => {
  const nsg = `${network}/networkSecurityGroups/late-nsg`;
  const vnet = `${network}/virtualNetworks/late`;
  await call('PUT', nsg, { location, properties: {} });
  const prefixes = { addressPrefix: '10.9.0.0/24', networkSecurityGroup: { id: nsg } };
  const addressSpace = { addressPrefixes: ['10.9.0.0/16'] };
  const putNetwork = () => call('PUT', vnet, { location, properties: { addressSpace, subnets: [{ name: 'one', properties: prefixes }] } });
  expect((await putNetwork()).status).toBe(429);
  azure.advance(LONGEST);
  expect((await putNetwork()).status).toBe(201);
  expect((await putInterface({}, `${vnet}/subnets/one`)).status).toBe(429);
  azure.advance(LONGEST);
  expect((await putInterface({}, `${vnet}/subnets/one`)).status).toBe(201);
});

test('An operation is followed to its end, or called off by the one that comes after it', async () => {
  const first = await operationOf();
  expect((await call('GET', first)).body).toEqual({ status: 'InProgress' });
  azure.advance(LONGEST / 2);
  const second = await operationOf();
  expect((await call('GET', first)).body).toMatchObject({ status: 'Canceled', error: { code: 'Canceled' } });
  azure.advance(LONGEST / 2);
  expect(stateOf(await call('GET', address))).toBe('Updating');
  azure.advance(LONGEST / 2);
  expect([(await call('GET', second)).body, stateOf(await call('GET', address))]).toEqual([{ status: 'Succeeded' }, 'Succeeded']);
});

test('Where it takes no time, everything is there at once', async () => {
  networkPace.set(azure.world, 0);
  expect([stateOf(await putAddress()), (await putInterface({ publicIPAddress: { id: address } })).status]).toEqual(['Succeeded', 201]);
});
