import { machineOptions, removedLeftovers, restore, vmId as machineId } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { PRODUCTION, storageAccountId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { ADELE, ALEX, allowBlobs, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function makeMachine(path: string): Promise<void> {
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { ...suggested, subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
}

it('the files with key data stay until the new machine is verified, then they go and that is proven', async () => {
  await allowBlobs(contoso, ADELE);
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const remove = () => ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`);
  expect(await ask.refusal('DELETE', `${path}/leftovers`)).toBe('machine-not-verified');
  await makeMachine(path);
  expect(await ask.refusal('DELETE', `${path}/leftovers`)).toBe('machine-not-verified');
  const waiting = await ask.get(restore, path);
  expect(seen(waiting.leftovers)).toHaveLength(1);
  expect(waiting.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'blocked', reason: 'leftovers-needed' }));
  contoso.azure.advance(5 * MINUTE);
  const verified = await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done');
  expect(verified.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'ready', reason: 'leftovers-there' }));
  const { left, kept } = await remove();
  expect(left).toEqual([]);
  expect(seen(kept)).toMatchObject([{ name: expect.stringContaining('encryption_info'), until: expect.any(String) }]);
  const done = await ask.get(restore, path);
  expect(done.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'done', reason: 'leftovers-kept' }));
  expect(done.keptLeftovers).toEqual(kept);
  const days = (Date.parse(seen(kept)?.[0]?.until ?? '') - contoso.azure.world.clock.now()) / DAY;
  expect([days > 6, days <= 7]).toEqual([true, true]);
  expect(await remove()).toEqual({ left, kept, unprotected: [] });
  contoso.azure.advance(8 * DAY);
  const later = await watchRestore(ask, path, ({ keptLeftovers }) => seen(keptLeftovers)?.length === 0);
  expect(later.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'done', reason: null }));
});

it('former versions of them are told as kept without an end', async () => {
  await allowBlobs(contoso, ADELE);
  const service = `${storageAccountId('contosostaging')}/blobServices/default?api-version=2023-05-01`;
  await direct(contoso.azure, 'adele', 'PUT', service, { properties: { isVersioningEnabled: true } });
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  await makeMachine(path);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done');
  const { left, kept } = await ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`);
  expect([left, seen(kept)]).toMatchObject([[], [{ until: null }]]);
});

it('they stay where nobody let the person in', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  await makeMachine(path);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done', { person: 'patti' });
  expect(await ask.refusal('DELETE', `${path}/leftovers`, undefined, { person: 'patti' })).toBe('storage-data-forbidden');
});

it('what is kept of a container that somebody deleted is unknown to anyone who may read blobs alone, and holds nothing up', async () => {
  await allowBlobs(contoso, ADELE);
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  await makeMachine(path);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done');
  await ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`);
  const made = contoso.azure.world.documents('blob-containers').list();
  const { account, name } = z.looseObject({ account: z.string(), name: z.string() }).parse(made.at(-1));
  const url = `https://${account}.blob.core.windows.net/${name}?restype=container`;
  expect((await direct(contoso.azure, 'adele', 'DELETE', url)).status).toBe(202);
  const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';
  const role = { actions: ['*'], notActions: [`${containers}/read`], dataActions: [`${containers}/blobs/read`] };
  await holdRoles(contoso, ALEX, [{ role, scope: PRODUCTION }]);
  const found = await ask.get(restore, path, { person: 'alex' });
  expect(found.keptLeftovers).toEqual({ state: 'known', value: null });
  expect(states(found)['after-care']).toBe('done');
});
