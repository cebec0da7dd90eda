import { keyChain, planAnswers, planFault, restore, restorePlan, restoreRecord } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { backUpByPolicy } from '../../../testing/assign-policy';
import { keyVaultId, OPERATIONS, PRODUCTION, vaultId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles, type OwnRole } from '../../../testing/hold-roles';
import {
  acceptedCommands,
  beginRestore,
  decide,
  endTokens,
  letComeToItsEnd,
  lookAtPlan,
  machineRequests,
  proposedAnswers,
  twice,
  watchPlan,
  waitsForAzure,
} from '../../../testing/planning';
import { ADELE, ALEX, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

const ADELES_NAME = 'adele.vance@contoso.example';
const ALEXS_NAME = 'alex.wilber@contoso.example';
const HOUR = 3_600_000;
const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
  await allowBlobs(contoso, ALEX);
});
afterEach(() => contoso[Symbol.asyncDispose]());

it('a restore is asked everything while its disks are restored, and comes to its end without a page', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  const keys = { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' };
  const plan = await decide(ask, path, await proposedAnswers(ask, path, { keys }));
  expect(plan.standing).toMatchObject({ state: 'running', inNameOf: { username: ADELES_NAME } });
  expect(plan.lacking).toEqual([]);
  // The restore is looked at; the plan itself nobody opens while it goes on.
  const end = await letComeToItsEnd(contoso, ask, path);
  expect(new Set(Object.values(states(end)))).toEqual(new Set(['done']));
  const done = await watchPlan(ask, path, 'done');
  expect(done.standing.state).toBe('done');
  expect(done.given.map(({ command, outcome }) => [command, outcome])).toEqual([
    ['restore-keys', 'accepted'],
    ['create-machine', 'accepted'],
    ['protect', 'accepted'],
    ['remove-leftovers', 'accepted'],
    ['back-up-now', 'accepted'],
  ]);
  expect(twice(contoso)).toEqual([]);
  const { commands } = await ask.get(restoreRecord, `${path}/record`);
  expect(commands.map(({ command, result, about }) => [command, result, about['given']])).toEqual([
    ['restores.start', 'accepted', undefined],
    ['restores.putPlan', 'done', undefined],
    ['restores.restoreKeys', 'done', 'plan'],
    ['restores.createMachine', 'accepted', 'plan'],
    ['restores.protectRestored', 'accepted', 'plan'],
    ['restores.removeLeftovers', 'done', 'plan'],
    ['items.backUpNow', 'accepted', 'plan'],
  ]);
  // What a run began ends on record as what a person began does.
  expect(commands.at(-1)?.end).toMatchObject({ state: 'known', value: { end: 'succeeded' } });
  expect(new Set(commands.map(({ correlationId }) => correlationId)).size).toBe(commands.length);
});

it('what its commands come to is on record as it is of those that a person gives, also that a key vault stays without purge protection', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  await decide(ask, path, await proposedAnswers(ask, path, { keys: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' } }));
  contoso.azure.advance(HOUR);
  const given = async () => (await lookAtPlan(ask, path))?.given.map(({ command, outcome }) => [command, outcome]);
  await expect.poll(given, { timeout: 20_000 }).toContainEqual(['create-machine', 'accepted']);
  const lock = `${keyVaultId('KeyVaultRG', 'GoneKV2')}/providers/Microsoft.Authorization/locks/still?api-version=2020-05-01`;
  await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'ReadOnly' } });
  await letComeToItsEnd(contoso, ask, path);
  const { commands } = await ask.get(restoreRecord, `${path}/record`);
  const aboutOf = (name: string) => commands.find(({ command }) => command === name)?.about;
  expect(aboutOf('restores.restoreKeys')).toMatchObject({ secret: expect.stringContaining('gonekv2') });
  expect(aboutOf('restores.createMachine')).toMatchObject({ machineId: expect.stringMatching(/Alone$/) });
  expect(aboutOf('restores.protectRestored')).toMatchObject({ unprotected: 'GoneKV2' });
  expect(aboutOf('restores.removeLeftovers')).toMatchObject({ unprotected: 'GoneKV2' });
});

