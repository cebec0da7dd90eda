import { virtualMachinePage } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { PRODUCTION, SUBSCRIPTION, vmId } from '../../testing/contoso-places';
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
