import { itemInVault, recoveryScriptMachine, resourceGroupName } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

/** What scripts of a plan for these machines are filled with, in their order. */
async function valuesOf(names: readonly string[], change: Parameters<typeof planRecovery>[2] = {}) {
  const all = await ask.get(z.array(itemInVault), '/api/items');
  const machines = names.flatMap((name) => all.filter((item) => item.name === name).map((item) => machineOf(item)));
  const path = await planRecovery(ask, machines, change);
  const items = machines.map(({ item }) => item);
  return ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
}

it('tells what a script brings a machine back with: the newest point, its places, and a new key vault where the old one is lost', async () => {
  const [lost] = await valuesOf(['LostVaultVM1']);
  expect(lost).toMatchObject({
    state: 'ready',
    isThere: true,
    location: 'westeurope',
    osType: 'Windows',
    pass: 'dual',
    targetGroup: 'OperationsRG',
    machine: { name: 'LostVaultVM1', group: 'OperationsRG', publicIp: false },
    policyName: 'DefaultPolicy',
  });
  const keys = lost?.state === 'ready' ? lost.keys : null;
  expect(keys?.chain.secret.state).toBe('vault-missing');
  expect(keys?.keyVaultId).toMatch(/\/resourceGroups\/OperationsRG\/providers\/Microsoft\.KeyVault\/vaults\/[A-Za-z]+KV-2$/);
  const group = resourceGroupName.parse('RestoreRG');
  expect(await valuesOf(['LostVaultVM1'], { target: { kind: 'group', group } })).toMatchObject([
    { state: 'ready', isThere: false, targetGroup: group, machine: { name: 'LostVaultVM1-restored', group } },
  ]);
});

it('what it leaves out has its reason', async () => {
  const planned = await valuesOf(['DeletedItemVM1', 'FarmVM001']);
  expect(planned.map((one) => [one.item.vmName, one.state === 'left-out' && one.gap, one.state === 'left-out' && one.reasons])).toEqual([
    ['DeletedItemVM1', 'blocked', ['item-deleted']],
    ['FarmVM001', 'no-point', []],
  ]);
  const isolated = await valuesOf(['LostVaultVM1'], { target: { kind: 'isolated' } });
  expect(isolated).toMatchObject([{ state: 'left-out', gap: 'isolated' }]);
  const elsewhere = await valuesOf(['LostVaultVM1'], { target: { kind: 'group', group: resourceGroupName.parse('NoSuchRG') } });
  expect(elsewhere).toMatchObject([{ state: 'left-out', gap: 'group-missing' }]);
});

it('asks nothing about machines of no plan', async () => {
  const all = await ask.get(z.array(itemInVault), '/api/items');
  const [planned, other] = ['LostVaultVM1', 'AppVM1'].map((name) => all.find((item) => item.name === name));
  if (!planned || !other) throw new Error('no machines');
  const path = await planRecovery(ask, [machineOf(planned)]);
  expect(await ask.refusal('POST', `${path}/script-values`, { items: [machineOf(other).item] })).toBe('item-not-found');
});