it('a first backup that Azure accepts and that comes to nothing stops it there, with the reason', async () => {
  const path = await beginRestore(ask, 'FullRestoreVM1');
  contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'in-vain', times: 1, seconds: 60 });
  contoso.azure.faults.arm({ operation: 'GET .*/backupOperations/', kind: '409', times: 1 });
  await decide(ask, path, await proposedAnswers(ask, path, { removeLeftovers: false }));
  const stands = async () => {
    contoso.azure.advance(HOUR / 4);
    return (await lookAtPlan(ask, path))?.standing;
  };
  const stop = { step: 'protection', reason: 'refused', code: 'operation-failed', azureCode: 'OperationFailed' };
  await expect.poll(stands, { timeout: 60_000, interval: 500 }).toMatchObject({ state: 'needs-person', stop });
});

it('a machine that a policy has protected first is backed up, and its new key vault kept from purging all the same', async () => {
  await backUpByPolicy(contoso.azure, vaultId('OperationsRG', 'OperationsVault'), 'PT0M');
  const path = await beginRestore(ask, 'LostVaultVM1');
  const keys = { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' };
  await decide(ask, path, await proposedAnswers(ask, path, { keys, removeLeftovers: false }));
  // Its leftovers would be next for a person all the while.
  const stands = async () => {
    contoso.azure.advance(HOUR / 4);
    return (await lookAtPlan(ask, path))?.standing.state;
  };
  await expect.poll(stands, { timeout: 60_000, interval: 1_000 }).toBe('done');
  const done = await watchPlan(ask, path, 'done');
  expect(done.given.map(({ command }) => command)).toEqual(['restore-keys', 'create-machine', 'back-up-now']);
  const { body } = await direct(contoso.azure, 'adele', 'GET', `${keyVaultId('KeyVaultRG', 'GoneKV2')}?api-version=2023-07-01`);
  expect(body).toMatchObject({ properties: { enablePurgeProtection: true } });
});

it('it waits once the sign-in ends in whose name it went on, and goes on when somebody else with the rights opens it', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1', { person: 'alex' });
  const plan = await decide(ask, path, await proposedAnswers(ask, path, {}, { person: 'alex' }), { person: 'alex' });
  expect(plan.standing).toMatchObject({ state: 'running', inNameOf: { username: ALEXS_NAME } });
  await endTokens(contoso, ALEXS_NAME);
  contoso.azure.advance(6 * HOUR);
  // Megan may look and nothing else: what she opens does not go on, and says what she lacks.
  const found = await watchPlan(ask, path, 'waiting', { person: 'megan' });
  expect(found.standing.state).toBe('waiting');
  expect(found.lacking).toContain('create-machine');
  expect(acceptedCommands(contoso)).toEqual({});
  const taken = await watchPlan(ask, path, 'running');
  expect(taken.standing).toMatchObject({ state: 'running', inNameOf: { username: ADELES_NAME } });
  expect((await letComeToItsEnd(contoso, ask, path)).next.kind).toBe('done');
  const done = await watchPlan(ask, path, 'done');
  expect(done.standing.state).toBe('done');
  expect(new Set(done.given.map(({ inNameOf }) => inNameOf.username))).toEqual(new Set([ADELES_NAME]));
  expect(Object.values(acceptedCommands(contoso))).toEqual([1, 1, 1]);
});

it('whether its files with key data may be deleted is not asked of who takes it over', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1');
  await decide(ask, path, await proposedAnswers(ask, path));
  const withoutDisks = { actions: ['*'], notActions: ['Microsoft.Compute/disks/read'], dataActions: [BLOBS] };
  await holdRoles(contoso, ALEX, [{ role: withoutDisks, scope: PRODUCTION }]);
  await endTokens(contoso, ADELES_NAME);
  contoso.azure.advance(6 * HOUR);
  const { lacking } = await watchPlan(ask, path, 'waiting', { person: 'alex' });
  expect(lacking).toContain('create-machine');
  expect(lacking).not.toContain('remove-leftovers');
});

