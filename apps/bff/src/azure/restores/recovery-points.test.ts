import { itemPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { listPoints } from './recovery-points';

const ITEM = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'rg',
  vmName: 'vm',
});

it('a point names the disks that its backup left out, by their place where Azure gives no name', async () => {
  const excludedDiskList = [{ lun: 1, name: 'ledger' }, { lun: 4 }];
  const properties = { recoveryPointTime: '2026-12-05T00:30:00Z', recoveryPointDiskConfiguration: { excludedDiskList } };
  await using started = await startTestAzure(() => ({ body: { value: [{ name: '1', properties }] } }));
  const [point] = await listPoints(await started.session('ada'), ITEM, 7);
  expect(point?.excludedDisks).toEqual(['ledger', 'LUN 4']);
});
