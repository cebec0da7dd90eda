import { itemInVault, recoveryPoint } from '@tresor/contracts';
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

it('keys in a key vault of another tenant are out of sight, and no sign-in is said to have ended', async () => {
  const found = (await ask.get(z.array(itemInVault), '/api/items')).find(({ name }) => name === 'FabrikamApp1');
  const { subscriptionId, resourceGroup, vaultName } = found?.vault ?? {};
  const item = `/api/vaults/${subscriptionId}/${resourceGroup}/${vaultName}/items/FabrikamRG/FabrikamApp1`;
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  expect(point?.verdict).toEqual({ state: 'unknown', reasons: ['key-vault-unreadable'] });
});
