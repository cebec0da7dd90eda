import { expect, test } from 'vitest';
import { asker } from '../../apps/bff/src/testing/ask';
import { ADELE, allowBlobs, backUp, restoreDisks } from '../../apps/bff/src/testing/restoring';
import { startWorld } from './azure-cli';
import { letIn } from './key-vaults';
import { contentOf, keysOf, loseKeys, renewKey } from './keys-of';
import { runSteps } from './portal-scripts';

test('key and secret that were purged come back by a script as they were: the secret’s bytes, every version of the key', async () => {
  await using world = await startWorld();
  const ask = asker(() => world.contoso);
  await letIn(world.contoso, world.objectId);
  await allowBlobs(world.contoso, ADELE);
  const keys = await keysOf(world.contoso, 'IgniteRG', 'FileServerVM3');
  await renewKey(world.contoso, keys);
  const before = await contentOf(world.contoso, keys);
  expect(before.keys).toHaveLength(2);
  const item = await backUp(world.contoso, ask, 'IgniteRG', 'FileServerVM3');
  const jobId = await restoreDisks(world.contoso, ask, 'FileServerVM3', 'IgniteRG', item);
  await loseKeys(world.contoso, keys);
  await runSteps(world, ask, jobId, ['keys']);
  expect(await contentOf(world.contoso, keys)).toEqual(before);
});
