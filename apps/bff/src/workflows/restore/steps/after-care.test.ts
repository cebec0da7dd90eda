import { machineOptions, restore, vmId as machineId } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { ADELE, allowBlobs, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;

async function makeMachine(path: string): Promise<void> {
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { ...suggested, subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
}

it('the files with key data stay until the new machine is verified, then they go and that is proven', async () => {
  await allowBlobs(contoso, ADELE);
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  const remove = () => ask.send(z.array(z.string()), 'DELETE', `${path}/leftovers`);
  expect(await ask.refusal('DELETE', `${path}/leftovers`)).toBe('machine-not-verified');
  await makeMachine(path);
  expect(await ask.refusal('DELETE', `${path}/leftovers`)).toBe('machine-not-verified');
  const waiting = await ask.get(restore, path);
  expect(seen(waiting.leftovers)).toHaveLength(1);
  expect(waiting.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'blocked', reason: 'leftovers-needed' }));
  contoso.azure.advance(5 * MINUTE);
  const verified = await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done');
  expect(verified.steps).toContainEqual(expect.objectContaining({ step: 'after-care', state: 'ready', reason: 'leftovers-there' }));
  expect(await remove()).toEqual([]);
  expect(states(await ask.get(restore, path))).toMatchObject({ 'after-care': 'done' });
  expect(await remove()).toEqual([]);
});

it('they stay where nobody let the person in', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
  await makeMachine(path);
  contoso.azure.advance(5 * MINUTE);
  await watchRestore(ask, path, (found) => states(found)['encryption'] === 'done', { person: 'patti' });
  expect(await ask.refusal('DELETE', `${path}/leftovers`, undefined, { person: 'patti' })).toBe('storage-data-forbidden');
});
