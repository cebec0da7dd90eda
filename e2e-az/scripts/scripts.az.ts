import { restore, restoreScriptValues, subscriptionId, resourceGroupName, vaultName, keyChain } from '@tresor/contracts';
import { restoreValues, writeScript, type Choice, type RestoreStep } from '@tresor/scripts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { asker, type Ask } from '../../apps/bff/src/testing/ask';
import { keyVaultId, vmId } from '../../apps/bff/src/testing/contoso-places';
import { direct } from '../../apps/bff/src/testing/direct';
import { ADELE, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../apps/bff/src/testing/restoring';
import { startContoso, type Contoso } from '../../apps/bff/src/testing/start-contoso';
import { startWorld, type World } from './azure-cli';
import { letIn, newKeyVault } from './key-vaults';
import { pictureOf, secretOf } from './picture';

/** The world in which scripts act, and one like it in which the portal does. */
let world: World;
let portal: Contoso;

beforeEach(async () => {
  [world, portal] = await Promise.all([startWorld(), startContoso()]);
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await portal[Symbol.asyncDispose]();
});

const MINUTE = 60_000;
const subnets = '/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default';
const machine = {
  name: 'Again',
  group: 'IgniteRG',
  size: 'Standard_DS2_v2',
  subnetId: vmId('', '').replace(/\/resourceGroups\/.*$/, subnets),
  publicIp: true,
};
const MADE = { disks: 'done', keys: 'done', machine: 'done', encryption: 'done', protection: 'done', 'after-care': 'done' };

/** The script as the portal shows it. */
async function scriptOf(ask: Ask, jobId: string, step: RestoreStep | 'journey', choice: Partial<Choice> = {}): Promise<string> {
  const path = restorePath(jobId);
  const [, , , subscription, group, name] = path.split('/');
  const vault = {
    subscriptionId: subscriptionId.parse(subscription),
    resourceGroup: resourceGroupName.parse(group),
    vaultName: vaultName.parse(name),
  };
  const [found, known] = [await ask.get(restore, path), await ask.get(restoreScriptValues, `${path}/script-values`)];
  const values = restoreValues(vault, found, known, { keyVaultId: null, machine, policyName: 'DefaultPolicy', ...choice });
  const script = typeof values === 'string' ? values : writeScript({ of: 'restore', step, values }, 'az', 'de');
  if (typeof script === 'string') throw new Error(`There is no script: ${script}`);
  return script.text;
}

/** Runs scripts one after the other, each written when it is its turn. */
async function runSteps(ask: Ask, jobId: string, steps: readonly RestoreStep[], choice?: Partial<Choice>): Promise<void> {
  for (const step of steps) {
    const ended = await world.run(await scriptOf(ask, jobId, step, choice));
    expect(ended, ended.errors).toMatchObject({ code: 0 });
  }
}

/** The same by clicks. */
async function click(ask: Ask, jobId: string, target: string | null): Promise<void> {
  const path = restorePath(jobId);
  if (target !== null) await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'restore', keyVaultId: target } });
  await ask.send(z.unknown(), 'PUT', `${path}/machine`, { machine });
  portal.azure.advance(5 * MINUTE);
  const { steps } = await watchRestore(ask, path, (found) => states(found)['machine'] === 'done');
  if (steps.some(({ step, state }) => step === 'encryption' && state === 'ready')) await ask.send(z.unknown(), 'PUT', `${path}/encryption`);
  portal.azure.advance(5 * MINUTE);
  await ask.send(z.unknown(), 'PUT', `${path}/protection`, { policyName: 'DefaultPolicy' });
  await ask.send(z.array(z.string()), 'DELETE', `${path}/leftovers`);
}

const ALL = ['keys', 'machine', 'encryption', 'protection', 'after-care'] as const;
const idOf = vmId(machine.group, machine.name);

test.each([
  ['a machine whose keys are lost', 'OperationsRG', 'LostKeysVM1', 'IgniteRG'],
  ['a machine whose key vault is lost, from VHDs', 'OperationsRG', 'LostVaultVM1', null],
  ['a Linux machine with data disks', 'IgniteRG', 'FileServerVM3', 'IgniteRG'],
  ['a machine encrypted without an Entra application', 'OperationsRG', 'SinglePassVM1', 'IgniteRG'],
] as const)('%s comes back by scripts as it does by clicks', async (_what, group, name, targetGroup) => {
  const isLost = name.startsWith('Lost');
  await letIn(world.contoso, world.objectId);
  await newKeyVault(portal, 'FoundKV');
  const target = await newKeyVault(world.contoso, 'FoundKV', world.objectId);
  const jobs = await Promise.all(
    [world.contoso, portal].map(async (contoso) => {
      const ask = asker(() => contoso);
      await allowBlobs(contoso, ADELE);
      const item = isLost ? undefined : await backUp(contoso, ask, group, name);
      return { contoso, ask, jobId: await restoreDisks(contoso, ask, name, targetGroup, item) };
    }),
  );
  const [scripted, clicked] = jobs;
  if (!scripted || !clicked) throw new Error('no worlds');
  await click(clicked.ask, clicked.jobId, isLost ? target : null);
  await runSteps(scripted.ask, scripted.jobId, ALL, { keyVaultId: isLost ? target : null });
  const [byScript, byClick] = await Promise.all(jobs.map(({ contoso, jobId }) => pictureOf(contoso, idOf, jobId)));
  expect(byScript).toEqual(byClick);
  for (const { contoso, ask, jobId } of jobs) {
    contoso.azure.advance(60 * MINUTE);
    const done = await watchRestore(ask, restorePath(jobId), ({ steps }) => steps.every(({ state }) => state === 'done'));
    expect(states(done)).toEqual(MADE);
    expect(done.leftovers).toEqual([]);
  }
  if (!isLost) return;
  const { keyChain: chain } = await scripted.ask.get(restore, restorePath(scripted.jobId));
  const secrets = await Promise.all(jobs.map(({ contoso }) => secretOf(contoso, 'FoundKV', chain?.secret.name ?? '')));
  expect(secrets[0]).toEqual(secrets[1]);
});

test('one script makes the whole journey, with a key vault of its own', async () => {
  const ask = asker(() => world.contoso);
  const jobId = await restoreDisks(world.contoso, ask, 'LostVaultVM1');
  const keyVault = keyVaultId('KeyVaultRG', 'SecondKV');
  const ended = await world.run(await scriptOf(ask, jobId, 'journey', { keyVaultId: keyVault }));
  expect(ended, ended.errors).toMatchObject({ code: 0, output: expect.stringContaining('VM running') });
  const made = await direct(world.contoso.azure, 'adele', 'GET', `${keyVault}?api-version=2023-07-01`);
  expect(made.body).toMatchObject({ properties: { enabledForDiskEncryption: true } });
  // Again, nothing is made twice: the new machine is there, and it runs from other disks than these.
  const again = await world.run(await scriptOf(ask, jobId, 'machine', { keyVaultId: keyVault }));
  expect(again.code).not.toBe(0);
});
