import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { callArm } from './arm-resource';

const VM = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm';

it.each([
  `${VM}/../other`,
  `${VM}/..`,
  `${VM}/./extensions`,
  `${VM}?api-version=2020-01-01&x=`,
  `${VM}#`,
  `${VM}\\..\\other`,
  `${VM}\n`,
  `${VM}\ud800`,
  '.evil.example/x',
  '@evil.example/x',
  '',
])('what is no id of a resource is asked for nowhere: %j', async (id) => {
  await using azure = await startTestAzure(() => ({ body: {} }));
  await expect(callArm(await azure.session('ada'), 'read', 'GET', id, '2024-07-01')).rejects.toMatchObject({ kind: 'unreadable' });
  expect(azure.azure.received).toEqual([]);
});

it('an id with letters and brackets of any kind is asked for as it is', async () => {
  await using azure = await startTestAzure(() => ({ body: {} }));
  const id = '/subscriptions/s/resourceGroups/Grüße (1)./providers/Microsoft.Compute/virtualMachines/a%2Fb';
  await callArm(await azure.session('ada'), 'read', 'GET', id, '2024-07-01');
  expect(azure.azure.received.map(({ path }) => path)).toEqual([encodeURI(id)]);
});