it('a server that ends takes nothing with it, and two that are asked at once do nothing twice', async () => {
  const first = await contoso.startAnother();
  const path = await beginRestore(ask, 'WinSingleVM1', { server: first });
  await decide(ask, path, await proposedAnswers(ask, path), { server: first });
  await first[Symbol.asyncDispose]();
  await using second = await contoso.startAnother({ dataDir: first.dataDir });
  await using third = await contoso.startAnother({ dataDir: first.dataDir });
  const servers = [second, third];
  const lookAtOnce = () =>
    Promise.all(servers.map((server, index) => lookAtPlan(ask, path, { person: ['adele', 'alex'][index] ?? 'adele', server })));
  while ((await lookAtOnce()).every((plan) => plan?.standing.state !== 'done')) {
    if (waitsForAzure(await ask.get(restore, `${path}?edition=current`))) contoso.azure.advance(15 * 60_000);
  }
  expect((await watchPlan(ask, path, 'done', { server: third })).standing.state).toBe('done');
  expect(twice(contoso)).toEqual([]);
});

it('a request for the machine that comes late, when another server has made it by then, changes nothing of it', async () => {
  await using first = await contoso.startAnother();
  await using second = await contoso.startAnother({ dataDir: first.dataDir });
  const path = await beginRestore(ask, 'WinSingleVM1', { server: first });
  contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/Alone$', kind: 'slow', seconds: 60, times: 1 });
  await decide(ask, path, await proposedAnswers(ask, path), { server: first });
  contoso.azure.advance(6 * HOUR);
  await expect.poll(() => contoso.azure.faults.armed, { timeout: 20_000 }).toEqual([]);
  await decide(ask, path, await proposedAnswers(ask, path), { server: second });
  const asked = () => machineRequests(contoso);
  await expect.poll(asked, { timeout: 20_000 }).toEqual([201]);
  contoso.azure.faults.clear();
  await expect.poll(asked, { timeout: 20_000 }).toEqual([201, 412]);
  expect(twice(contoso)).toEqual([]);
  expect((await letComeToItsEnd(contoso, ask, path, { server: second })).next.kind).toBe('done');
});

it('it goes on as soon as its server is gone, also for somebody who asked another one right before, and says so before Azure answers', async () => {
  const first = await contoso.startAnother();
  const path = await beginRestore(ask, 'WinSingleVM1', { server: first });
  await decide(ask, path, await proposedAnswers(ask, path), { person: 'alex', server: first });
  await using second = await contoso.startAnother({ dataDir: first.dataDir }, { longestGap: HOUR });
  const standing = async () => (await lookAtPlan(ask, path, { server: second }))?.standing;
  expect(await standing()).toMatchObject({ state: 'running', inNameOf: { username: ALEXS_NAME } });
  await first[Symbol.asyncDispose]();
  contoso.azure.faults.arm({ operation: 'GET .*/recoveryPoints', kind: 'slow', seconds: 60, times: 100 });
  await expect.poll(standing).toMatchObject({ state: 'running', inNameOf: { username: ADELES_NAME } });
  contoso.azure.faults.clear();
});

it('one of which only what somebody cannot see is left waits for those who can', async () => {
  const first = await contoso.startAnother();
  const path = await beginRestore(ask, 'WinSingleVM1', { server: first });
  const answers = await proposedAnswers(ask, path);
  await decide(ask, path, answers, { server: first });
  await first[Symbol.asyncDispose]();
  await decide(ask, path, answers);
  expect((await letComeToItsEnd(contoso, ask, path)).next.kind).toBe('done');
  await using second = await contoso.startAnother({ dataDir: first.dataDir });
  const seen = await lookAtPlan(ask, path, { server: second, person: 'megan' });
  expect(seen).toMatchObject({ lacking: ['restore-keys'], standing: { state: 'waiting' } });
  expect((await watchPlan(ask, path, 'done', { server: second })).standing.state).toBe('done');
});

