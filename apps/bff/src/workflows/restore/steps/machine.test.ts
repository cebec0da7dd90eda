import { keyChain, restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { keyVaultId, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { createdMachine, machineMaker } from '../../../testing/making-machines';
import { proposedAnswers } from '../../../testing/planning';
import { ADELE, allowBlobs, backUp, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { shortenSize } from '../../../testing/shorten-size';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { whileTimePasses } from '../../../testing/while-time-passes';

let contoso: Contoso;
const ask = asker(() => contoso);
const { draft, create, check, networkOf, run } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const WHOLE = { disks: 'done', keys: 'done', machine: 'done', encryption: 'done' };

describe('a machine of restored disks', () => {
  it('runs and is encrypted', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(await check(jobId)).toEqual([]);
    const remove = ['DELETE', `${restorePath(jobId)}/leftovers`] as const;
    expect(await ask.refusal(...remove)).toBe('machine-not-verified');
    const { machineId: id } = await create(jobId, { publicIp: true });
    expect(await ask.refusal(...remove)).toBe('machine-not-verified');
    expect(states(await ask.get(restore, restorePath(jobId)))).toMatchObject({ machine: 'running', encryption: 'blocked' });
    contoso.azure.advance(5 * MINUTE);
    const found = await watchRestore(ask, restorePath(jobId), (restore) => states(restore)['machine'] === 'done');
    expect(states(found)).toMatchObject(WHOLE);
    expect(seen(found.machineId)).toBe(id);
    expect(
      await ask.send(z.looseObject({}), 'PUT', `${restorePath(jobId)}/encryption`, { application: null, encryptPlain: false }),
    ).toEqual({
      state: 'not-needed',
    });
  });

  it('in a group that is gone meanwhile is refused for that, and nothing says that the restore is gone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const order = ['PUT', `${restorePath(jobId)}/machine`] as const;
    expect(await ask.refusal(...order, await draft(jobId, { group: 'GoneRG' }))).toBe('resource-group-not-found');
    expect(networkOf(jobId)).toEqual([]);
  });

  it('whose disk goes in the last moment is refused in the words of Azure, and nothing says that the restore is gone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const [disk] = seen((await ask.get(restore, restorePath(jobId))).disks);
    contoso.azure.faults.arm({ operation: 'PUT .*/networkInterfaces/', kind: 'slow', seconds: 60, times: 1 });
    const order = ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId));
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    await direct(
      contoso.azure,
      'adele',
      'DELETE',
      `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/${disk}?api-version=2024-03-02`,
    );
    contoso.azure.faults.clear();
    expect(await order).toBe('machine-refused');
  });

  it('under a new name is protected by the policy of the old one, once', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { policyName, steps } = await run(jobId);
    expect(steps).toContainEqual(expect.objectContaining({ step: 'protection', state: 'ready', reason: 'not-protected' }));
    const protect = () => ask.send(z.looseObject({}), 'PUT', `${restorePath(jobId)}/protection`, { edition: 'current', policyName });
    expect(await Promise.all([protect(), protect()])).toMatchObject([{ state: 'started' }, { state: 'started' }]);
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, restorePath(jobId), (found) => states(found)['protection'] !== 'running');
    expect(await protect()).toEqual({ state: 'not-needed', unprotected: [] });
  });

  it('is made once, no matter who asks and under whatever name', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const [first, second] = await Promise.all([create(jobId), create(jobId)]);
    expect(second).toEqual(first);
    expect(await create(jobId)).toEqual(first);
    expect(await create(jobId, { name: 'Another' })).toEqual(first);
  });

  it('is the one that somebody else has made while it was looked at whether its name is free', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await using server = await contoso.startAnother();
    contoso.azure.faults.arm({ operation: 'GET .*/virtualMachines/Again$', kind: 'slow', seconds: 60, times: 1 });
    const second = create(jobId, {}, { server });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const first = await create(jobId);
    contoso.azure.faults.clear();
    expect(await second).toEqual(first);
  });

  it('is in the zone of its disks', async () => {
    const { resources } = contoso.azure.world;
    for (const one of resources.below(`${PRODUCTION}/resourceGroups/IgniteRG`))
      if (/\/(?:virtualMachines|disks)\/WebVM1[^/]*$/i.test(one.id)) resources.put({ ...one, zones: ['2'] });
    const item = await backUp(contoso, ask, 'IgniteRG', 'WebVM1');
    const jobId = await restoreDisks(contoso, ask, 'WebVM1', 'IgniteRG', item);
    const { machineId: id } = await create(jobId);
    expect(resources.get(id)).toMatchObject({ zones: ['2'] });
  });

  it.each([
    ['under the same name', {}],
    ['under another name', { name: 'Another' }],
  ])('keeps its public address when somebody orders it at the same time without one, %s', async (_what, change) => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await using server = await contoso.startAnother();
    contoso.azure.faults.arm({ operation: 'PUT .*/networkInterfaces/', kind: 'slow', seconds: 60, times: 1 });
    const second = create(jobId, change, { server });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const first = await create(jobId, { publicIp: true });
    contoso.azure.faults.clear();
    expect(await second).toEqual(first);
    expect(networkOf(jobId)).toEqual([
      ['nic', first.machineId],
      ['ip', expect.stringContaining('/networkInterfaces/')],
    ]);
  });

  it('is the one that somebody else has made in another network while this one was about to be made', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/Another$', kind: 'slow', seconds: 60, times: 1 });
    const second = create(jobId, { name: 'Another', publicIp: true });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const first = await create(jobId);
    contoso.azure.faults.clear();
    expect(await second).toEqual(first);
    expect(networkOf(jobId)).toEqual([['nic', first.machineId]]);
  });

  it('is the one that somebody else has made while its interface was about to be made, which Azure now holds for that one', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/networkInterfaces/', kind: 'slow', seconds: 60, times: 1 });
    const second = create(jobId, { name: 'Another' });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const first = await create(jobId);
    contoso.azure.faults.clear();
    expect(await second).toEqual(first);
    expect(networkOf(jobId)).toEqual([['nic', first.machineId]]);
  });

  it('that somebody else has made is no other one where it failed meanwhile', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const path = restorePath(jobId);
    await using server = await contoso.startAnother();
    contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/Again$', kind: 'slow', seconds: 60, times: 1 });
    const second = create(jobId, {}, { server });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    const first = await create(jobId);
    const { keyChain: chain } = await ask.get(restore, path);
    await direct(contoso.azure, 'adele', 'PATCH', `${chain?.secret.url ?? ''}?api-version=7.4`, { attributes: { enabled: false } });
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, path, (found) => states(found)['machine'] === 'failed');
    contoso.azure.faults.clear();
    expect(await second).toEqual(first);
  });

  it('that was half made is finished under its name', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/Again', kind: '500', times: 3 });
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId))).toBe('azure-failed');
    expect(states(await run(jobId))).toMatchObject(WHOLE);
  });

  it('that failed can be deleted, and another one be made of its disks', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const path = restorePath(jobId);
    const { keyChain: chain } = await ask.get(restore, path);
    const enable = (enabled: boolean) =>
      direct(contoso.azure, 'adele', 'PATCH', `${chain?.secret.url ?? ''}?api-version=7.4`, { attributes: { enabled } });
    const remove = () => ask.send(z.looseObject({}), 'DELETE', `${path}/machine`);
    expect(await remove()).toEqual({ state: 'removed' });
    await create(jobId, { name: 'First' });
    expect(await ask.refusal('DELETE', `${path}/machine`)).toBe('restore-in-use');
    await enable(false);
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, path, (found) => states(found)['machine'] === 'failed');
    expect(await remove()).toEqual({ state: 'removing' });
    const deleting = await watchRestore(ask, path, (found) => states(found)['machine'] === 'running');
    expect(deleting.steps).toContainEqual(expect.objectContaining({ step: 'machine', reason: 'machine-deleting', command: null }));
    await enable(true);
    contoso.azure.advance(MINUTE);
    await watchRestore(ask, path, (found) => states(found)['machine'] === 'ready');
    await create(jobId, { name: 'Second' });
    contoso.azure.advance(5 * MINUTE);
    const found = await watchRestore(ask, path, (restore) => states(restore)['machine'] === 'done');
    expect(seen(found.machineId)).toMatch(/\/Second$/);
  });

  it('runs from VHDs, too', async () => {
    await allowBlobs(contoso, ADELE);
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1', null);
    expect(states(await run(jobId))).toMatchObject(WHOLE);
  });

  it('runs with keys that were put into another key vault', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
    expect(await check(jobId)).toEqual(['keys-not-verified']);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId))).toBe('keys-not-verified');
    const how = { way: 'restore', keyVaultId: keyVaultId('IgniteRG', 'IgniteDemoKV') };
    await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how });
    expect(states(await run(jobId))).toMatchObject(WHOLE);
  });

  it('of single pass runs with keys that were put into a new key vault', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'SinglePassVM1');
    const jobId = await restoreDisks(contoso, ask, 'SinglePassVM1', 'IgniteRG', item);
    const contosoKv = keyVaultId('KeyVaultRG', 'ContosoKV');
    await direct(contoso.azure, 'adele', 'DELETE', `${contosoKv}?api-version=2023-07-01`);
    const purge = contosoKv.replace(/resourceGroups.*vaults\//, 'providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/');
    await direct(contoso.azure, 'adele', 'POST', `${purge}/purge?api-version=2023-07-01`);
    await watchRestore(ask, restorePath(jobId), ({ keyChain }) => keyChain?.key?.state === 'vault-missing');
    const how = { way: 'create', name: 'SecondKV', group: 'KeyVaultRG' };
    await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how });
    // Azure is done with a change of a disk some time after its answer.
    contoso.azure.world.setClock({ mode: 'accelerated', speed: 1 });
    await create(jobId);
    contoso.azure.world.setClock({ mode: 'standing' });
    contoso.azure.advance(5 * MINUTE);
    const found = await watchRestore(ask, restorePath(jobId), (restore) => states(restore)['machine'] === 'done');
    expect(states(found)).toMatchObject(WHOLE);
  });
});

