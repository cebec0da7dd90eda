import { itemInVault, recoveryPlan, recoveryScriptMachine, resourceGroupName } from '@tresor/contracts';
import { plannedValues, type PlannedValues } from '@tresor/scripts';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { asker, type Ask } from '../../apps/bff/src/testing/ask';
import { vmId } from '../../apps/bff/src/testing/contoso-places';
import { direct } from '../../apps/bff/src/testing/direct';
import { machineOf, planRecovery } from '../../apps/bff/src/testing/recovering';
import { ADELE, allowBlobs } from '../../apps/bff/src/testing/restoring';
import { startWorld } from './azure-cli';
import { letIn } from './key-vaults';
import { runScript, textOf } from './portal-scripts';

const GROUP = resourceGroupName.parse('RestoreRG');
/** A machine whose keys are there, and one whose key vault is gone, which comes after it. */
const WAVES = { FullRestoreVM1: 1, LostVaultVM1: 2 };

/** What a plan’s script is filled with, as the portal does it. */
async function readPlan(ask: Ask): Promise<PlannedValues[]> {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = Object.entries(WAVES).flatMap(([name, wave]) =>
    items.filter((item) => item.name === name).map((item) => machineOf(item, wave)),
  );
  const path = await planRecovery(ask, machines, { target: { kind: 'group', group: GROUP } });
  const plan = await ask.get(recoveryPlan, path);
  const read = await ask.send(z.array(recoveryScriptMachine), 'POST', `${path}/script-values`, {
    items: plan.machines.map(({ item }) => item),
  });
  const waveOf = (vmName: string) => plan.machines.find(({ item }) => item.vmName === vmName)?.wave ?? 0;
  return plannedValues(read.flatMap((one) => (one.state === 'ready' ? [{ ...one, wave: waveOf(one.item.vmName) }] : [])));
}

test('one script brings a whole plan back, wave by wave, and run again it changes nothing', async () => {
  await using world = await startWorld();
  const { azure } = world.contoso;
  const ask = asker(() => world.contoso);
  await letIn(world.contoso, world.objectId);
  await allowBlobs(world.contoso, ADELE);
  const machines = await readPlan(ask);
  expect(machines.map(({ vmName, wave }) => [vmName, wave])).toEqual(Object.entries(WAVES));
  const script = textOf({ of: 'recovery', values: { folder: 'plan', machines } });
  const { output } = await runScript(world, script);
  const order = [...output.matchAll(/^(?:Job|VM running)/gm)].map(([line]) => line);
  expect(order).toEqual(['Job', 'Job', 'VM running', 'VM running']);
  for (const { machine } of machines) {
    const { body } = await direct(azure, 'adele', 'GET', `${vmId(GROUP, machine.name)}/instanceView?api-version=2023-09-01`);
    expect(JSON.stringify(body)).toContain('PowerState/running');
  }
  const again = await runScript(world, script);
  expect(again.output).not.toMatch(/^Job /m);
});
