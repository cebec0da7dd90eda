import { item, itemDetails, itemInVault } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../testing/ask';
import { OPERATIONS, PRODUCTION, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const machineOf = async (vm: string, asked?: Asked) =>
  (await ask.get(itemDetails, `${OPERATIONS}/items/OperationsRG/${vm}`, asked)).machine;

const all = async () => {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  return Object.fromEntries(items.map(({ name, machine }) => [name, machine]));
};

it('an item tells whether its machine still stands', async () => {
  expect(await machineOf('FullRestoreVM1')).toBe('there');
  await direct(contoso.azure, 'adele', 'DELETE', `${vmId('OperationsRG', 'FullRestoreVM1')}?api-version=2024-07-01`);
  contoso.azure.advance(600_000);
  await expect.poll(() => machineOf('FullRestoreVM1')).toBe('gone');
  expect(await machineOf('AppVM1')).toBe('there');
  expect(await all()).toMatchObject({ FullRestoreVM1: 'gone', AppVM1: 'there' });
});

it('the same is told of the items of one vault, and of those only', async () => {
  const named = '?subscriptionId=f2edfd5d-5496-4683-b94f-b3588c579009&resourceGroup=operationsrg&vaultName=OperationsVault';
  const inVault = await ask.get(z.array(itemInVault), `/api/items${named}`);
  const listed = await ask.get(z.array(item), `${OPERATIONS}/items`);
  expect(inVault.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  const everywhere = await ask.get(z.array(itemInVault), '/api/items');
  expect(inVault).toEqual(everywhere.filter(({ vault }) => vault.vaultName === 'OperationsVault'));
});

it('of many machines that are lost together with their resource group each is told as gone', async () => {
  await using catastrophe = await startContoso('catastrophe');
  await direct(catastrophe.azure, 'adele', 'DELETE', `${PRODUCTION}/resourceGroups/OrdersRG?api-version=2021-04-01`);
  catastrophe.azure.advance(3_600_000);
  const items = await asker(() => catastrophe).get(z.array(itemInVault), '/api/items');
  const lost = items.filter(({ resourceGroup }) => resourceGroup === 'OrdersRG').map(({ machine }) => machine);
  expect(lost.length).toBeGreaterThan(8);
  expect(new Set(lost)).toEqual(new Set(['gone']));
});
