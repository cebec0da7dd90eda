import { itemPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { Received, Reply } from '../../../testing/loopback-server';
import { startTestAzure } from '../../../testing/open-session';
import { listRecoveryPoints } from './recovery-points';

const ITEM = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'rg',
  vmName: 'vm',
});

const point = (name: string) => ({
  name,
  properties: { recoveryPointTime: `2017-01-1${name}T00:30:00Z`, isSourceVMEncrypted: true, isManagedVirtualMachine: true },
});

const error = { code: 'BMSUserErrorRecoveryPointNotFound', message: 'The specified recovery point was not found.' };

function reply({ path }: Received): Reply {
  if (path.endsWith('/recoveryPoints')) return { body: { value: [point('1'), point('2')] } };
  if (path.endsWith('/recoveryPoints/2')) return { body: point('2') };
  if (path.includes('/recoveryPoints/')) return { status: 404, body: { error } };
  const properties = { protectedItemType: 'Microsoft.Compute/virtualMachines', virtualMachineId: '/vm', friendlyName: 'vm' };
  return { body: { id: '/item', name: 'item', properties } };
}

it('a point that expires while the list is read hides no other', async () => {
  await using azure = await startTestAzure(reply);
  const found = await listRecoveryPoints(await azure.session('ada'), ITEM);
  expect(found.map(({ id }) => id)).toEqual(['2']);
});
