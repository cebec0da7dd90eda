import { itemInVault, stepRights } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso('provider');
});
afterAll(() => contoso[Symbol.asyncDispose]());

it('of a right that is missing it tells what a delegation can hold, and what none can', async () => {
  const found = (await ask.get(z.array(itemInVault), '/api/items')).find(({ name }) => name === 'FabrikamApp1');
  if (!found) throw new Error('The provider backs up FabrikamApp1.');
  const { subscriptionId, resourceGroup, vaultName } = found.vault;
  const subscription = `/subscriptions/${subscriptionId}`;
  const keyVault = `${subscription}/resourceGroups/FabrikamRG/providers/Microsoft.KeyVault/vaults/FabrikamKV`;
  const nothing = { vmIds: [], groups: [], diskGroups: [], subnetIds: [], storageAccountIds: [] };
  const meant = { ...nothing, vault: { resourceGroup, vaultName }, keyVaultIds: [keyVault], wholeSubscription: true };
  const rights = await ask.send(z.array(stepRights), 'POST', `/api${subscription}/rights`, meant);
  const missing = (wanted: string) =>
    rights.find(({ step }) => step === wanted)?.missing.map(({ scope, delegable }) => ({ scope, delegable }));
  expect(missing('restore-keys')).toContainEqual({
    scope: keyVault,
    delegable: { roles: [], never: ['keys/list', 'secrets/list', 'keys/restore', 'secrets/get', 'secrets/set'] },
  });
  const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
  expect(missing('remove-leftovers')).toContainEqual({
    scope: subscription,
    delegable: { roles: [], never: expect.arrayContaining([`${blobs}/read`]) },
  });
});
