import { keyChain, machineOptions, restore, vmId as machineId, removedLeftovers } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { ADELE, allowBlobs, backUpRestored, restoreDisks, restorePath, states, watchRestore } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;

it('a lost machine with a lost key vault runs again, each step through a server that knows nothing of the others', async () => {
  await allowBlobs(contoso, ADELE);
  await direct(contoso.azure, 'adele', 'DELETE', `${vmId('OperationsRG', 'LostVaultVM1')}?api-version=2023-09-01`);
  contoso.azure.advance(5 * MINUTE);
  const path = restorePath(await restoreDisks(contoso, ask, 'LostVaultVM1', 'OperationsRG'));
  const elsewhere = async <T>(step: (server: Awaited<ReturnType<Contoso['startAnother']>>) => Promise<T>): Promise<T> => {
    await using server = await contoso.startAnother();
    return await step(server);
  };

  const how = { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' };
  await elsewhere((server) => ask.send(keyChain, 'PUT', `${path}/keys`, { how }, { server }));
  takeEffect(contoso.azure);
  const { suggested, subnets } = await elsewhere((server) => ask.get(machineOptions, `${path}/machine/options`, { server }));
  expect(suggested.name).toBe('LostVaultVM1');
  const machine = { ...suggested, subnetId: subnets[0]?.id, publicIp: false };
  await elsewhere((server) => ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine }, { server }));
  contoso.azure.advance(5 * MINUTE);
  expect(states(await elsewhere((server) => ask.get(restore, path, { server })))).toMatchObject({ machine: 'done', encryption: 'done' });
  expect(await elsewhere((server) => ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`, undefined, { server }))).toMatchObject({
    left: [],
  });
  await elsewhere((server) => backUpRestored(contoso, ask, path, { server }));
  const end = await elsewhere((server) => ask.get(restore, path, { server }));
  expect(new Set(Object.values(states(end)))).toEqual(new Set(['done']));
});

it('a machine that could not start for a deleted secret starts once that is recovered', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  const create = () => ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  const { keyChain: keys } = await ask.get(restore, path);
  await create();
  await direct(contoso.azure, 'adele', 'DELETE', `${keys?.secret.url.split('/').slice(0, 5).join('/')}?api-version=7.4`);
  contoso.azure.advance(5 * MINUTE);
  const broken = await watchRestore(ask, path, (found) => states(found)['machine'] === 'failed');
  expect(broken.steps.find(({ step }) => step === 'machine')).toMatchObject({ state: 'failed', reason: 'machine-failed' });
  const why = { code: 'DiskEncryptionInternalError', message: expect.stringContaining('retrieving secret') };
  expect(broken.tried).toMatchObject([{ step: 'machine', ...why }]);
  await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'recover' } });
  // Azure is done with a change of a machine some time after its answer, and starts none before.
  contoso.azure.world.setClock({ mode: 'accelerated', speed: 5 });
  await create();
  contoso.azure.world.setClock({ mode: 'standing' });
  contoso.azure.advance(5 * MINUTE);
  const found = await watchRestore(ask, path, (restored) => states(restored)['encryption'] === 'done');
  expect(states(found)).toMatchObject({ keys: 'done', machine: 'done', encryption: 'done' });
});

it('a machine that somebody turned off is called that, not at work', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'TurnedOff', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  const { machineId: id } = await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  await direct(contoso.azure, 'adele', 'POST', `${id}/deallocate?api-version=2023-09-01`);
  contoso.azure.advance(MINUTE);
  const found = await watchRestore(ask, path, (restored) => states(restored)['encryption'] === 'failed');
  expect(found.steps).toContainEqual(expect.objectContaining({ step: 'encryption', state: 'failed', reason: 'machine-stopped' }));
});

it('a restore is found by anyone who looks for it', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const list = await ask.get(z.array(z.looseObject({ jobId: z.string() })), `${OPERATIONS}/restores`, { person: 'alex' });
  expect(list.map(({ jobId }) => restorePath(jobId))).toContain(path);
});
