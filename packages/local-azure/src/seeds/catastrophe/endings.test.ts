import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor } from '../../testing/arm-caller';
import { clientsOf, HOUR, MINUTE } from '../../testing/backup-company';
import { connect } from '../../testing/connect';
import { accountId, beginRestore, groupId, jobDetails } from '../../testing/restoring';
import { PRODUCTION_SUBSCRIPTION_ID } from '../company';

let azure: LocalAzure;
let compute: ComputeManagementClient;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'catastrophe', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => azure.stop());

/** Where machines of production are protected, and what is used to bring them back. */
const WEST = { vault: ['EstateVault', 'EstateRG'], location: 'westeurope', account: 'contosostaging' } as const;
const NORTH = { vault: ['EstateNorthVault', 'EstateNorthRG'], location: 'northeurope', account: 'contosonorth' } as const;
type Place = typeof WEST | typeof NORTH;

/** Restores a machine's disks by its newest point. Answers how the job ends. */
async function restoreDisks({ vault, location: region, account }: Place, group: string, name: string) {
  const clients = await clientsOf(azure);
  const more = { targetResourceGroupId: groupId(group), storageAccountId: accountId(account), region };
  const job = await beginRestore(azure, clients, vault, group, name, more);
  azure.advance(6 * HOUR);
  const { status, errorDetails } = await jobDetails(clients, vault, job);
  return errorDetails?.[0]?.errorTitle ?? status;
}

/** Makes the machine of its restored disks. */
async function makeMachine({ location }: Place, group: string, name: string, vmSize = 'Standard_DS2_v2'): Promise<void> {
  const disks = await Array.fromAsync(compute.disks.listByResourceGroup(group));
  const osDisk = disks.find((disk) => disk.name?.startsWith(`${name.toLowerCase()}-osdisk`));
  const call = await callerFor(azure, 'adele', '2024-05-01');
  const nic = `${groupId(group)}/providers/Microsoft.Network/networkInterfaces/${name}-nic`;
  const subnet = { id: `${groupId('NetworkRG')}/providers/Microsoft.Network/virtualNetworks/contoso-${location}/subnets/default` };
  await call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] } });
  await compute.virtualMachines.beginCreateOrUpdate(group, name, {
    location,
    hardwareProfile: { vmSize },
    storageProfile: { osDisk: { createOption: 'Attach', osType: 'Windows', managedDisk: { id: osDisk?.id ?? '' } } },
    networkProfile: { networkInterfaces: [{ id: nic }] },
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
  });
  azure.advance(2 * MINUTE);
}

const agentOf = async (group: string, name: string) => {
  const { statuses, vmAgent } = await compute.virtualMachines.instanceView(group, name);
  return [statuses?.map(({ code }) => code).join(), vmAgent?.statuses?.[0]?.displayStatus];
};

const RUNNING = 'ProvisioningState/succeeded,PowerState/running';

test('a machine that can be saved runs again', async () => {
  expect(await restoreDisks(WEST, 'DirectoryRG', 'DC01')).toBe('Completed');
  await makeMachine(WEST, 'DirectoryRG', 'DC01');
  expect(await agentOf('DirectoryRG', 'DC01')).toEqual([RUNNING, 'Ready']);
});

test('a machine whose every backup holds a damaged system is made, runs, and does not come up', async () => {
  expect(await restoreDisks(WEST, 'OfficeRG', 'Legacy01')).toBe('Completed');
  await makeMachine(WEST, 'OfficeRG', 'Legacy01');
  expect(await agentOf('OfficeRG', 'Legacy01')).toEqual([RUNNING, 'Not Ready']);

  await compute.virtualMachines.beginRestart('OfficeRG', 'Legacy01');
  azure.advance(MINUTE);
  expect(await agentOf('OfficeRG', 'Legacy01')).toEqual([RUNNING, 'Not Ready']);
  const { serialConsoleLogBlobUri = '' } = await compute.virtualMachines.retrieveBootDiagnosticsData('OfficeRG', 'Legacy01');
  const { host, pathname, search } = new URL(serialConsoleLogBlobUri);
  const log = await fetch(`${azure.url}${pathname}${search}`, { headers: { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' } });
  expect(await log.text()).toContain('INACCESSIBLE_BOOT_DEVICE');
});

test('the snapshots of a machine whose key was rotated give nothing back', async () => {
  expect(await restoreDisks(WEST, 'PilotRG', 'Pilot01')).toBe('UserErrorSnapshotRestoreAfterKeyRotation');
});

test('a machine of the size that the region has no cores left for comes back as disks, and no further', async () => {
  expect(await restoreDisks(NORTH, 'FactoryRG', 'Planning01')).toBe('Completed');
  await expect(makeMachine(NORTH, 'FactoryRG', 'Planning01', 'Standard_E4s_v3')).rejects.toMatchObject({
    code: 'OperationNotAllowed',
    message: expect.stringContaining('exceeding approved standardESv3Family Cores quota'),
  });
});
