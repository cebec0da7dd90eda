import { commandOutcome, virtualMachinePage } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { OPERATIONS, PRODUCTION, SUBSCRIPTION, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const TEST_SUBSCRIPTION = '/api/subscriptions/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4';

it('the machines of all subscriptions are those of each, and those of none that a guest may not read', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const idsOf = async (path: string, person = 'adele') =>
    (await ask.pages(virtualMachinePage, path, { person })).flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted();
  const each = [...(await idsOf(`${SUBSCRIPTION}/virtual-machines`)), ...(await idsOf(`${TEST_SUBSCRIPTION}/virtual-machines`))];
  const all = await idsOf('/api/virtual-machines');
  expect(all.length).toBeGreaterThan(20);
  expect(all).toEqual(each.toSorted());
  const guest = await idsOf('/api/virtual-machines', 'lee');
  expect(guest).toEqual(await idsOf(`${SUBSCRIPTION}/virtual-machines`, 'lee'));
  expect(guest.length).toBeLessThan(all.length);
});

const named = async (contoso: Contoso, name: string) =>
  (await asker(() => contoso).pages(virtualMachinePage, `${SUBSCRIPTION}/virtual-machines`))
    .flatMap(({ rows }) => rows)
    .filter((machine) => machine.name === name);

it('a machine whose encryption with an application is not done counts as not encrypted', async () => {
  await using contoso = await startContoso();
  const id = `${vmId('OperationsRG', 'AppVM1')}/extensions/AzureDiskEncryption`;
  const type = 'Microsoft.Compute/virtualMachines/extensions';
  const encryptWith = (application: object) => {
    const settings = {
      ...application,
      EncryptionOperation: 'EnableEncryption',
      KeyVaultURL: 'https://contosokv.vault.azure.net/',
      KeyVaultResourceId: `${PRODUCTION}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/ContosoKV`,
      VolumeType: 'All',
    };
    const properties = { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryption', typeHandlerVersion: '1.1', settings };
    contoso.azure.world.resources.put({ id, name: 'AzureDiskEncryption', type, location: 'westeurope', properties });
    contoso.azure.advance(3_600_000);
  };
  // An answer serves the same question for a second more.
  const encryption = async () => (await named(contoso, 'AppVM1')).map(({ encryption: { kind } }) => kind);
  encryptWith({});
  await expect.poll(encryption).toEqual(['bek']);
  encryptWith({ AADClientID: '11111111-2222-3333-4444-555555555555' });
  await expect.poll(encryption).toEqual(['none']);
});

it('a machine whose backup was stopped is not protected by the vault that keeps its data', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  await ask.send(commandOutcome, 'POST', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, { data: 'retain' });
  contoso.azure.advance(600_000);
  const vaults = async () =>
    (await named(contoso, 'AppVM1')).map(({ protectedByVaultId, stoppedInVaultId }) => [protectedByVaultId, stoppedInVaultId]);
  await expect.poll(vaults).toEqual([[null, expect.stringMatching(/\/OperationsVault$/)]]);
});

it('a machine that one vault protects and another keeps deleted data of is one machine', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  await ask.send(commandOutcome, 'POST', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, { data: 'delete' });
  contoso.azure.advance(600_000);
  const vault = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault`;
  const part = 'iaasvmcontainerv2;OperationsRG;AppVM1';
  const item = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
  const properties = {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    sourceResourceId: vmId('OperationsRG', 'AppVM1'),
    policyId: `${vault}/backupPolicies/DefaultPolicy`,
  };
  expect((await direct(contoso.azure, 'adele', 'PUT', `${item}?api-version=2023-06-01`, { properties })).status).toBe(202);
  contoso.azure.advance(600_000);
  const vaults = async () =>
    (await named(contoso, 'AppVM1')).map(({ protectedByVaultId, deletedInVaultId }) => [protectedByVaultId, deletedInVaultId]);
  await expect.poll(vaults).toEqual([[expect.stringMatching(/\/IgniteDemoVault$/), expect.stringMatching(/\/OperationsVault$/)]]);
});
