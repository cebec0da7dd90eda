import { itemInVault, recoveryOutlook, type RecoveryOutlook } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { PATTI } from '../../testing/restoring';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso('disaster');
});
afterEach(() => contoso[Symbol.asyncDispose]());

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const azure = (method: 'GET' | 'PUT' | 'DELETE', path: string, version: string, body?: unknown) =>
  direct(contoso.azure, 'adele', method, `${SUBSCRIPTION}${path}?api-version=${version}`, body);

const lock = (level: string) =>
  azure('PUT', '/resourceGroups/dbvm2/providers/Microsoft.Authorization/locks/frozen', '2016-09-01', { properties: { level } });

async function outlookOf(name: string, person = 'adele'): Promise<RecoveryOutlook> {
  const found = (await ask.get(z.array(itemInVault), '/api/items', { person }))
    .filter((one) => one.name === name)
    .map((one) => machineOf(one));
  const path = await planRecovery(ask, found, {}, { person });
  const items = found.map(({ item }) => item);
  const [outlook] = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items }, { person });
  if (!outlook) throw new Error(`Nothing is told of ${name}.`);
  return outlook;
}

it('an interface that the old machine left tells its subnet, and that its address stays taken', async () => {
  const { subnet, leftInterface, conflicts } = await outlookOf('DBVM2');
  expect(conflicts).toEqual([]);
  expect(subnet).toMatchObject({ isOld: true });
  expect(leftInterface).toMatchObject({ name: 'DBVM2-nic', address: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) });
});

it('without it the first subnet of the region is named', async () => {
  await azure('DELETE', '/resourceGroups/dbvm2/providers/Microsoft.Network/networkInterfaces/DBVM2-nic', '2023-11-01');
  const { subnet, leftInterface } = await outlookOf('DBVM2');
  expect(leftInterface).toBeNull();
  expect(subnet).toMatchObject({ id: expect.stringContaining('/subnets/'), isOld: false });
});

it('a lock under which nothing can be made is told, one that only keeps from deleting is not', async () => {
  await lock('CanNotDelete');
  expect((await outlookOf('DBVM2')).conflicts).toEqual([]);
  await lock('ReadOnly');
  await expect.poll(async () => (await outlookOf('DBVM2')).conflicts).toEqual(['group-locked']);
});

const turnSubscription = (state: string) =>
  fetch(`${contoso.azure.url}/control/subscription`, {
    method: 'POST',
    body: JSON.stringify({ subscription: SUBSCRIPTION.split('/')[2], state }),
  });

it('a subscription that is disabled, or about to be, is told', async () => {
  for (const state of ['Warned', 'Disabled']) {
    await turnSubscription(state);
    await expect.poll(async () => (await outlookOf('DBVM2')).conflicts).toEqual(['subscription-disabled']);
  }
  await turnSubscription('Enabled');
  await expect.poll(async () => (await outlookOf('DBVM2')).conflicts).toEqual([]);
});

it.each([
  ['Microsoft.Authorization/locks/read', 'locks'],
  ['Microsoft.Resources/subscriptions/resourceGroups/read', 'group'],
  ['Microsoft.Network/networkInterfaces/read', 'interfaces'],
])('what somebody without %s cannot see is told as that, not as none', async (right, what) => {
  await lock('ReadOnly');
  await holdRoles(contoso, PATTI, [{ role: { actions: ['*'], notActions: [right] }, scope: SUBSCRIPTION }]);
  const { unseen, conflicts, leftInterface } = await outlookOf('DBVM2', 'patti');
  expect(unseen).toEqual([what]);
  expect(conflicts).toEqual(what === 'locks' ? [] : ['group-locked']);
  expect(leftInterface === null).toBe(what === 'interfaces');
});
