import { itemDetails, keyChain, recoveryPoint, removedLeftovers, restore } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { asker, type Ask } from '../../apps/bff/src/testing/ask';
import { keyVaultId, OPERATIONS, storageAccountId, vmId } from '../../apps/bff/src/testing/contoso-places';
import { seen } from '../../apps/bff/src/facts';
import { direct } from '../../apps/bff/src/testing/direct';
import { ADELE, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../apps/bff/src/testing/restoring';
import { startContoso, untilMorning, type Contoso } from '../../apps/bff/src/testing/start-contoso';
import { applicationOf, startWorld, type World } from './azure-cli';
import { letIn, newKeyVault } from './key-vaults';
import { pictureOf, secretInFile, secretInKeyVault, secretOf } from './picture';
import { machine, pathOf, runScript, runSteps, scriptOf, textOf } from './portal-scripts';

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
const HOUR = 60 * MINUTE;
const MADE = { disks: 'done', keys: 'done', machine: 'done', encryption: 'done', protection: 'done', 'after-care': 'done' };

/** A whole night passes: a machine is not called protected before a backup has read its keys. */
const nextNight = ({ azure }: Contoso) => azure.advance(24 * HOUR + untilMorning(azure.world.clock.now()));

/** Restores the disks of a machine's newest point by the script that the chosen point and configuration give. Answers the job's id. */
async function disksByScript(ask: Ask, group: string, name: string, targetGroup: string | null): Promise<string> {
  const path = pathOf(OPERATIONS);
  const [point] = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/${group}/${name}/recovery-points`);
  const account = storageAccountId('contosostaging');
  const values = { ...path, vmGroup: group, vmName: name, pointId: point?.id ?? '', storageAccountId: account, targetGroup };
  const ended = await runScript(world, textOf({ of: 'disks', values }));
  return /^Job (\S+)$/m.exec(ended.output)?.[1] ?? '';
}

/** The same by clicks. */
async function click(ask: Ask, jobId: string, target: string | null): Promise<void> {
  const path = restorePath(jobId);
  if (target !== null) await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'restore', keyVaultId: target } });
  await ask.send(z.unknown(), 'PUT', `${path}/machine`, { machine });
  portal.azure.advance(5 * MINUTE);
  const { steps, pass } = await watchRestore(ask, path, (found) => states(found)['machine'] === 'done');
  if (steps.some(({ step, state }) => step === 'encryption' && state === 'ready')) {
    const application = pass === 'dual' ? applicationOf(portal) : null;
    await ask.send(z.unknown(), 'PUT', `${path}/encryption`, { application, encryptPlain: true });
  }
  portal.azure.advance(5 * MINUTE);
  await ask.send(z.unknown(), 'PUT', `${path}/protection`, { policyName: 'DefaultPolicy', edition: 'current' });
  await ask.send(removedLeftovers, 'DELETE', `${path}/leftovers`);
}

const ALL = ['keys', 'machine', 'encryption', 'protection', 'after-care'] as const;
const idOf = vmId(machine.group, machine.name);
const VAULT = vmId('OperationsRG', '').replace(/Microsoft\.Compute.*$/, 'Microsoft.RecoveryServices/vaults/OperationsVault');

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
      const isScripted = contoso === world.contoso;
      const jobId = isScripted
        ? await disksByScript(ask, group, name, targetGroup)
        : await restoreDisks(contoso, ask, name, targetGroup, item);
      return { contoso, ask, jobId };
    }),
  );
  const [scripted, clicked] = jobs;
  if (!scripted || !clicked) throw new Error('no worlds');
  // The file goes with what the restore leaves behind.
  const bytes = isLost ? await Promise.all(jobs.map(({ contoso, jobId }) => secretInFile(contoso, VAULT, jobId))) : [];
  await click(clicked.ask, clicked.jobId, isLost ? target : null);
  await runSteps(world, scripted.ask, scripted.jobId, ALL, { keyVaultId: isLost ? target : null });
  const [byScript, byClick] = await Promise.all(jobs.map(({ contoso, jobId }) => pictureOf(contoso, idOf, jobId)));
  expect(byScript).toEqual(byClick);
  for (const { contoso, ask, jobId } of jobs) {
    nextNight(contoso);
    const done = await watchRestore(ask, restorePath(jobId), ({ steps }) => steps.every(({ state }) => state === 'done'));
    expect(states(done)).toEqual(MADE);
    expect(seen(done.leftovers)).toEqual([]);
  }
  if (!isLost) return;
  const { keyChain: chain } = await scripted.ask.get(restore, restorePath(scripted.jobId));
  const secrets = await Promise.all(jobs.map(({ contoso }) => secretOf(contoso, 'FoundKV', chain?.secret.name ?? '')));
  expect(secrets[0]).toEqual(secrets[1]);
  const put = await Promise.all(jobs.map(({ contoso }) => secretInKeyVault(contoso, 'FoundKV', chain?.secret.name ?? '')));
  expect(put).toEqual(bytes);
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

test('a machine is protected and backed up by scripts', async () => {
  const path = pathOf(OPERATIONS);
  const [group, name] = ['OperationsRG', 'SinglePassVM1'];
  const ask = asker(() => world.contoso);
  const scripts = [
    { of: 'protection', values: { ...path, policyName: 'DefaultPolicy', vmIds: [vmId(group, name)] } },
    { of: 'backup-now', values: { ...path, vmGroup: group, vmName: name, retainUntil: '2030-01-31' } },
  ] as const;
  for (const wanted of scripts) {
    await runScript(world, textOf(wanted));
    world.contoso.azure.advance(360 * MINUTE);
  }
  const { recoveryPointCount, policyName } = await ask.get(itemDetails, `${OPERATIONS}/items/${group}/${name}`);
  expect([recoveryPointCount, policyName]).toEqual([1, 'DefaultPolicy']);
  const [point] = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/${group}/${name}/recovery-points`);
  expect(point?.expires?.slice(0, 10)).toBe('2030-01-31');
});
