import { virtualMachinePage } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { SUBSCRIPTION } from '../../testing/contoso-places';
import { startContoso } from '../../testing/start-contoso';

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
