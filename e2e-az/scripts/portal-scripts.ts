import { resourceGroupName, restore, restoreScriptValues, subscriptionId, vaultName } from '@tresor/contracts';
import { restoreValues, writeScript, type Choice, type RestoreStep, type Wanted } from '@tresor/scripts';
import { expect } from 'vitest';
import type { Ask } from '../../apps/bff/src/testing/ask';
import { vmId } from '../../apps/bff/src/testing/contoso-places';
import { restorePath } from '../../apps/bff/src/testing/restoring';
import type { Ended, World } from './azure-cli';

const subnets = '/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default';
/** The machine that every restore here makes. */
export const machine = {
  name: 'Again',
  group: 'IgniteRG',
  size: 'Standard_DS2_v2',
  subnetId: vmId('', '').replace(/\/resourceGroups\/.*$/, subnets),
  publicIp: true,
};

/** The vault that a path of the API is in. */
export function pathOf(path: string) {
  const [, , , subscription, group, name] = path.split('/');
  return {
    subscriptionId: subscriptionId.parse(subscription),
    resourceGroup: resourceGroupName.parse(group),
    vaultName: vaultName.parse(name),
  };
}

/** A script as the portal writes it. */
export function textOf(wanted: Wanted): string {
  const script = writeScript(wanted, 'az', 'de', { title: 'Skript', subject: '', writtenAt: '', rights: [] });
  if (typeof script === 'string') throw new Error(`There is no script: ${script}`);
  return script.text;
}

/** The script of a step of a restore. */
export async function scriptOf(ask: Ask, jobId: string, step: RestoreStep | 'journey', choice: Partial<Choice> = {}): Promise<string> {
  const path = restorePath(jobId);
  const [found, known] = [await ask.get(restore, path), await ask.get(restoreScriptValues, `${path}/script-values`)];
  const values = restoreValues(pathOf(path), found, known, { keyVaultId: null, machine, policyName: 'DefaultPolicy', ...choice });
  if (typeof values === 'string') throw new Error(`There is no script: ${values}`);
  return textOf({ of: 'restore', step, values });
}

/** Runs a script to its good end. */
export async function runScript(world: World, script: string): Promise<Ended> {
  const ended = await world.run(script);
  expect(ended, ended.errors).toMatchObject({ code: 0 });
  return ended;
}

/** Runs scripts one after the other, each written when it is its turn. */
export async function runSteps(
  world: World,
  ask: Ask,
  jobId: string,
  steps: readonly RestoreStep[],
  choice?: Partial<Choice>,
): Promise<void> {
  for (const step of steps) await runScript(world, await scriptOf(ask, jobId, step, choice));
}
