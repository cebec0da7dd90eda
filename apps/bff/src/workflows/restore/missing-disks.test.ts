import { machineCheck, machineOptions, restore, type Restore } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { ADELE, allowBlobs, restoreDisks, restorePath, watchRestore } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterAll(() => contoso[Symbol.asyncDispose]());

const DISKS = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks';
const remove = (url: string) => direct(contoso.azure, 'adele', 'DELETE', url);
const disksOf = ({ disks }: Restore) => (disks.state === 'known' ? disks.value : []);
const reasonOf = ({ steps }: Restore) => steps[0]?.reason;

async function restoreWithData(targetGroup: string | null): Promise<string> {
  const item = `${OPERATIONS}/items/RestoreRG/WinSingleVM1`;
  return restorePath(await restoreDisks(contoso, ask, 'WinSingleVM1', targetGroup, item));
}

async function draft(path: string) {
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  return { machine: { ...suggested, group: 'IgniteRG', subnetId: subnets[0]?.id, publicIp: false } };
}

it.each([
  ['managed disk', 'IgniteRG'],
  ['VHD', null],
])('a %s that somebody deleted meanwhile is missed in step 1, and no machine is made of the rest', async (_what, group) => {
  const path = await restoreWithData(group);
  const [osDisk = '', dataDisk = ''] = disksOf(await ask.get(restore, path));
  const url = (disk: string) => (group === null ? disk : `${DISKS}/${disk}?api-version=2023-04-02`);
  expect((await remove(url(dataDisk))).status).toBeLessThan(300);
  const incomplete = await watchRestore(ask, path, (found) => reasonOf(found) === 'disks-incomplete');
  expect(incomplete.steps[0]).toMatchObject({ state: 'failed', reason: 'disks-incomplete', command: 'restore-missing' });
  expect(incomplete.tried).toMatchObject([{ step: 'disks', disks: [expect.stringContaining('datadisk-000')] }]);
  expect(await ask.send(z.array(machineCheck), 'POST', `${path}/machine/check`, await draft(path))).toContain('disks-missing');
  expect(await ask.refusal('PUT', `${path}/machine`, await draft(path))).toBe('disks-not-restored');
  await remove(url(osDisk));
  const gone = await watchRestore(ask, path, (found) => reasonOf(found) === 'disks-gone');
  expect(gone.steps[0]).toMatchObject({ state: 'failed', reason: 'disks-gone' });
});
