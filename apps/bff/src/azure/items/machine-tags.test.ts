import { itemInVault } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

async function tagsOf(name: string, person = 'adele') {
  const items = await ask.get(z.array(itemInVault), '/api/items', { person });
  return items.find((item) => item.name === name)?.tags;
}

it('an item tells the tags that its machine has in Azure', async () => {
  expect(await tagsOf('WinSingleVM1')).toEqual({ 'cost-center': '4711', application: 'orders' });
  expect(await tagsOf('AppVM1')).toEqual({});
});

it('once the machine is gone nobody knows its tags, and nothing is made up', async () => {
  await direct(contoso.azure, 'adele', 'DELETE', `${vmId('RestoreRG', 'WinSingleVM1')}?api-version=2024-07-01`);
  contoso.azure.advance(600_000);
  await expect.poll(() => tagsOf('WinSingleVM1')).toBeNull();
});
