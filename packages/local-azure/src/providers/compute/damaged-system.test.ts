import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor } from '../../testing/arm-caller';
import { clientsOf, collect, MINUTE } from '../../testing/backup-company';
import { connect } from '../../testing/connect';
import { restore } from '../../testing/restoring';

const GROUP = 'OfficeRG';
const VAULT = ['EstateVault', 'EstateRG'] as const;
const groupPath = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
let azure: LocalAzure;
let compute: ComputeManagementClient;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'catastrophe', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => azure.stop());

/** Restores a machine's disks and makes the machine of them. */
async function bringBack(name: string): Promise<void> {
  await restore(azure, await clientsOf(azure), VAULT, GROUP, name, { targetResourceGroupId: `${groupPath}/${GROUP}` });
  const disks = await collect(compute.disks.listByResourceGroup(GROUP));
  const osDisk = disks.find((disk) => disk.name?.startsWith(`${name.toLowerCase()}-osdisk`));
  const call = await callerFor(azure, 'adele', '2024-05-01');
  const nic = `${groupPath}/${GROUP}/providers/Microsoft.Network/networkInterfaces/${name}-nic`;
  const subnet = { id: `${groupPath}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default` };
  await call('PUT', nic, { location: 'westeurope', properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] } });
  await compute.virtualMachines.beginCreateOrUpdate(GROUP, name, {
    location: 'westeurope',
    hardwareProfile: { vmSize: 'Standard_DS2_v2' },
    storageProfile: { osDisk: { createOption: 'Attach', osType: 'Windows', managedDisk: { id: osDisk?.id ?? '' } } },
    networkProfile: { networkInterfaces: [{ id: nic }] },
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
  });
  azure.advance(2 * MINUTE);
}

test('a machine whose every backup holds a damaged system is made, runs, and does not come up', async () => {
  await bringBack('Legacy01');
  const { statuses, vmAgent } = await compute.virtualMachines.instanceView(GROUP, 'Legacy01');
  expect(statuses?.map(({ code }) => code)).toEqual(['ProvisioningState/succeeded', 'PowerState/running']);
  expect(vmAgent?.statuses?.[0]).toMatchObject({ displayStatus: 'Not Ready' });

  await compute.virtualMachines.beginRestart(GROUP, 'Legacy01');
  azure.advance(MINUTE);
  const again = await compute.virtualMachines.instanceView(GROUP, 'Legacy01');
  expect(again.vmAgent?.statuses?.[0]).toMatchObject({ displayStatus: 'Not Ready' });
  const { serialConsoleLogBlobUri = '' } = await compute.virtualMachines.retrieveBootDiagnosticsData(GROUP, 'Legacy01');
  const { host, pathname, search } = new URL(serialConsoleLogBlobUri);
  const log = await fetch(`${azure.url}${pathname}${search}`, { headers: { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' } });
  expect(await log.text()).toContain('INACCESSIBLE_BOOT_DEVICE');
});
