import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../../seeds/company';
import { connect } from '../../../testing/connect';
import { setCoreQuota } from '../../compute/quota';
import { setDiskQuota } from '../../../world/compute/disk-quotas';
import { at } from '../../../world/json';
import { beginRestore, groupId, jobDetails } from '../../../testing/restoring';
import { clientsOf, HOUR, MINUTE, openCompany, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;
const GROUP = 'OperationsRG';
const network = `${groupId('NetworkRG')}/providers/Microsoft.Network/virtualNetworks/contoso-westeurope`;

let company: Company;
let adele: Clients;
let compute: ComputeManagementClient;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
  const { credential, httpClient } = await connect(company, 'adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => company.stop());

const newMachine = (name: string, more: object = {}) => ({
  recoveryType: 'AlternateLocation',
  targetVirtualMachineId: vmId(GROUP, name),
  targetResourceGroupId: groupId(GROUP),
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
  ...more,
});
const begin = (name: string, more: object, clients = adele) => beginRestore(company, clients, VAULT, GROUP, name, more);
const tasksOf = async (id: string) => {
  const { extendedInfo } = await jobDetails(adele, VAULT, id);
  return extendedInfo?.tasksList?.map(({ taskId, status }) => [taskId, status]);
};

describe('A machine that is not encrypted', () => {
  test('comes back as a new one beside the old', async () => {
    const id = await begin('AppVM1', newMachine('AppVM1Again'));
    expect(await tasksOf(id)).toEqual([
      ['Transfer data from vault', 'InProgress'],
      ['Create the restored virtual machine', 'NotStarted'],
    ]);
    company.advance(3 * HOUR);
    const job = await jobDetails(adele, VAULT, id);
    expect(job).toMatchObject({
      status: 'Completed',
      extendedInfo: {
        propertyBag: {
          'Job Type': 'Recover VM to an alternate location',
          'Original VM Name': 'AppVM1',
          'Target VM Name': 'AppVM1Again',
          'Target VNet Name': `Group ${network.split('/')[4]} ${network.split('/').at(-1)}`,
        },
      },
    });
    const made = await compute.virtualMachines.get(GROUP, 'AppVM1Again', { expand: 'instanceView' });
    expect(made.storageProfile).toMatchObject({
      osDisk: { osType: 'Windows', createOption: 'Attach' },
      dataDisks: [{ lun: 0, diskSizeGB: 128 }],
    });
    expect(made.instanceView?.statuses?.at(-1)?.code).toBe('PowerState/running');
    expect((await compute.virtualMachines.get(GROUP, 'AppVM1')).name).toBe('AppVM1');
  });

  test('gets the disks of the point in place of its own, which stay', async () => {
    const disksOf = async () => {
      const { storageProfile } = await compute.virtualMachines.get(GROUP, 'AppVM1');
      return [storageProfile?.osDisk, ...(storageProfile?.dataDisks ?? [])].map((disk) => disk?.name ?? '');
    };
    const before = await disksOf();
    const id = await begin('AppVM1', { recoveryType: 'OriginalLocation' });
    company.advance(3 * HOUR);
    expect(await tasksOf(id)).toEqual([
      ['Transfer data from vault', 'Completed'],
      ['Update the virtual machine', 'Completed'],
    ]);
    const after = await disksOf();
    expect(after.map((name) => name.replace(/-\d{8}-\d{6}$/, ''))).toEqual(['appvm1-osdisk', 'appvm1-datadisk-000']);
    for (const name of before) expect(await compute.disks.get(GROUP, name)).toMatchObject({ diskState: 'Unattached' });
    const { statuses } = await compute.virtualMachines.instanceView(GROUP, 'AppVM1');
    expect(statuses?.at(-1)?.code).toBe('PowerState/running');
  });

  test('does not become one for which there is no room, and its disks are left', async () => {
    const id = await begin('AppVM2', newMachine('AppVM2Again'));
    company.advance(0.5 * MINUTE);
    setCoreQuota(company.world, PRODUCTION_SUBSCRIPTION_ID, 'westeurope', { cores: 1 });
    company.advance(3 * HOUR);
    const job = await jobDetails(adele, VAULT, id);
    setCoreQuota(company.world, PRODUCTION_SUBSCRIPTION_ID, 'westeurope', { cores: 1000 });
    expect(job).toMatchObject({ status: 'Failed', extendedInfo: { tasksList: [{ status: 'Completed' }, { status: 'Failed' }] } });
    expect(company.world.resources.list('Microsoft.Compute/disks', groupId(GROUP)).map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/^appvm2-osdisk-/),
    );
  });

  test('does not come back into a region that has no room for its disks', async () => {
    const disks = company.world.resources.list('Microsoft.Compute/disks', `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`);
    const used = disks.filter(({ location, sku }) => location === 'westeurope' && at(sku, 'name') === 'Premium_LRS').length;
    setDiskQuota(company.world, PRODUCTION_SUBSCRIPTION_ID, 'westeurope', { PremiumDiskCount: used });
    const id = await begin('AppVM2', newMachine('AppVM2Full'));
    company.advance(3 * HOUR);
    const job = await jobDetails(adele, VAULT, id);
    setDiskQuota(company.world, PRODUCTION_SUBSCRIPTION_ID, 'westeurope', {});
    expect(job.status).toBe('Failed');
    expect(JSON.stringify(job)).toContain('exceeding approved PremiumDiskCount quota');
  });

  test.each([
    ['without a name', newMachine('x', { targetVirtualMachineId: '' }), 'has no name'],
    ['by the name of another', newMachine('AppVM2'), 'exists'],
    ['in a network that is not there', newMachine('AppVM3', { subnetId: `${network}/subnets/none` }), 'virtual network'],
    ['in a way nobody knows', { recoveryType: 'Offline' }, 'no way to restore'],
  ])('is not made %s', async (_, more, reason) => {
    await expect(begin('AppVM1', more)).rejects.toThrow(reason);
  });

  test('is not made by somebody who may restore but make no machines', async () => {
    await expect(begin('AppVM1', newMachine('AppVM1ByAlex'), await clientsOf(company, 'alex'))).rejects.toMatchObject({
      statusCode: 403,
      code: 'LinkedAuthorizationFailed',
    });
  });
});
