import { keyChain, machineCheck, machineOptions, restore, restoreRecord, vmId as machineId, type Restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker, type Asked } from '../../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { proposedAnswers } from '../../../testing/planning';
import { ADELE, ALEX, allowBlobs, backUp, closeAccount, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { whileTimePasses } from '../../../testing/while-time-passes';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const VM_CONTRIBUTOR = '9980e02c-c2be-4d73-94e8-173b1dc7cf3c';
const BACKUP_CONTRIBUTOR = '5e467623-bb1f-42f4-a55d-6e525e11384b';
const created = z.strictObject({ machineId });
const WHOLE = { disks: 'done', keys: 'done', machine: 'done', encryption: 'done' };

async function draft(jobId: string, change: object = {}) {
  const { subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
  const subnetId = subnets[0]?.id ?? '';
  return { machine: { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId, publicIp: false, ...change } };
}

const create = async (jobId: string, change?: object, asked?: Asked) =>
  ask.send(created, 'PUT', `${restorePath(jobId)}/machine`, await draft(jobId, change), asked);

const check = async (jobId: string, change?: object, asked?: Asked) =>
  ask.send(z.array(machineCheck), 'POST', `${restorePath(jobId)}/machine/check`, await draft(jobId, change), asked);

/** What was made for the machine of a restore, and by what it is used. */
function networkOf(jobId: string): [string, unknown][] {
  const all = contoso.azure.world.resources.below(SUBSCRIPTION).filter(({ tags }) => tags?.['tresor-restore'] === jobId);
  return all.map(({ name, properties: { virtualMachine, ipConfiguration } }) => [
    name.split('-').at(-1) ?? '',
    z.looseObject({ id: z.string() }).parse(virtualMachine ?? ipConfiguration).id,
  ]);
}

/** Creates the machine, lets it start and answers the restore then. */
async function run(jobId: string): Promise<Restore> {
  await create(jobId);
  contoso.azure.advance(5 * MINUTE);
  return watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
}

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
    for (const one of resources.below(`${SUBSCRIPTION}/resourceGroups/IgniteRG`))
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
  const id = `${SUBSCRIPTION}/resourceGroups/tresor-rehearsal-${'0'.repeat(31)}1?api-version=2021-04-01`;
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

/** How many cores a subscription may have in one family of sizes, which nobody looks at before a machine is made. */
const allowCores = (standardDSv2Family: number) =>
  contoso.azure.world
    .documents<object>('compute-quotas')
    .put(`${SUBSCRIPTION.split('/')[2] ?? ''}/westeurope`, { cores: 1000, families: { standardDSv2Family } });

it('an interface that Azure keeps for a machine it could not make is told as that, with how long to wait; the same machine has it at once', async () => {
  const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
  const order = async (name: string) => ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, { name }));
  allowCores(1);
  expect(await order('First')).toBe('conflict');
  allowCores(1000);
  expect(await order('Second')).toBe('interface-reserved');
  expect((await create(jobId, { name: 'First' })).machineId).toContain('/First');
});

const planOf = (id: string) => contoso.azure.world.resources.get(id)?.['plan'];
const restoreBought = () => restoreDisks(contoso, ask, 'LinuxSingleVM1', 'IgniteRG', `${OPERATIONS}/items/RestoreRG/LinuxSingleVM1`);

describe('a machine whose system was bought in the marketplace', () => {
  const OLD = `${SUBSCRIPTION}/resourceGroups/RestoreRG/providers/Microsoft.Compute/virtualMachines/LinuxSingleVM1`;
  const plan = { name: 'server-16-04', publisher: 'fabrikam', product: 'hardened-linux' };

  it('names its plan again, and runs', async () => {
    const jobId = await restoreBought();
    const found = await run(jobId);
    expect(states(found)['machine']).toBe('done');
    expect(planOf(`${SUBSCRIPTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Again`)).toEqual(plan);
  });

  it('does so also where the disk does not tell it any more', async () => {
    const jobId = await restoreBought();
    const { resources } = contoso.azure.world;
    const disk = resources.below(SUBSCRIPTION).find(({ tags, name }) => tags?.['RSVaultBackup'] === jobId && name.includes('-osdisk-'));
    if (!disk) throw new Error('There is no disk.');
    const { purchasePlan, ...properties } = disk.properties;
    expect(purchasePlan).toEqual(plan);
    resources.put({ ...disk, properties });
    await direct(contoso.azure, 'adele', 'DELETE', `${OLD}?api-version=2023-09-01`);
    contoso.azure.advance(5 * MINUTE);
    expect(planOf((await create(jobId)).machineId)).toEqual(plan);
  });
});

