import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';

let azure: LocalAzure;
let compute: ComputeManagementClient;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'Adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});

afterAll(() => azure.stop());

const view = (group: string, name: string) => compute.virtualMachines.instanceView(group, name);
const words = (statuses: { code?: string }[] = []) => statuses.map(({ code }) => code);

/** A network interface that no machine has. */
function networkInterface(): string {
  const name = 'spare-nic';
  const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/${name}`;
  azure.world.resources.put({ id, name, type: 'Microsoft.Network/networkInterfaces', location: 'westeurope', properties: {} });
  return id;
}

describe('virtual machines', () => {
  test('are listed by subscription and by group', async () => {
    const names = (await Array.fromAsync(compute.virtualMachines.listAll())).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['DBVM1Restore', 'DBVM2', 'DBVM3', 'FileServerVM3', 'WebVM1', 'BekOnlyVM1']));
    expect(names).not.toContain('ClassicVM1');
    const group = (await Array.fromAsync(compute.virtualMachines.list('igniterg'))).map(({ name }) => name);
    expect(group).toEqual(['FileServerVM3', 'WebVM1', 'WebVM2', 'WebVM3']);
  });

  test('can be listed with how they run instead of what they are', async () => {
    const machines = await Array.fromAsync(compute.virtualMachines.listAll({ statusOnly: 'true' }));
    const stopped = machines.find(({ name }) => name === 'StoppedVM1');
    expect(words(stopped?.instanceView?.statuses)).toContain('PowerState/deallocated');
    expect(stopped?.storageProfile).toBeUndefined();
  });

  test('show dual-pass encryption in their model, single pass in the instance view of their disks', async () => {
    const dual = await compute.virtualMachines.get('dbvm2', 'DBVM2');
    expect(dual.storageProfile?.osDisk?.encryptionSettings?.keyEncryptionKey?.keyUrl).toContain(
      'https://ignitedemokv.vault.azure.net/keys/ContosoKEK/',
    );
    const single = await compute.virtualMachines.get('OperationsRG', 'SinglePassVM1', { expand: 'instanceView' });
    expect(single.storageProfile?.osDisk?.encryptionSettings).toBeUndefined();
    expect(single.instanceView?.disks?.[0]?.encryptionSettings?.[0]?.keyEncryptionKey?.keyUrl).toContain('/keys/');
    expect(words(single.instanceView?.disks?.[0]?.statuses)).toContain('EncryptionState/encrypted');
  });

  test('encrypted with a BEK alone have no key encryption key anywhere', async () => {
    const machine = await compute.virtualMachines.get('OperationsRG', 'BekOnlyVM1');
    expect(machine.storageProfile?.osDisk?.encryptionSettings?.diskEncryptionKey?.secretUrl).toContain('/secrets/');
    expect(machine.storageProfile?.osDisk?.encryptionSettings?.keyEncryptionKey).toBeUndefined();
    const extensions = await compute.virtualMachineExtensions.list('OperationsRG', 'BekOnlyVM1');
    expect(extensions.value?.map(({ typePropertiesType }) => typePropertiesType)).toEqual(['AzureDiskEncryption']);
  });

  test('are changed by nobody who only wants to make one', async () => {
    const before = await compute.virtualMachines.get('IgniteRG', 'WebVM2');
    const machine = { ...before, hardwareProfile: { vmSize: 'Standard_B1s' } };
    const put = (conditions: object) => compute.virtualMachines.createOrUpdate('IgniteRG', 'WebVM2', machine, conditions);
    const update = (conditions: object) => compute.virtualMachines.update('IgniteRG', 'WebVM2', { tags: {} }, conditions);
    for (const send of [put, update]) {
      await expect(send({ ifNoneMatch: '*' })).rejects.toMatchObject({ statusCode: 412, code: 'PreconditionFailed' });
      await expect(send({ ifNoneMatch: '"1"' })).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameter' });
      await expect(send({ ifMatch: '"1"' })).rejects.toMatchObject({ statusCode: 501, code: 'NotImplemented' });
    }
    expect(await compute.virtualMachines.get('IgniteRG', 'WebVM2')).toEqual(before);
  });

  test('that are not there answer ResourceNotFound', async () => {
    await expect(view('IgniteRG', 'nobody')).rejects.toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
  });
});

describe('the VM agent', () => {
  test('reports its version while it runs', async () => {
    const { vmAgent } = await view('OperationsRG', 'OldAgentVM1');
    expect(vmAgent?.vmAgentVersion).toBe('2.5.1198.709');
    expect(vmAgent?.statuses?.[0]?.displayStatus).toBe('Ready');
  });

  test('is absent from the view where it is not installed, and not ready where it does not answer', async () => {
    expect((await view('OperationsRG', 'NoAgentVM1')).vmAgent).toBeUndefined();
    expect((await view('OperationsRG', 'AgentNotReadyVM1')).vmAgent?.statuses?.[0]?.displayStatus).toBe('Not Ready');
  });
});

/** How WebVM3 runs while it is asked for something, and afterwards. */
const powerAfter = async (asked: Promise<{ pollUntilDone: () => Promise<void> }>) => {
  const changing = await asked;
  const meanwhile = words((await view('IgniteRG', 'WebVM3')).statuses);
  azure.advance(60_000);
  await changing.pollUntilDone();
  return [meanwhile.at(-1), words((await view('IgniteRG', 'WebVM3')).statuses).at(-1)];
};

describe('a machine in time', () => {
  test('stops and starts as its operations say', async () => {
    const stopping = await compute.virtualMachines.beginDeallocate('IgniteRG', 'WebVM1', { updateIntervalInMs: 0 });
    expect(words((await view('IgniteRG', 'WebVM1')).statuses)).toContain('PowerState/deallocating');
    azure.advance(60_000);
    await stopping.pollUntilDone();
    expect(words((await view('IgniteRG', 'WebVM1')).statuses)).toContain('PowerState/deallocated');
    const starting = await compute.virtualMachines.beginStart('IgniteRG', 'WebVM1', { updateIntervalInMs: 0 });
    azure.advance(60_000);
    await starting.pollUntilDone();
    expect(words((await view('IgniteRG', 'WebVM1')).statuses)).toContain('PowerState/running');
  });

  test('stays as it is when asked for what it is, and is not restarted while it is deallocated', async () => {
    const { virtualMachines } = compute;
    const target = ['IgniteRG', 'WebVM3', { updateIntervalInMs: 0 }] as const;
    const running = ['PowerState/running', 'PowerState/running'];
    const deallocated = ['PowerState/deallocated', 'PowerState/deallocated'];
    expect(await powerAfter(virtualMachines.beginStart(...target))).toEqual(running);
    expect(await powerAfter(virtualMachines.beginDeallocate(...target))).toEqual(['PowerState/deallocating', 'PowerState/deallocated']);
    expect(await powerAfter(virtualMachines.beginPowerOff(...target))).toEqual(deallocated);
    expect(await powerAfter(virtualMachines.beginDeallocate(...target))).toEqual(deallocated);
    await expect(virtualMachines.beginRestart(...target)).rejects.toMatchObject({ statusCode: 409, code: 'OperationNotAllowed' });
    expect(await powerAfter(virtualMachines.beginStart(...target))).toEqual(['PowerState/starting', 'PowerState/running']);
  });

  test('is created from a copied disk, deleted, and leaves its disk behind', async () => {
    const source = await compute.disks.list().next();
    expect(source.value).toBeDefined();
    const origin = await compute.virtualMachines.get('dbvm3', 'DBVM3');
    const sourceResourceId = origin.storageProfile?.osDisk?.managedDisk?.id ?? '';
    const disk = await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'copy', {
      location: 'westeurope',
      creationData: { createOption: 'Copy', sourceResourceId },
    });
    expect(disk).toMatchObject({ osType: 'Windows', diskSizeGB: 127, diskState: 'Unattached' });

    const creating = await compute.virtualMachines.beginCreateOrUpdate('IgniteRG', 'CopyVM1', {
      location: 'westeurope',
      hardwareProfile: { vmSize: 'Standard_DS2_v2' },
      storageProfile: { osDisk: { createOption: 'Attach', osType: 'Windows', managedDisk: { id: disk.id ?? '' } } },
      networkProfile: { networkInterfaces: [{ id: networkInterface() }] },
    });
    azure.advance(60_000);
    expect((await creating.pollUntilDone()).provisioningState).toBe('Succeeded');
    expect((await compute.disks.get('IgniteRG', 'copy')).managedBy).toContain('CopyVM1');

    const deleting = await compute.virtualMachines.beginDelete('IgniteRG', 'CopyVM1');
    azure.advance(60_000);
    await deleting.pollUntilDone();
    expect((await compute.disks.get('IgniteRG', 'copy')).diskState).toBe('Unattached');
    await expect(view('IgniteRG', 'CopyVM1')).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('a long list', () => {
  test('comes in pages that leave nothing out and repeat nothing', async () => {
    const scope = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/dbvm3/providers/Microsoft.Compute/disks`;
    azure.world.write(() => {
      for (let i = 0; i < 450; i += 1) {
        const name = `spare-${String(i)}`;
        azure.world.resources.put({
          id: `${scope}/${name}`,
          name,
          type: 'Microsoft.Compute/disks',
          location: 'westeurope',
          properties: { creationData: { createOption: 'Empty' } },
        });
      }
    });
    const names = (await Array.fromAsync(compute.disks.listByResourceGroup('dbvm3'))).map(({ name }) => name);
    expect(names).toHaveLength(451);
    expect(new Set(names).size).toBe(451);
  });
});

describe('sizes', () => {
  test('are listed for a region', async () => {
    const sizes = await Array.fromAsync(compute.virtualMachineSizes.list('westeurope'));
    expect(sizes.find(({ name }) => name === 'Standard_DS2_v2')).toMatchObject({ numberOfCores: 2, maxDataDiskCount: 8 });
    expect(await Array.fromAsync(compute.resourceSkus.list({ filter: "location eq 'westeurope'" }))).not.toHaveLength(0);
  });
});