it('what stands in the way is told before, and a plan with it is not begun', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  const check = async (change: object, person = 'adele') =>
    ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers: await proposedAnswers(ask, path, change) }, { person });
  expect(await check({ keys: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' } })).toEqual([]);
  expect(await check({})).toEqual([
    { field: 'machine', fault: 'keys-not-verified' },
    { field: 'keys', fault: 'not-answered' },
  ]);
  const noPolicy = { keys: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' }, policyName: 'NoSuchPolicy' };
  expect(await check(noPolicy)).toEqual([{ field: 'policyName', fault: 'policy-missing' }]);
  expect((await check({}, 'megan')).map(({ field }) => field)).toContain('rights');
  const refused = await ask.refusal('PUT', `${path}/plan`, { answers: await proposedAnswers(ask, path) });
  expect(refused).toBe('plan-refused');
  expect(await lookAtPlan(ask, path)).toBeNull();
});

/** Restores the disks of a machine of one pass whose key is gone, so that it comes back under another URL. */
async function restoreWithoutKey(targetGroup: string | null): Promise<string> {
  const path = restorePath(await restoreDisks(contoso, ask, 'WinSingleVM1', targetGroup, `${OPERATIONS}/items/RestoreRG/WinSingleVM1`));
  const { keyChain: chain } = await ask.get(restore, path);
  const key = chain?.key?.url.split('/').slice(0, 5).join('/') ?? '';
  for (const url of [key, key.replace('/keys/', '/deletedkeys/')]) await direct(contoso.azure, 'adele', 'DELETE', `${url}?api-version=7.4`);
  return path;
}

it.each<[what: string, targetGroup: string | null, lacking: string[], withheld: OwnRole]>([
  // A machine that takes a disk changes it, too.
  [
    'managed disks',
    'IgniteRG',
    ['create-machine', 'move-keys', 'remove-leftovers'],
    { actions: ['*'], notActions: ['Microsoft.Compute/disks/write'] },
  ],
  ['VHDs', null, ['move-vhd-keys', 'remove-leftovers'], { actions: ['*'] }],
])('who may not write keys into %s is told before any comes back', async (_what, targetGroup, lacking, withheld) => {
  const path = await restoreWithoutKey(targetGroup);
  const answers = await proposedAnswers(ask, path, { keys: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' } });
  const rights = async () => {
    const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers }, { person: 'alex' });
    return faults.flatMap(({ field, fault }) => (field === 'rights' ? [fault] : []));
  };
  await holdRoles(contoso, ALEX, [{ role: { actions: ['*'], dataActions: [BLOBS] }, scope: PRODUCTION }]);
  expect(await rights()).toEqual([]);
  await holdRoles(contoso, ALEX, [{ role: withheld, scope: PRODUCTION }]);
  expect(await rights()).toEqual(lacking);
  expect(await ask.refusal('PUT', `${path}/plan`, { answers }, { person: 'alex' })).toBe('plan-refused');
});

it('who may not write to the disks where they are is told before, wherever the machine will stand', async () => {
  const item = await backUp(contoso, ask, 'IgniteRG', 'WebVM1');
  const path = restorePath(await restoreDisks(contoso, ask, 'WebVM1', 'IgniteRG', item));
  const { machine, ...others } = planAnswers.parse(await proposedAnswers(ask, path, { policyName: null }));
  const answers = { ...others, machine: { ...machine, name: 'Beside', group: 'OperationsRG' } };
  const rights = async () => {
    const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers }, { person: 'alex' });
    return faults.flatMap(({ field, fault }) => (field === 'rights' ? [fault] : []));
  };
  const write = 'Microsoft.Compute/disks/write';
  const writesIn = (group: string) =>
    holdRoles(contoso, ALEX, [
      { role: { actions: ['*'], notActions: [write] }, scope: PRODUCTION },
      { role: { actions: [write] }, scope: `${PRODUCTION}/resourceGroups/${group}` },
    ]);
  await writesIn('OperationsRG');
  expect(await rights()).toEqual(['create-machine']);
  await writesIn('IgniteRG');
  await expect.poll(rights).toEqual([]);
});