describe('a network that Azure is at for a while', () => {
  it('is waited for: neither the address nor what names it is refused', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    await setPace(3);
    await whileTimePasses(contoso, create(jobId, { publicIp: true }));
    const machine = `${SUBSCRIPTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Again`;
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
    await whileTimePasses(contoso, ask.send(created, 'PUT', `${restorePath(jobId)}/machine`, { machine }));
    expect(networkOf(jobId)).toHaveLength(1);
  });
});

const securityOf = (id: string) => contoso.azure.world.resources.get(id)?.properties['securityProfile'];

describe('a machine with Trusted Launch', () => {
  const OLD = `${SUBSCRIPTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/TrustedLaunchVM1`;
  const uefiSettings = { secureBootEnabled: false, vTpmEnabled: true };

  async function restored(firmware: object = { uefiSettings }): Promise<string> {
    const { resources } = contoso.azure.world;
    const old = resources.get(OLD);
    const securityProfile = { securityType: 'TrustedLaunch', ...firmware };
    if (old) resources.put({ ...old, properties: { ...old.properties, securityProfile } });
    const item = await backUp(contoso, ask, 'OperationsRG', 'TrustedLaunchVM1', 'EnhancedPolicy');
    return restoreDisks(contoso, ask, 'TrustedLaunchVM1', 'IgniteRG', item);
  }

  it('is made with it again, and with the firmware of the old one', async () => {
    const { machineId: id } = await create(await restored());
    expect(securityOf(id)).toEqual({ securityType: 'TrustedLaunch', uefiSettings });
  });

  it('takes the firmware from the configuration of the restore where the old one is gone', async () => {
    const jobId = await restored();
    await direct(contoso.azure, 'adele', 'DELETE', `${OLD}?api-version=2023-09-01`);
    contoso.azure.advance(5 * MINUTE);
    expect(securityOf((await create(jobId)).machineId)).toEqual({ securityType: 'TrustedLaunch', uefiSettings });
  });

  it('leaves the firmware to Azure where nobody tells how it was', async () => {
    expect(securityOf((await create(await restored({}))).machineId)).toEqual({ securityType: 'TrustedLaunch' });
  });

  it('is offered the sizes alone that start it', async () => {
    const jobId = await restored();
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(sizes).toContain('Standard_D2s_v3');
    expect(sizes).not.toContain('Standard_A2');
    expect(await check(jobId, { size: 'Standard_A2' })).toEqual(['size-other-generation']);
  });

  it('is offered sizes also to anyone whom Azure does not tell what sizes can do', async () => {
    const jobId = await restored();
    const roles = [VM_CONTRIBUTOR, BACKUP_CONTRIBUTOR];
    await holdRoles(
      contoso,
      ALEX,
      roles.map((role) => ({ role, scope: SUBSCRIPTION })),
    );
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`, { person: 'alex' });
    expect(sizes).toContain('Standard_D2s_v3');
    expect(await check(jobId, {}, { person: 'alex' })).toEqual(['keys-not-verified', 'no-deploy-right']);
  });
});

const propertiesOf = (id: string) => contoso.azure.world.resources.get(id)?.properties ?? {};

/** Changes a resource of the world as somebody in Azure might have. */
function change(id: string, properties: object) {
  const found = contoso.azure.world.resources.get(id);
  if (!found) throw new Error(`There is no ${id}.`);
  contoso.azure.world.resources.put({ ...found, properties: { ...found.properties, ...properties } });
}

const remove = async (id: string) => {
  await direct(contoso.azure, 'adele', 'DELETE', `${id}?api-version=2023-09-01`);
  contoso.azure.advance(5 * MINUTE);
};

const restoreApp = () => restoreDisks(contoso, ask, 'AppVM1', 'IgniteRG');

describe('what the old machine was made with', () => {
  const COMPUTE = `${SUBSCRIPTION}/resourceGroups/OperationsRG/providers/Microsoft.Compute`;
  const OLD = `${COMPUTE}/virtualMachines/AppVM1`;
  const GROUP = `${COMPUTE}/proximityPlacementGroups/app-proximity`;
  const HOST_FEATURE = `${SUBSCRIPTION}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`;
  const ALIKE = {
    storageProfile: { osDisk: { caching: 'ReadWrite' }, dataDisks: [{ lun: 0, caching: 'ReadOnly' }] },
    licenseType: 'Windows_Server',
    proximityPlacementGroup: { id: GROUP },
  };

  it('is what the new one has, as the configuration of the restore tells it where the old one is gone', async () => {
    const jobId = await restoreApp();
    await remove(OLD);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject(ALIKE);
  });

  it('is told by the old one where the configuration is out of reach', async () => {
    const jobId = await restoreApp();
    await closeAccount(contoso);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject(ALIKE);
  });

  it('is left out where the proximity placement group is gone, or in another region', async () => {
    const { resources } = contoso.azure.world;
    const group = resources.get(GROUP);
    if (group) resources.put({ ...group, location: 'northeurope' });
    const elsewhere = await create(await restoreApp());
    expect(propertiesOf(elsewhere.machineId)).not.toHaveProperty('proximityPlacementGroup');
    resources.delete(GROUP);
    const jobId = await restoreApp();
    expect(await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`)).toMatchObject({ proximityGroup: null });
    const gone = await create(jobId, { name: 'Gone' });
    expect(propertiesOf(gone.machineId)).not.toHaveProperty('proximityPlacementGroup');
  });

  it.each(['isolated', 'rehearsal'])('is no proximity placement group in the group of a run of the kind %s', async (kind) => {
    const group = `tresor-${kind}-${'0'.repeat(31)}1`;
    const id = `${SUBSCRIPTION}/resourceGroups/${group}`;
    await direct(contoso.azure, 'adele', 'PUT', `${id}?api-version=2021-04-01`, { location: 'westeurope' });
    const made = propertiesOf((await create(await restoreDisks(contoso, ask, 'AppVM1', group), { group })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('proximityPlacementGroup');
  });

  it('is left out where the proximity placement group has no room, once somebody who was told its name decides so', async () => {
    const jobId = await restoreApp();
    const { proximityGroup } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(proximityGroup).toBe('app-proximity');
    const other = { size: 'Standard_DS3_v2' };
    await create(jobId, other);
    contoso.azure.advance(5 * MINUTE);
    const failed = await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'failed');
    expect(failed.tried).toMatchObject([{ step: 'machine', code: 'OverconstrainedAllocationRequest' }]);
    await ask.send(z.looseObject({}), 'DELETE', `${restorePath(jobId)}/machine`);
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'ready');
    const made = await create(jobId, { ...other, withoutProximityGroup: true });
    contoso.azure.advance(5 * MINUTE);
    await watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
    expect(propertiesOf(made.machineId)).toMatchObject({ licenseType: 'Windows_Server', provisioningState: 'Succeeded' });
    expect(propertiesOf(made.machineId)).not.toHaveProperty('proximityPlacementGroup');
    const { commands } = await ask.get(restoreRecord, `${restorePath(jobId)}/record`);
    expect(commands.at(-1)?.about).toMatchObject({ proximityGroup: 'none' });
  });

  it('is left out where who makes it may not write the proximity placement group', async () => {
    const jobId = await restoreApp();
    await holdRoles(contoso, ALEX, [
      {
        role: { actions: ['*'], notActions: ['Microsoft.Compute/proximityPlacementGroups/write'], dataActions: ['*'] },
        scope: SUBSCRIPTION,
      },
    ]);
    const made = propertiesOf((await create(jobId, {}, { person: 'alex' })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('proximityPlacementGroup');
  });

  it('may be encryption at host, on a size that can', async () => {
    change(OLD, { securityProfile: { encryptionAtHost: true } });
    await direct(contoso.azure, 'adele', 'POST', `${HOST_FEATURE}/register?api-version=2021-07-01`);
    contoso.azure.advance(60 * MINUTE);
    expect(propertiesOf((await create(await restoreApp())).machineId)).toMatchObject({ securityProfile: { encryptionAtHost: true } });
  });

  it('is no encryption at host where the size that is chosen has none, or the disks are encrypted otherwise', async () => {
    for (const vm of ['AppVM1', 'FullRestoreVM1'])
      change(`${COMPUTE}/virtualMachines/${vm}`, { securityProfile: { encryptionAtHost: true } });
    expect(propertiesOf((await create(await restoreApp(), { size: 'Standard_A2' })).machineId)).not.toHaveProperty('securityProfile');
    const encrypted = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(propertiesOf((await create(encrypted, { name: 'Other' })).machineId)).not.toHaveProperty('securityProfile');
  });

  it('keeps nobody from making the machine whom Azure does not tell what sizes can do', async () => {
    const jobId = await restoreApp();
    change(OLD, { securityProfile: { encryptionAtHost: true } });
    const role = { actions: ['*'], notActions: ['Microsoft.Compute/skus/read'], dataActions: ['*'] };
    await holdRoles(contoso, ALEX, [{ role, scope: SUBSCRIPTION }]);
    const made = propertiesOf((await create(jobId, {}, { person: 'alex' })).machineId);
    expect(made).toMatchObject({ licenseType: 'Windows_Server' });
    expect(made).not.toHaveProperty('securityProfile');
  });

  it('is Ultra Disks where one of its disks is one, even if nobody tells', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'UltraDiskVM1', 'EnhancedPolicy');
    const jobId = await restoreDisks(contoso, ask, 'UltraDiskVM1', 'IgniteRG', item);
    await remove(`${COMPUTE}/virtualMachines/UltraDiskVM1`);
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject({ additionalCapabilities: { ultraSSDEnabled: true } });
  });

  it('is Write Accelerator on a size that has enough of them', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'BigDiskVM1');
    const jobId = await restoreDisks(contoso, ask, 'BigDiskVM1', 'IgniteRG', item);
    const { machineId: id } = await create(jobId, { size: 'Standard_M16ms' });
    expect(propertiesOf(id)).toMatchObject({ storageProfile: { dataDisks: [{ caching: 'None', writeAcceleratorEnabled: true }] } });
  });

  it('is no Write Accelerator on another', async () => {
    const item = await backUp(contoso, ask, 'OperationsRG', 'BigDiskVM1');
    const jobId = await restoreDisks(contoso, ask, 'BigDiskVM1', 'IgniteRG', item);
    const made = propertiesOf((await create(jobId)).machineId);
    expect(made).toMatchObject({ storageProfile: { dataDisks: [{ caching: 'None' }] } });
    expect(JSON.stringify(made)).not.toContain('writeAccelerator');
  });

  it('is said of the disk of a confidential machine, of which Azure asks it', async () => {
    const jobId = await restoreApp();
    const disk = contoso.azure.world.resources
      .below(SUBSCRIPTION)
      .find(({ tags, name }) => tags?.['RSVaultBackup'] === jobId && name.includes('-osdisk-'));
    const securityType = 'ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey';
    change(disk?.id ?? '', { hyperVGeneration: 'V2', securityProfile: { securityType } });
    const securityProfile = { securityEncryptionType: 'VMGuestStateOnly' };
    expect(propertiesOf((await create(jobId)).machineId)).toMatchObject({
      securityProfile: { securityType: 'ConfidentialVM' },
      storageProfile: { osDisk: { managedDisk: { securityProfile } } },
    });
  });
});

