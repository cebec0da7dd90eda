import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor } from '../../testing/arm-caller';
import { connect } from '../../testing/connect';
import { setDiskQuota } from '../../world/compute/disk-quotas';

let azure: LocalAzure;
let compute: ComputeManagementClient;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'catastrophe', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => azure.stop());

async function usageOf(location: string) {
  const usages = await Array.fromAsync(compute.usage.list(location));
  return Object.fromEntries(usages.map(({ name, currentValue, limit }) => [name.value, [currentValue, limit]]));
}

const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/FactoryRG/providers`;
const subnet = {
  id: `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-northeurope/subnets/default`,
};

async function create(name: string, vmSize: string) {
  const call = await callerFor(azure, 'adele', '2024-05-01');
  const nic = `${group}/Microsoft.Network/networkInterfaces/${name}-nic`;
  await call('PUT', nic, {
    location: 'northeurope',
    properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] },
  });
  return compute.virtualMachines.beginCreateOrUpdate('FactoryRG', name, {
    location: 'northeurope',
    hardwareProfile: { vmSize },
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'UbuntuServer', sku: '16.04-LTS', version: 'latest' },
      osDisk: { createOption: 'FromImage' },
    },
    osProfile: { computerName: name, adminUsername: 'contosoadmin' },
    networkProfile: { networkInterfaces: [{ id: nic }] },
  });
}

describe('the cores of a region', () => {
  test('are counted in all and by family', async () => {
    expect(await usageOf('northeurope')).toMatchObject({
      cores: [4, 96],
      virtualMachines: [1, 25_000],
      standardESv3Family: [4, 4],
      standardDSv2Family: [0, 96],
    });
    expect(await usageOf('westeurope')).toMatchObject({ cores: [4, 350], standardESv3Family: [0, 350] });
  });

  test('are refused in Azure’s words when those of a family are used up', async () => {
    await expect(create('Refused', 'Standard_E4s_v3')).rejects.toMatchObject({
      statusCode: 409,
      code: 'OperationNotAllowed',
      message: expect.stringContaining(
        'exceeding approved standardESv3Family Cores quota. Additional details - Deployment Model: Resource Manager, Location: northeurope, Current Limit: 4, Current Usage: 4, Additional Required: 4, (Minimum) New Limit Required: 8.',
      ),
    });
  });

  test('leave room for another family', async () => {
    await create('Taken', 'Standard_DS2_v2');
    expect(await usageOf('northeurope')).toMatchObject({ cores: [6, 96], standardDSv2Family: [2, 96] });
  });
});

const disk = (sku: string, name = 'Spare') =>
  compute.disks.beginCreateOrUpdateAndWait('FactoryRG', name, {
    location: 'northeurope',
    sku: { name: sku },
    creationData: { createOption: 'Empty' },
    diskSizeGB: 32,
  });

describe('the disks of a region', () => {
  test('are counted by kind, and one too many of a kind is refused', async () => {
    const before = (await usageOf('northeurope'))['StandardSSDDiskCount']?.[0] ?? 0;
    setDiskQuota(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'northeurope', { StandardSSDDiskCount: before + 1 });
    await disk('StandardSSD_LRS');
    expect(await usageOf('northeurope')).toMatchObject({ StandardSSDDiskCount: [before + 1, before + 1], PremiumDiskCount: [1, 50_000] });
    const refused = { statusCode: 409, code: 'OperationNotAllowed', message: expect.stringContaining('StandardSSDDiskCount quota') };
    await expect(disk('StandardSSD_LRS', 'Second')).rejects.toMatchObject(refused);
    await disk('Standard_LRS', 'Second');
    await expect(disk('StandardSSD_LRS', 'Second')).rejects.toMatchObject(refused);
  });
});