it('who may not delete files with key data is told before, unless they stay or there are none', async () => {
  const path = await beginRestore(ask, 'FullRestoreVM1');
  const rights = async (place: string, change: object = {}) => {
    const answers = await proposedAnswers(ask, place, { policyName: null, ...change });
    const faults = await ask.send(z.array(planFault), 'POST', `${place}/plan/check`, { answers }, { person: 'alex' });
    return faults.flatMap(({ field, fault }) => (field === 'rights' ? [fault] : []));
  };
  await holdRoles(contoso, ALEX, [{ role: { actions: ['*'] }, scope: PRODUCTION }]);
  expect(await rights(path)).toEqual(['remove-leftovers']);
  expect(await rights(path, { removeLeftovers: false })).toEqual([]);
  const plain = await backUp(contoso, ask, 'IgniteRG', 'WebVM1');
  expect(await rights(restorePath(await restoreDisks(contoso, ask, 'WebVM1', 'IgniteRG', plain)))).toEqual([]);
});

it('keys that somebody has put elsewhere by then are used there, whatever was answered before', async () => {
  const path = restorePath(await restoreDisks(contoso, ask, 'LostKeysVM1'));
  const rights = async (keys: object | null) => {
    const answers = await proposedAnswers(ask, path, { keys, policyName: null, removeLeftovers: false });
    const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers }, { person: 'alex' });
    return faults.flatMap(({ field, fault }) => (field === 'rights' ? [fault] : []));
  };
  const elsewhere = { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' };
  await ask.send(keyChain, 'PUT', `${path}/keys`, { how: { way: 'restore', keyVaultId: keyVaultId('IgniteRG', 'IgniteDemoKV') } });
  const withoutKeys = { actions: ['*'], notActions: ['Microsoft.KeyVault/vaults/deploy/action'] };
  const deploys = { actions: ['Microsoft.KeyVault/vaults/deploy/action'] };
  await holdRoles(contoso, ALEX, [
    { role: withoutKeys, scope: PRODUCTION },
    { role: deploys, scope: `${PRODUCTION}/resourceGroups/KeyVaultRG` },
  ]);
  expect(await rights(elsewhere)).toContain('create-machine');
  expect(await rights(null)).toContain('create-machine');
  await holdRoles(contoso, ALEX, [
    { role: withoutKeys, scope: PRODUCTION },
    { role: deploys, scope: `${PRODUCTION}/resourceGroups/IgniteRG` },
  ]);
  expect(await rights(elsewhere)).toEqual([]);
  expect(await rights(null)).toEqual([]);
});

it('a key vault is in the way whose name somebody has, and not the one that the restore has made', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  const faults = async (name: string) => {
    const answers = await proposedAnswers(ask, path, { keys: { way: 'create', name, group: 'KeyVaultRG' } });
    return ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers });
  };
  expect(await faults('IgniteDemoKV')).toEqual([{ field: 'keys', fault: 'new-name-taken' }]);
  expect(await faults('GoneKV-2')).toEqual([]);
});

it('where nobody was asked a person is needed, since one moment, and a new decision goes on', async () => {
  const path = await beginRestore(ask, 'FullRestoreVM1');
  await decide(ask, path, await proposedAnswers(ask, path));
  const { keyChain: chain } = await ask.get(restore, path);
  // Somebody deletes the secret while the disks are on their way.
  await direct(contoso.azure, 'adele', 'DELETE', `${chain?.secret.url.split('/').slice(0, 5).join('/')}?api-version=7.4`);
  contoso.azure.advance(6 * HOUR);
  const stuck = await watchPlan(ask, path, 'needs-person');
  expect(stuck.standing).toMatchObject({ state: 'needs-person', stop: { reason: 'not-answered', step: 'keys', command: 'restore-keys' } });
  const since = stuck.standing.state === 'needs-person' ? stuck.standing.since : '';
  contoso.azure.advance(60_000);
  expect((await watchPlan(ask, path, 'needs-person')).standing).toMatchObject({ since });
  await decide(ask, path, await proposedAnswers(ask, path, { keys: { way: 'recover' } }));
  expect((await letComeToItsEnd(contoso, ask, path)).next.kind).toBe('done');
  expect((await watchPlan(ask, path, 'done')).standing.state).toBe('done');
  expect(twice(contoso)).toEqual([]);
});

