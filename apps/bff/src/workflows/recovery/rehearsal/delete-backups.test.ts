import { itemInVault } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { backUpByPolicy } from '../../../testing/assign-policy';
import { vaultId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { letRecover, machineOf, planRecovery } from '../../../testing/recovering';
import { isKeptFile, rehearse } from '../../../testing/rehearsing';
import { ADELE, allowBlobs } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const VAULT = vaultId('IgniteRG', 'IgniteDemoVault');

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
  // A rehearsal may be over before a policy usually looks.
  await backUpByPolicy(contoso.azure, VAULT, 'PT0M');
});
afterEach(() => contoso[Symbol.asyncDispose]());

const NAME = /^IgniteDemoVault\/FullRestoreVM1/;

interface StoredItem {
  vmId: string;
  deletedAt?: number;
}

const itemsOfRehearsals = () =>
  contoso.azure.world
    .documents<StoredItem>('backup-items')
    .list()
    .filter(({ vmId }) => vmId.includes('/tresor-rehearsal-'));

/** A machine of a rehearsal, which a policy has backed up before it goes again. */
async function rehearseLong() {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => name === 'FullRestoreVM1').map((item) => machineOf(item));
  const path = await rehearse(ask, await planRecovery(ask, machines));
  await letRecover(contoso, ask, path, () => itemsOfRehearsals().length > 0);
  expect(itemsOfRehearsals()).toHaveLength(1);
  return async () => (await letRecover(contoso, ask, path)).rehearsal?.left.filter((one) => !isKeptFile(one));
}

it('what a policy has had backed up of a rehearsal is deleted with it, and said until when Azure keeps it', async () => {
  const end = await rehearseLong();
  expect(await end()).toMatchObject([
    { kind: 'backup-item', name: expect.stringMatching(NAME), state: 'soft-deleted', until: expect.stringMatching(/^\d{4}-/) },
  ]);
  expect(itemsOfRehearsals()).toMatchObject([{ deletedAt: expect.any(Number) }]);
});

it('what the vault does not let go is left, with Azure’s words', async () => {
  const lock = `${VAULT}/providers/Microsoft.Authorization/locks/keep?api-version=2016-09-01`;
  await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'CanNotDelete' } });
  const end = await rehearseLong();
  expect(await end()).toMatchObject([
    { kind: 'backup-item', name: expect.stringMatching(NAME), state: 'left', message: expect.stringContaining('lock') },
  ]);
  expect(itemsOfRehearsals()[0]?.deletedAt).toBeUndefined();
});
