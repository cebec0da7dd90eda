import { itemInVault, recordedCommand, recoveryScriptMachine, resourceGroupName } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { PRODUCTION } from '../../testing/contoso-places';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery, statesOf } from '../../testing/recovering';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import { placeOf } from '../record/command-place';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
  // The data center of the group has other sizes than that of the machine.
  const { resources } = contoso.azure.world;
  const group = resources.get(GROUP);
  if (!group) throw new Error('The group is gone.');
  resources.put({ ...group, properties: { ...group.properties, intent: { vmSizes: ['Standard_M8ms'] } } });
});
afterEach(() => contoso[Symbol.asyncDispose]());

const GROUP = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute/proximityPlacementGroups/app-proximity`;
const group = resourceGroupName.parse('RestoreRG');

async function plan(change: { withoutProximityGroup?: true; withoutTags?: true }) {
  const all = await ask.get(z.array(itemInVault), '/api/items');
  const machines = all.filter(({ name }) => name === 'AppVM1').map((item) => machineOf(item));
  const path = await planRecovery(ask, machines, { target: { kind: 'group', group, ...change } });
  return { path, items: machines.map(({ item }) => item) };
}

const madeOf = () =>
  contoso.azure.world.resources
    .below(`${PRODUCTION}/resourceGroups/${group}`)
    .filter(({ id, name }) => id.includes('/virtualMachines/') && name.startsWith('AppVM1'));

it('a machine for which its proximity placement group has no room comes back without it where its plan says so', async () => {
  const { path, items } = await plan({ withoutProximityGroup: true });
  expect((await lookAtRecovery(ask, path)).target).toEqual({ kind: 'group', group, withoutProximityGroup: true });
  const [values] = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
  expect(values).toMatchObject({ machine: { withoutProximityGroup: true } });
  await orderRecovery(ask, path, 'start');
  expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ AppVM1: 'done' });
  const [made] = madeOf();
  expect(made?.properties).toMatchObject({ provisioningState: 'Succeeded', licenseType: 'Windows_Server' });
  expect(made?.properties).not.toHaveProperty('proximityPlacementGroup');
  const commands = await ask.get(z.array(recordedCommand), `/api/vaults/${items[0]?.subscriptionId}/OperationsRG/OperationsVault/commands`);
  expect(commands.find(({ command }) => command === 'restores.putPlan')?.about).toMatchObject({ proximityGroup: 'none' });
});

it('otherwise it is made in the group, and a person is asked at that step', async () => {
  const { path, items } = await plan({});
  const [values] = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
  expect(values?.state === 'ready' && values.machine).not.toHaveProperty('withoutProximityGroup');
  await orderRecovery(ask, path, 'start');
  const end = await letRecover(contoso, ask, path);
  expect(end.machines.map(({ state, stop }) => [state, stop?.step, stop?.reason])).toEqual([['needs-person', 'machine', 'tried']]);
});

it('the same goes for the tags of old machines', async () => {
  const { path, items } = await plan({ withoutTags: true });
  expect((await lookAtRecovery(ask, path)).target).toEqual({ kind: 'group', group, withoutTags: true });
  const [values] = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, { items });
  expect(values).toMatchObject({ machine: { withoutTags: true } });
});

it('the choice is on record with the plan', () => {
  const target = { kind: 'group', group };
  const aboutOf = (change: object) => placeOf('recoveryPlans.put', { planId: 'id', target: { ...target, ...change } }, 'request').about;
  expect(aboutOf({ withoutProximityGroup: true })).toEqual({ proximityGroup: 'none-of-old' });
  expect(aboutOf({ withoutTags: true })).toEqual({ tags: 'none-of-old' });
  expect(aboutOf({})).toEqual({});
});