it('anyone who could go on with it and takes back control is obeyed, and a plan that was stopped stays so', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1');
  await decide(ask, path, await proposedAnswers(ask, path));
  // Lee may make machines, and not have them use the keys.
  for (const person of ['megan', 'lee']) expect(await ask.refusal('DELETE', `${path}/plan`, undefined, { person })).toBe('forbidden');
  const stopped = await ask.send(restorePlan, 'DELETE', `${path}/plan`, undefined, { person: 'alex' });
  expect(stopped.standing).toMatchObject({ state: 'stopped', by: { username: ALEXS_NAME } });
  contoso.azure.advance(6 * HOUR);
  expect((await watchPlan(ask, path, 'stopped')).standing.state).toBe('stopped');
  const over = await watchRestore(ask, path, (found) => states(found)['disks'] === 'done');
  expect(states(over)).toMatchObject({ machine: 'ready' });
  expect(acceptedCommands(contoso)).toEqual({});
  expect(await ask.refusal('DELETE', `${OPERATIONS}/restores/${path.split('/').at(-1)?.replaceAll(/[0-9]/g, '0')}/plan`)).toBe(
    'job-not-found',
  );
});

it('a restore says whether it goes on alone, to anyone who reads it, and to look changes nothing', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1', { person: 'alex' });
  const aloneFor = async (person: string) => (await ask.get(restore, path, { person })).alone;
  expect(await aloneFor('megan')).toBe(false);
  await decide(ask, path, await proposedAnswers(ask, path, {}, { person: 'alex' }), { person: 'alex' });
  expect(await aloneFor('megan')).toBe(true);
  await endTokens(contoso, ALEXS_NAME);
  contoso.azure.advance(6 * HOUR);
  await watchPlan(ask, path, 'waiting', { person: 'megan' });
  // Adele could go on with it; it is not the plan that she asks for.
  expect(await aloneFor('adele')).toBe(false);
  expect(await watchPlan(ask, path, 'waiting', { person: 'megan' })).toMatchObject({ standing: { state: 'waiting' } });
});

it('a restore that is discarded takes its plan with it', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1', { person: 'alex' });
  await decide(ask, path, await proposedAnswers(ask, path, {}, { person: 'alex' }), { person: 'alex' });
  expect(await ask.refusal('POST', `${path}/discard`, { vmName: 'WinSingleVM1' })).toBe('restore-running');
  expect((await ask.get(restore, path)).alone).toBe(true);
  await endTokens(contoso, ALEXS_NAME);
  contoso.azure.advance(6 * HOUR);
  await watchPlan(ask, path, 'waiting', { person: 'megan' });
  // Who may delete nothing of it does not end its plan.
  await ask.send(z.unknown(), 'POST', `${path}/discard`, { vmName: 'WinSingleVM1' }, { person: 'megan' });
  expect(await lookAtPlan(ask, path, { person: 'megan' })).toMatchObject({ standing: { state: 'waiting' } });
  await ask.send(z.unknown(), 'POST', `${path}/discard`, { vmName: 'WinSingleVM1' });
  expect(await lookAtPlan(ask, path, { person: 'megan' })).toMatchObject({ standing: { state: 'stopped', by: { username: ADELES_NAME } } });
  // Nobody who opens it goes on with it.
  expect(await lookAtPlan(ask, path)).toMatchObject({ standing: { state: 'stopped' } });
  expect(acceptedCommands(contoso)).toEqual({});
});