it('nothing is made of a rehearsal whose group goes', async () => {
  const id = `${PRODUCTION}/resourceGroups/tresor-rehearsal-${'0'.repeat(31)}1?api-version=2021-04-01`;
  await direct(contoso.azure, 'adele', 'PUT', id, { location: 'westeurope' });
  const item = await backUp(contoso, ask, 'IgniteRG', 'WebVM1');
  const jobId = await restoreDisks(contoso, ask, 'WebVM1', `tresor-rehearsal-${'0'.repeat(31)}1`, item);
  const path = restorePath(jobId);
  const [machine, answers] = [await draft(jobId), await proposedAnswers(ask, path, { machine: (await draft(jobId)).machine })];
  expect((await direct(contoso.azure, 'adele', 'DELETE', id)).status).toBe(202);
  // What was read before the group went serves a command for a moment more.
  await watchRestore(ask, path, ({ next }) => next.kind === 'removed');
  expect(await ask.refusal('PUT', `${path}/machine`, machine)).toBe('rehearsal-removed');
  expect(await ask.refusal('PUT', `${path}/protection`, { edition: 'current', policyName: 'DefaultPolicy' })).toBe('rehearsal-removed');
  expect(await ask.refusal('POST', `${path}/plan/check`, { answers })).toBe('rehearsal-removed');
  expect(networkOf(jobId)).toEqual([]);
});