describe('before a machine is made', () => {
  it('its old name is suggested only where that is free', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { suggested, sizes, groups } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(suggested).toMatchObject({ name: 'FullRestoreVM1-restored', group: 'IgniteRG' });
    expect(sizes).toContain('Standard_DS2_v2');
    expect(groups).toContainEqual({ name: 'IgniteRG', allowed: true });
    const forAlex = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`, { person: 'alex' });
    expect(forAlex.groups.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['dbvm1', 'dbvm2', 'RestoreRG']);
  });

  it('no size is offered that starts machines of the second generation alone', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { sizes } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    expect(sizes).not.toContain('Standard_DC2s_v2');
    expect(await check(jobId, { size: 'Standard_DC2s_v2' })).toEqual(['size-other-generation']);
  });

  it('is told what would fail', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(await check(jobId, { name: 'WebVM1' })).toEqual(['name-taken']);
    expect(await check(jobId, { size: 'Standard_None' })).toEqual(['size-not-available']);
    const network =
      '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks';
    expect(await check(jobId, { subnetId: `${network}/none/subnets/default` })).toEqual(['subnet-missing']);
    expect(await check(jobId, { subnetId: `${network}/contoso-northeurope/subnets/default` })).toEqual(['subnet-other-region']);
    expect(await check(jobId, {}, { person: 'alex' })).toEqual(expect.arrayContaining(['no-right-to-create', 'no-deploy-right']));
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, { name: 'WebVM1' }))).toBe('machine-name-taken');
    const climbing = await draft(jobId, { subnetId: `${network}/../../x/subnets/default` });
    expect(await ask.refusal('POST', `${restorePath(jobId)}/machine/check`, climbing)).toBe('invalid-request');
  });

  it('is told that the disks, which are in another group, may not be changed', async () => {
    const jobId = await restoreDisks(contoso, ask, 'WebVM1', 'IgniteRG', await backUp(contoso, ask, 'IgniteRG', 'WebVM1'));
    const readsDisks = { actions: ['*'], notActions: ['Microsoft.Compute/disks/write'], dataActions: ['*'] };
    const group = (name: string) => `${SUBSCRIPTION}/resourceGroups/${name}`;
    await holdRoles(contoso, ALEX, [
      { role: readsDisks, scope: SUBSCRIPTION },
      { role: { actions: ['*'] }, scope: group('OperationsRG') },
    ]);
    const beside = { name: 'Beside', group: 'OperationsRG' };
    const alex = { person: 'alex' };
    expect(await check(jobId, beside, alex)).toEqual(['no-right-to-attach-disks']);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId, beside), alex)).toBe('machine-refused');
    expect(networkOf(jobId)).toEqual([]);
    await holdRoles(contoso, ALEX, [
      { role: readsDisks, scope: SUBSCRIPTION },
      { role: { actions: ['*'] }, scope: group('OperationsRG') },
      { role: { actions: ['Microsoft.Compute/disks/write'] }, scope: group('IgniteRG') },
    ]);
    await expect.poll(() => check(jobId, beside, alex)).toEqual([]);
    await create(jobId, beside, alex);
  });

  it('is told of a lock that lets nothing be made, and of one that nobody can see', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const lock = `${SUBSCRIPTION}/resourceGroups/IgniteRG/providers/Microsoft.Authorization/locks/frozen?api-version=2016-09-01`;
    await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'ReadOnly' } });
    expect(await check(jobId)).toEqual(['group-locked']);
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, await draft(jobId))).toBe('machine-refused');
    const blind = { role: { actions: ['*'], notActions: ['Microsoft.Authorization/locks/read'], dataActions: ['*'] }, scope: SUBSCRIPTION };
    await holdRoles(contoso, ALEX, [blind]);
    expect(await check(jobId, {}, { person: 'alex' })).toContain('locks-unseen');
  });

  it('is told of a key vault that is not enabled for disk encryption', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const properties = { enabledForDiskEncryption: false };
    const url = `${keyVaultId('KeyVaultRG', 'ContosoKV')}?api-version=2023-07-01`;
    await direct(contoso.azure, 'adele', 'PATCH', url, { properties });
    await expect.poll(() => check(jobId)).toEqual(['keys-not-verified', 'key-vault-not-enabled-for-disk-encryption']);
    await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } });
    expect(await check(jobId)).toEqual([]);
  });
});
