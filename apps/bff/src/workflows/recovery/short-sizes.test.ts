import { itemInVault, recoveryOutlook, recoveryScriptMachine, resourceGroupName, restoreOutlook } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS, PRODUCTION } from '../../testing/contoso-places';
import { letRecover, machineOf, orderRecovery, planRecovery, statesOf } from '../../testing/recovering';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { shortenSize } from '../../testing/shorten-size';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const group = resourceGroupName.parse('IgniteRG');

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

async function plan() {
  const all = await ask.get(z.array(itemInVault), '/api/items');
  const machines = all.filter(({ name }) => name === 'FullRestoreVM1').map((item) => machineOf(item));
  const path = await planRecovery(ask, machines, { target: { kind: 'group', group } });
  const items = machines.map(({ item }) => item);
  const [outlook] = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items });
  return { path, items, outlook };
}

it('a machine whose size Azure does not offer comes back with the next one, which its plan tells beforehand', async () => {
  await shortenSize(contoso, 'Standard_DS2_v2', 'restricted');
  const { path, items, outlook } = await plan();
  expect(outlook).toMatchObject({ target: { size: 'Standard_DS3_v2', oldSize: 'Standard_DS2_v2' }, conflicts: [] });
  const values = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
  expect(values).toMatchObject([{ state: 'ready', machine: { size: 'Standard_DS3_v2' } }]);
  await orderRecovery(ask, path, 'start');
  expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ FullRestoreVM1: 'done' });
  const made = contoso.azure.world.resources.below(`${PRODUCTION}/resourceGroups/${group}`);
  const sizes = made.filter(({ name }) => name === 'FullRestoreVM1-restored').map(({ properties }) => properties['hardwareProfile']);
  expect(sizes).toEqual([{ vmSize: 'Standard_DS3_v2' }]);
});

describe('a machine of a zone in which Azure does not offer its size', () => {
  const ITEM = `${OPERATIONS}/items/OperationsRG/FullRestoreVM1`;
  const outlook = () => ask.get(restoreOutlook, `${ITEM}/restores/outlook?edition=current`);
  const machine = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/FullRestoreVM1`;

  beforeEach(() => shortenSize(contoso, 'Standard_DS2_v2', 'restricted', ['2']));

  it('is told to come back with another, by the plan and before it is restored by hand', async () => {
    const found = contoso.azure.world.resources.get(machine);
    if (!found) throw new Error('There is no FullRestoreVM1.');
    contoso.azure.world.write(() => contoso.azure.world.resources.put({ ...found, zones: ['2'] }));
    const target = { size: 'Standard_DS3_v2', oldSize: 'Standard_DS2_v2', zone: '2' };
    expect((await plan()).outlook).toMatchObject({ target, conflicts: [] });
    expect(await outlook()).toMatchObject({ size: { old: 'Standard_DS2_v2', other: 'Standard_DS3_v2', zone: '2' } });
  });

  it('of another zone, or of none, keeps its size', async () => {
    expect((await plan()).outlook).toMatchObject({ target: { size: 'Standard_DS2_v2', oldSize: null, zone: null } });
    expect(await outlook()).toMatchObject({ size: null, unseen: [] });
  });

  it('of which nobody knows the zone any more is told to be that', async () => {
    contoso.azure.world.write(() => contoso.azure.world.resources.delete(machine));
    expect((await plan()).outlook?.unseen).toContain('zone');
    expect(await outlook()).toMatchObject({ size: null, unseen: ['zone'] });
  });
});

it('where there is none like it, the plan tells that it does not come back, and a person is asked', async () => {
  for (const size of ['DS2_v2', 'DS3_v2', 'DS4_v2', 'DS5_v2', 'D2s_v3', 'D4s_v3', 'D8s_v3', 'E4s_v3']) {
    await shortenSize(contoso, `Standard_${size}`, 'restricted');
  }
  const { path, items, outlook } = await plan();
  expect(outlook).toMatchObject({ target: { size: null, oldSize: 'Standard_DS2_v2' }, conflicts: ['no-size'] });
  const values = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
  expect(values).toMatchObject([{ state: 'left-out', gap: 'size-not-offered' }]);
  await orderRecovery(ask, path, 'start');
  const end = await letRecover(contoso, ask, path);
  expect(end.machines).toMatchObject([{ state: 'refused', refusal: { code: 'plan-refused' } }]);
});