const setPace = (seconds: number) =>
  fetch(`${contoso.azure.url}/control/network`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seconds }),
  });

it('an interface that Azure keeps for a machine it could not make is told as that, with how long to wait; the same machine has it at once', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const order = async (name: string) => ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, { name }));
  await shortenSize(contoso, 'Standard_DS2_v2', 'scarce');
  expect(await order('First')).toBe('not-as-it-is');
  await shortenSize(contoso, 'Standard_DS2_v2', 'none');
  expect(await order('Second')).toBe('interface-reserved');
  expect((await create(jobId, { name: 'First' })).machineId).toContain('/First');
});

describe('a network that Azure is at for a while', () => {
  it('is waited for: neither the address nor what names it is refused', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await setPace(3);
    await whileTimePasses(contoso, create(jobId, { publicIp: true }));
    const machine = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Again`;
    expect(networkOf(jobId)).toContainEqual(['nic', machine]);
    expect(networkOf(jobId).map(([kind]) => kind)).toEqual(['nic', 'ip']);
  });

  it('and that somebody else is changing is asked for again, and keeps nobody from anything else', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { machine } = await draft(jobId);
    const [vnet = ''] = machine.subnetId.split('/subnets/');
    await setPace(3);
    const { body } = await direct(contoso.azure, 'adele', 'GET', `${vnet}?api-version=2023-11-01`);
    await direct(contoso.azure, 'adele', 'PUT', `${vnet}?api-version=2023-11-01`, body);
    await whileTimePasses(contoso, ask.send(createdMachine, 'PUT', `${restorePath(jobId)}/machine`, { machine }));
    expect(networkOf(jobId)).toHaveLength(1);
  });
});
