import { machineOptions } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { PRODUCTION } from '../../../testing/contoso-places';
import { machineMaker } from '../../../testing/making-machines';
import { restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { shortenSize } from '../../../testing/shorten-size';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

const MINUTE = 60_000;
const SIZE = 'Standard_DS2_v2';

let contoso: Contoso;
const ask = asker(() => contoso);
const { draft, create, check } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const optionsOf = (jobId: string) => ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);

it('the old size is proposed where Azure offers it', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  expect(await optionsOf(jobId)).toMatchObject({ suggested: { size: SIZE }, oldSize: null });
});

it('where Azure does not offer the old size to the subscription the next one is proposed, and the old one is told with the reason', async () => {
  await shortenSize(contoso, SIZE, 'restricted');
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const { suggested, oldSize, sizes } = await optionsOf(jobId);
  expect([suggested.size, oldSize]).toEqual(['Standard_DS3_v2', { name: SIZE, barred: 'size-restricted' }]);
  expect(sizes).not.toContain(SIZE);
  expect(await check(jobId, { size: SIZE })).toEqual(['size-restricted']);
  expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId))).toBe('machine-refused');
  expect(await check(jobId, { size: 'Standard_DS3_v2' })).toEqual([]);
});

it('too little hardware of a size is Azure’s answer, with its code', async () => {
  await shortenSize(contoso, SIZE, 'scarce');
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  expect(await check(jobId)).toEqual([]);
  const body = JSON.stringify(await draft(jobId));
  const refused = await contoso.as('adele', `${restorePath(jobId)}/machine`, { method: 'PUT', body });
  expect(await refused.json()).toMatchObject({ azureCode: 'SkuNotAvailable' });
  await create(jobId, { size: 'Standard_DS3_v2' });
});

it('a machine for which there was no hardware is there, failed with that, and starts once there is some', async () => {
  await shortenSize(contoso, SIZE, 'exhausted');
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const { machineId } = await create(jobId);
  contoso.azure.advance(5 * MINUTE);
  const failed = await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'failed');
  expect(failed.tried).toMatchObject([{ step: 'machine', code: 'AllocationFailed' }]);
  await shortenSize(contoso, SIZE, 'none');
  expect(await create(jobId)).toEqual({ machineId });
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
});

it('or is deleted, and made with another size', async () => {
  await shortenSize(contoso, SIZE, 'exhausted');
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  await create(jobId);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'failed');
  await ask.send(z.looseObject({}), 'DELETE', `${restorePath(jobId)}/machine`);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'ready');
  await create(jobId, { size: 'Standard_DS3_v2' });
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
});

it('the cores of the size’s own family are counted beforehand, too', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const place = `${PRODUCTION.split('/')[2] ?? ''}/westeurope`;
  contoso.azure.world.documents<object>('compute-quotas').put(place, { cores: 1000, families: { standardDSv2Family: 1 } });
  expect(await check(jobId)).toEqual(['quota']);
  expect(await check(jobId, { size: 'Standard_D2s_v3' })).toEqual([]);
});
