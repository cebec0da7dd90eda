import { itemInVault } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { direct } from '../../../testing/direct';
import { letRecover, machineOf, planRecovery } from '../../../testing/recovering';
import { isKeptFile, rehearse, standsOfRehearsals } from '../../../testing/rehearsing';
import { ADELE, allowBlobs } from '../../../testing/restoring';
import { startContoso } from '../../../testing/start-contoso';

it('a key vault that was protected from purging meanwhile stays, and says until when', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  await allowBlobs(contoso, ADELE);
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => name === 'FullRestoreVM1').map((item) => machineOf(item));
  const path = await rehearse(ask, await planRecovery(ask, machines));
  const keyVaults = () => standsOfRehearsals(contoso).filter((id) => id.includes('/Microsoft.KeyVault/vaults/'));
  await letRecover(contoso, ask, path, () => keyVaults().length > 0);
  for (const id of keyVaults()) {
    await direct(contoso.azure, 'adele', 'PATCH', `${id}?api-version=2023-07-01`, { properties: { enablePurgeProtection: true } });
  }
  const end = await letRecover(contoso, ask, path);
  expect(end.rehearsal?.left.filter((one) => !isKeptFile(one))).toMatchObject([
    { kind: 'key-vault', state: 'soft-deleted', until: expect.stringMatching(/^\d{4}-/) },
  ]);
});
