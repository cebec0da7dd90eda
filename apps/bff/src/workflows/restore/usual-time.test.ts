import { usualTime, type UsualTime } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { beginRestore } from '../../testing/planning';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const HOUR = 3_600_000;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const usually = (path: string): Promise<UsualTime> => ask.get(usualTime, `${path}/usual-time`);

async function restored(vm: string): Promise<void> {
  await beginRestore(ask, vm);
  contoso.azure.advance(6 * HOUR);
}

it('of a vault that has restored nothing nothing is foretold', async () => {
  const path = await beginRestore(ask, 'FullRestoreVM1');
  expect(await usually(path)).toEqual({ seconds: null, basis: null, restores: 0, gibibytes: null });
});

it('what this machine took before is foretold, whatever others took', async () => {
  await restored('LostVaultVM1');
  await restored('FullRestoreVM1');
  const estimate = await usually(await beginRestore(ask, 'FullRestoreVM1'));
  expect(estimate).toMatchObject({ basis: 'machine', restores: 1, gibibytes: null });
  expect(estimate.seconds).toBeGreaterThan(60);
});

it('what others took is foretold in proportion to what the disks hold', async () => {
  await restored('LostVaultVM1');
  const estimate = await usually(await beginRestore(ask, 'FullRestoreVM1'));
  expect(estimate).toMatchObject({ basis: 'vault', restores: 1 });
  expect(estimate.gibibytes).toBeGreaterThan(0);
  expect(estimate.seconds).toBeGreaterThan(60);
});
