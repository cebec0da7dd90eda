import { ComputeManagementClient } from '@azure/arm-compute';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor } from '../../testing/arm-caller';
import { connect } from '../../testing/connect';
import { setSizeOffer, type Shortage } from './size-offers';

const SIZE = 'Standard_DS2_v2';
const HOUR = 60 * 60_000;
const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/OperationsRG/providers`;
const subnet = {
  id: `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`,
};

let azure: LocalAzure;
let clientOf: (subscriptionId: string) => ComputeManagementClient;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'adele');
  clientOf = (subscriptionId) => new ComputeManagementClient(credential, subscriptionId, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterEach(() => azure.stop());

function shorten(shortage: Shortage | null, zones: readonly string[] | 'all' = 'all') {
  const of = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, location: 'westeurope', size: SIZE };
  setSizeOffer(azure.world, of, shortage && { shortage, zones });
}

async function listed(subscriptionId = PRODUCTION_SUBSCRIPTION_ID, location = 'westeurope') {
  const skus = await Array.fromAsync(clientOf(subscriptionId).resourceSkus.list({ filter: `location eq '${location}'` }));
  return skus.find(({ name }) => name === SIZE);
}

async function create(name: string, more: { zones?: string[]; size?: string } = {}) {
  const { zones, size = SIZE } = more;
  const call = await callerFor(azure, 'adele', '2024-05-01');
  const nic = `${group}/Microsoft.Network/networkInterfaces/${name}-nic`;
  await call('PUT', nic, { location: 'westeurope', properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] } });
  return clientOf(PRODUCTION_SUBSCRIPTION_ID).virtualMachines.beginCreateOrUpdate(
    'OperationsRG',
    name,
    {
      location: 'westeurope',
      ...(zones && { zones }),
      hardwareProfile: { vmSize: size },
      storageProfile: {
        imageReference: { publisher: 'Canonical', offer: 'UbuntuServer', sku: '16.04-LTS', version: 'latest' },
        osDisk: { createOption: 'FromImage' },
      },
      osProfile: { computerName: name, adminUsername: 'contosoadmin' },
      networkProfile: { networkInterfaces: [{ id: nic }] },
    },
    { updateIntervalInMs: 5 },
  );
}

async function failureOf(name: string) {
  azure.advance(HOUR);
  const view = await clientOf(PRODUCTION_SUBSCRIPTION_ID).virtualMachines.instanceView('OperationsRG', name);
  return view.statuses?.map(({ code }) => code);
}

describe('A size that is not offered to a subscription', () => {
  test('is listed with that, in its region alone', async () => {
    shorten('restricted');
    expect(await listed()).toMatchObject({
      locationInfo: [{ location: 'westeurope', zones: ['1', '2', '3'] }],
      restrictions: [
        {
          type: 'Location',
          values: ['westeurope'],
          restrictionInfo: { locations: ['westeurope'] },
          reasonCode: 'NotAvailableForSubscription',
        },
        { type: 'Zone', restrictionInfo: { zones: ['1', '2', '3'] } },
      ],
    });
    expect((await listed(TEST_SUBSCRIPTION_ID))?.restrictions).toEqual([]);
    expect(await listed(PRODUCTION_SUBSCRIPTION_ID, 'germanynorth')).toMatchObject({ locationInfo: [{ zones: [] }], restrictions: [] });
    shorten(null);
    expect((await listed())?.restrictions).toEqual([]);
  });

  test('is refused in its words, in the zones where it is not', async () => {
    shorten('restricted', ['1']);
    const [first, more] = (await listed())?.restrictions ?? [];
    expect([first, more]).toMatchObject([{ type: 'Zone', restrictionInfo: { zones: ['1'] } }, undefined]);
    await expect(create('Zoned', { zones: ['1'] })).rejects.toMatchObject({
      statusCode: 409,
      code: 'SkuNotAvailable',
      message: expect.stringContaining(`not available in location 'westeurope' zones '1' for subscription '${PRODUCTION_SUBSCRIPTION_ID}'`),
    });
    await create('Zoned', { zones: ['2'] });
    await create('Unzoned');
    expect(await failureOf('Unzoned')).toContain('ProvisioningState/succeeded');
  });

  test('is refused when a machine is to have it instead of its own', async () => {
    shorten('restricted');
    await create('Resized', { size: 'Standard_D2s_v3' });
    azure.advance(HOUR);
    const resized = clientOf(PRODUCTION_SUBSCRIPTION_ID).virtualMachines.beginUpdate('OperationsRG', 'Resized', {
      hardwareProfile: { vmSize: SIZE },
    });
    await expect(resized).rejects.toMatchObject({ statusCode: 409, code: 'SkuNotAvailable' });
  });
});

test('A scarce size is listed like any other, and refused when a machine is asked for', async () => {
  shorten('scarce');
  expect((await listed())?.restrictions).toEqual([]);
  await expect(create('Scarce')).rejects.toMatchObject({
    statusCode: 409,
    code: 'SkuNotAvailable',
    message: expect.stringContaining(`'Following SKUs have failed for Capacity Restrictions: ${SIZE}'`),
  });
});

test('A machine of an exhausted size is accepted, fails and is off, and starts once there is room', async () => {
  shorten('exhausted');
  await create('Waiting');
  expect(await failureOf('Waiting')).toEqual(['ProvisioningState/failed/AllocationFailed', 'PowerState/deallocated']);
  const { virtualMachines } = clientOf(PRODUCTION_SUBSCRIPTION_ID);
  await virtualMachines.beginStart('OperationsRG', 'Waiting');
  expect(await failureOf('Waiting')).toEqual(['ProvisioningState/failed/AllocationFailed', 'PowerState/deallocated']);
  shorten(null);
  await virtualMachines.beginStart('OperationsRG', 'Waiting');
  expect(await failureOf('Waiting')).toEqual(['ProvisioningState/succeeded', 'PowerState/running']);
  shorten('exhausted', ['3']);
  await create('InZone', { zones: ['3'] });
  expect(await failureOf('InZone')).toContain('ProvisioningState/failed/ZonalAllocationFailed');
});
