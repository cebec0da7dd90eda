import {
  denyingPolicy,
  keyChain,
  machineOptions,
  machineSetting,
  planFault,
  restoreOutlook,
  restoreRecord,
  restoreScriptValues,
} from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { assignPolicy } from '../../../testing/assign-policy';
import { keyVaultId, OPERATIONS, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { machineMaker } from '../../../testing/making-machines';
import { beginRestore, decide, letGoOn, proposedAnswers } from '../../../testing/planning';
import { ADELE, allowBlobs, closeAccount, restoreDisks, restorePath, states } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { tagMachine } from '../../../testing/tag-machine';

let contoso: Contoso;
const ask = asker(() => contoso);
const { create, draft } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const ITEM = `${OPERATIONS}/items/RestoreRG/WinSingleVM1`;
const TAGS = { 'cost-center': '4711', application: 'orders' };
const PLACE = { group: 'RestoreRG' };

const restored = (group = 'RestoreRG') => restoreDisks(contoso, ask, 'WinSingleVM1', group, ITEM);
const tagsOf = (id: string) => contoso.azure.world.resources.get(id)?.tags;
/** Tags of what was made for the machine of a restore, by the end of its name. */
const tagsBeside = (jobId: string) =>
  Object.fromEntries(
    contoso.azure.world.resources
      .below(PRODUCTION)
      .filter(({ tags }) => tags?.['tresor-restore'] === jobId)
      .map(({ name, tags }) => [name.split('-').at(-1), tags]),
  );
const require = (tagName: string) =>
  assignPolicy(contoso.azure, 'Tagged', {
    scope: `${PRODUCTION}/resourceGroups/RestoreRG`,
    policy: 'tagOnResources',
    parameters: { tagName },
  });
const policiesOf = async (jobId: string, change: object) =>
  (
    await ask.send(
      z.strictObject({ policies: z.array(denyingPolicy), areSeen: z.boolean() }),
      'POST',
      `${restorePath(jobId)}/machine/policies/check`,
      await draft(jobId, { ...PLACE, ...change }),
    )
  ).policies.map(({ name }) => name);
const tagsSetting = async (jobId: string) =>
  (await ask.get(z.array(machineSetting), `${restorePath(jobId)}/settings`)).find(({ aspect }) => aspect === 'tags');

it('a new machine, its interface and its address have the old one’s tags, which is told before and needs nothing after', async () => {
  const jobId = await restored();
  expect(await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`)).toMatchObject({ tags: TAGS });
  const { machineId } = await create(jobId, { ...PLACE, publicIp: true });
  expect(tagsOf(machineId)).toEqual(TAGS);
  const beside = { ...TAGS, 'tresor-restore': jobId };
  expect(tagsBeside(jobId)).toEqual({ nic: beside, ip: beside });
  contoso.azure.advance(300_000);
  await expect.poll(() => tagsSetting(jobId)).toMatchObject({ state: 'same', new: ['cost-center: 4711', 'application: orders'] });
});

it('where a policy wants one of them, the machine is made, and is refused without them, which is told before', async () => {
  const jobId = await restored();
  await require('Cost-Center');
  expect(await policiesOf(jobId, { publicIp: true })).toEqual([]);
  expect(await policiesOf(jobId, { withoutTags: true })).toEqual(['Tagged']);
  const refused = await draft(jobId, { ...PLACE, withoutTags: true });
  expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, refused)).toBe('disallowed-by-policy');
  const { machineId } = await create(jobId, { ...PLACE, publicIp: true });
  expect(tagsOf(machineId)).toEqual(TAGS);
});

const deniedOf = async () => {
  const { steps } = await ask.get(restoreOutlook, `${ITEM}/restores/outlook?edition=current`);
  return steps.flatMap(({ step, state }) => (state === 'disallowed' ? [step] : []));
};

it('before the first step it is told of a tag that the old machine lacks, and of none that it has', async () => {
  const lift = await require('application');
  expect(await deniedOf()).toEqual([]);
  await lift();
  await require('owner');
  await expect.poll(deniedOf).toEqual(['machine', 'encryption']);
});

it('somebody can decide that it has none, which is on record, and take them over later', async () => {
  const jobId = await restored();
  const { machineId } = await create(jobId, { ...PLACE, withoutTags: true });
  expect(tagsOf(machineId)).toBeUndefined();
  expect(tagsBeside(jobId)).toEqual({ nic: { 'tresor-restore': jobId } });
  const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
  expect(commands.at(-1)?.about).toMatchObject({ tags: 'none' });
  contoso.azure.advance(300_000);
  await expect.poll(() => tagsSetting(jobId)).toMatchObject({ state: 'offer', new: [] });
  const { machine } = await ask.get(restoreScriptValues, `${restorePath(jobId)}/script-values`);
  expect(machine).toMatchObject({ withoutTags: true });
});

it('a tag that the old machine lacks is added by hand, also in place of one of its own, and is on record', async () => {
  const jobId = await restored();
  await require('owner');
  expect(await policiesOf(jobId, {})).toEqual(['Tagged']);
  const addedTags = [
    { name: 'Owner', value: 'adele' },
    { name: 'APPLICATION', value: 'orders-copy' },
  ];
  expect(await policiesOf(jobId, { addedTags })).toEqual([]);
  const { machineId } = await create(jobId, { ...PLACE, addedTags });
  const given = { Owner: 'adele', APPLICATION: 'orders-copy', 'cost-center': '4711' };
  expect(tagsOf(machineId)).toEqual(given);
  expect(tagsBeside(jobId)).toEqual({ nic: { ...given, 'tresor-restore': jobId } });
  const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
  expect(commands.at(-1)?.about).toMatchObject({ addedTags: 'Owner: adele, APPLICATION: orders-copy' });
});

it.each(['azureOwner', 'Tresor-Restore', 'a/b', ''])('nobody adds a tag called %j', async (name) => {
  const jobId = await restored();
  const machine = await draft(jobId, { ...PLACE, addedTags: [{ name, value: 'x' }] });
  expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, machine)).toBe('invalid-request');
});

it('what Azure wrote itself stays behind, and the mark of the restore has its place', async () => {
  const many = Object.fromEntries(Array.from({ length: 49 }, (_, number) => [`t${String(number)}`, 'x']));
  tagMachine(contoso, 'RestoreRG', 'WinSingleVM1', { 'Microsoft.Something': 'its own', 'Tresor-Restore': 'another', last: 'y', ...many });
  const jobId = await restored();
  await closeAccount(contoso);
  const { machineId } = await create(jobId, PLACE);
  expect(tagsOf(machineId)).toEqual({ last: 'y', ...many });
  const nic = tagsBeside(jobId)['nic'] ?? {};
  expect(Object.keys(nic)).toHaveLength(50);
  expect(nic['tresor-restore']).toBe(jobId);
  contoso.azure.advance(300_000);
  await expect.poll(() => tagsSetting(jobId)).toMatchObject({ state: 'same' });
});

it('an isolated machine has none: what goes by tags would take it for the old one', async () => {
  const group = `tresor-isolated-${'0'.repeat(31)}2`;
  await direct(contoso.azure, 'adele', 'PUT', `${PRODUCTION}/resourceGroups/${group}?api-version=2021-04-01`, { location: 'westeurope' });
  const jobId = await restored(group);
  expect(await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`)).toMatchObject({ tags: {} });
});

