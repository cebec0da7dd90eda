import { itemInVault, recoveryTimes, type ItemInVault, type RecoveryTimes } from '@tresor/contracts';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { beginRestore } from '../../testing/planning';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const HOUR = 3_600_000;

let contoso: Contoso;
const ask = asker(() => contoso);
afterEach(() => contoso[Symbol.asyncDispose]());

const named = async (...names: string[]): Promise<ItemInVault[]> =>
  (await ask.get(z.array(itemInVault), '/api/items')).filter(({ name }) => names.includes(name));

async function timesOf(...names: string[]): Promise<RecoveryTimes> {
  const machines = (await named(...names)).map((item) => machineOf(item));
  const path = await planRecovery(ask, machines);
  return ask.send(recoveryTimes, 'POST', `${path}/times`, { items: machines.map(({ item }) => item) });
}

it('where nothing was restored yet, size and largest backup are told', async () => {
  contoso = await startContoso();
  const { machines, vaults } = await timesOf('AppVM1');
  expect(machines).toMatchObject([
    { restores: [], gibibytes: 255, backup: { gibibytes: expect.any(Number), seconds: expect.any(Number) } },
  ]);
  expect(machines[0]?.backup?.gibibytes).toBeGreaterThan(1);
  expect(vaults).toMatchObject([{ vault: { vaultName: 'OperationsVault' }, restores: [] }]);
  expect(vaults[0]?.protections[0]).toBeGreaterThan(30);
});

it('what was restored tells of itself first, and of others of its vault with the size of its disks', async () => {
  contoso = await startContoso();
  await beginRestore(ask, 'FullRestoreVM1');
  contoso.azure.advance(6 * HOUR);
  const { machines, vaults } = await timesOf('FullRestoreVM1', 'AppVM1');
  const own = machines.find(({ item }) => item.vmName === 'FullRestoreVM1');
  expect(own?.restores).toHaveLength(1);
  expect(own?.restores[0]).toBeGreaterThan(60);
  expect(vaults[0]?.restores).toEqual([{ seconds: own?.restores[0], gibibytes: 127 }]);
});

it('machines of no plan are not looked at', async () => {
  contoso = await startContoso();
  const [planned, other] = (await named('AppVM1', 'FullRestoreVM1')).map((item) => machineOf(item));
  const path = await planRecovery(ask, [planned ?? {}]);
  expect(await ask.refusal('POST', `${path}/times`, { items: [other?.item] })).toBe('item-not-found');
});
