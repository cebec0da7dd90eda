import { listedKeyVault } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { startContoso } from '../../testing/start-contoso';

it('the key vaults of all subscriptions are listed, and none to a guest who may read none', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const all = await ask.get(listedKeyVault.array(), '/api/key-vaults');
  const subscriptions = new Set(all.map(({ id }) => id.split('/')[2]));
  expect(subscriptions.size).toBe(2);
  expect(all.find(({ name }) => name === 'RbacKV')).toMatchObject({ model: 'rbac' });
  expect(all.find(({ name }) => name === 'ContosoKV')).toMatchObject({ model: 'access-policy', enabledForDiskEncryption: true });
  expect(await ask.get(listedKeyVault.array(), '/api/key-vaults', { person: 'lee' })).toEqual([]);
});