it('a new key vault has them, too, beside what says what it was made for', async () => {
  tagMachine(contoso, 'OperationsRG', 'LostVaultVM1', TAGS);
  const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
  const how = { way: 'create', name: 'TaggedKV', group: 'KeyVaultRG' };
  await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how });
  expect(tagsOf(keyVaultId('KeyVaultRG', 'TaggedKV'))).toEqual({
    ...TAGS,
    'restored-keys-of': expect.any(String),
    'tresor-restore': jobId,
  });
});

it('a restore that goes on alone gives a new key vault what was added for its machine, which is told before', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  const keys = { way: 'create', name: 'TaggedKV', group: 'KeyVaultRG' };
  const answers = z.looseObject({ machine: z.looseObject({}) }).parse(await proposedAnswers(ask, path, { keys }));
  await assignPolicy(contoso.azure, 'Tagged', { scope: PRODUCTION, policy: 'tagOnResources', parameters: { tagName: 'owner' } });
  const faultsOf = async (machine: object) =>
    (await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers: { ...answers, machine } })).map(({ fault }) => fault);
  const added = { ...answers.machine, addedTags: [{ name: 'owner', value: 'adele' }] };
  expect(await faultsOf(answers.machine)).toEqual(['keys', 'machine', 'encryption']);
  expect(await faultsOf(added)).toEqual([]);
  await decide(ask, path, { ...answers, machine: added });
  expect(states(await letGoOn(contoso, ask, path))).toMatchObject({ keys: 'done', machine: 'done', encryption: 'done' });
  expect(tagsOf(keyVaultId('KeyVaultRG', 'TaggedKV'))).toMatchObject({ owner: 'adele' });
});

it('what a policy wants a tag of is told before a restore goes on alone without it, and not with it', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1');
  const answers = z.looseObject({ machine: z.looseObject({}) }).parse(await proposedAnswers(ask, path));
  await require('cost-center');
  const withoutTags = { ...answers, machine: { ...answers.machine, withoutTags: true } };
  const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers: withoutTags });
  expect(faults.map(({ field, fault }) => `${field} ${fault}`)).toEqual(['policy machine', 'policy encryption']);
  expect(await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers })).toEqual([]);
});
