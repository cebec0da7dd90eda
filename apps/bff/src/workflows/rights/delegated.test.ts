import { itemInVault } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { askRights } from '../../testing/rights-question';
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
  const meant = { vault: { resourceGroup, vaultName }, keyVaultIds: [keyVault], wholeSubscription: true };
  const rights = await askRights(ask, meant, {}, subscription);
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
