import { randomUUID } from 'node:crypto';
import { commandOutcome, discardPlan, discardResult, machineCheck, machineOptions, recoveryPoint, restore } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../facts';
import { asker } from '../../testing/ask';
import { OPERATIONS, PRODUCTION, storageAccountId, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { ADELE, ALEX, allowBlobs, backUp, restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NAME = 'Web-VM-9';

/** Makes a machine of this name and backs it up. Answers the path of its item. */
async function backUpMachine(group: string): Promise<string> {
  const { resources } = contoso.azure.world;
  const nic = resources.get(`${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/WebVM1-nic`);
  const { virtualMachine: _, ...free } = nic?.properties ?? {};
  const nicId = `${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/${NAME}-nic`;
  const put = (id: string, properties: object) =>
    direct(contoso.azure, 'adele', 'PUT', `${id}?api-version=2023-09-01`, { location: 'westeurope', properties });
  await put(nicId, free);
  const made = await put(vmId(group, NAME), {
    hardwareProfile: { vmSize: 'Standard_DS1_v2' },
    storageProfile: { osDisk: { createOption: 'FromImage', osType: 'Windows' } },
    networkProfile: { networkInterfaces: [{ id: nicId }] },
  });
  expect(made.status).toBe(201);
  contoso.azure.advance(2 * MINUTE);
  return backUp(contoso, ask, group, NAME);
}

/** Orders the disks of an item's newest point. Answers the path of the restore. */
async function order(item: string): Promise<string> {
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const request = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging') };
  const body = { ...request, targetGroup: 'IgniteRG' };
  return restorePath((await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, body)).jobId ?? '');
}

const disksOf = async (path: string) => seen((await ask.get(restore, path)).disks);

it('of machines of one name that are restored into one group each has its own disks, and none of the others goes with them', async () => {
  const items = [await backUpMachine('IgniteRG'), await backUpMachine('RestoreRG')] as const;
  const first = await order(items[0]);
  contoso.azure.advance(5_000);
  const second = await order(items[1]);
  contoso.azure.advance(6 * HOUR);
  const [ofFirst, ofSecond] = [await disksOf(first), await disksOf(second)];
  expect([ofFirst, ofSecond]).toEqual([[expect.stringMatching(/^webvm9-osdisk-/)], [expect.stringMatching(/^webvm9-osdisk-/)]]);
  expect(ofFirst).not.toEqual(ofSecond);
  const planned = (await ask.get(discardPlan, `${first}/discard`)).items.filter(({ kind }) => kind === 'disk');
  expect(planned.map(({ name }) => name)).toEqual(ofFirst);
  await ask.send(z.array(discardResult), 'POST', `${first}/discard`, { vmName: NAME });
  expect(await disksOf(second)).toEqual(ofSecond);
});

const read = (path: string, person = 'adele') => ask.get(restore, path, { person });
const isLeft = async (path: string) => (await ask.get(discardPlan, `${path}/discard`)).items.filter(({ kind }) => kind === 'disk');
/** Restores one disk. Answers its restore, its name and how its tags are changed. */
async function restoreOne() {
  const path = await order(await backUpMachine('IgniteRG'));
  contoso.azure.advance(6 * HOUR);
  const [name = ''] = await disksOf(path);
  const disk = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/${name}?api-version=2023-04-02`;
  const tag = async (tags: object) => {
    expect((await direct(contoso.azure, 'adele', 'PATCH', disk, { tags })).status).toBe(202);
    contoso.azure.advance(MINUTE);
  };
  return { path, name, jobId: path.split('/').at(-1) ?? '', tag };
}

describe('a disk that has lost the tag of its restore', () => {
  it('is known by the name that its job has written down, which is said, and is not discarded', async () => {
    const { path, name, jobId, tag } = await restoreOne();
    expect(await read(path)).toMatchObject({ untaggedDisks: [] });
    await tag({ Owner: 'Adele' });
    await expect.poll(() => read(path)).toMatchObject({ untaggedDisks: [{ name, jobId, named: true }] });
    const found = await read(path);
    expect([seen(found.disks), found.steps[0]?.state]).toEqual([[name], 'done']);
    expect(await isLeft(path)).toMatchObject([{ name, reason: 'untagged' }]);
    const results = await ask.send(z.array(discardResult), 'POST', `${path}/discard`, { vmName: NAME });
    expect(results.find(({ kind }) => kind === 'disk')).toMatchObject({ name, state: 'left' });
  });

  it('is told as one that may be of the restore where nothing names it any more, and is of it once the tag is set again', async () => {
    const { path, name, jobId, tag } = await restoreOne();
    await tag({});
    await expect.poll(() => read(path)).toMatchObject({ untaggedDisks: [{ named: true }] });
    await ask.send(z.array(discardResult), 'POST', `${path}/discard`, { vmName: NAME });
    await expect
      .poll(() => read(path))
      .toMatchObject({
        disks: { state: 'known', value: [] },
        untaggedDisks: [{ name, jobId, named: false }],
        steps: expect.arrayContaining([expect.objectContaining({ step: 'disks', reason: 'disks-gone' })]),
      });
    expect(await isLeft(path)).toEqual([]);
    await tag({ RSVaultBackup: jobId.toUpperCase() });
    await expect.poll(() => read(path)).toMatchObject({ disks: { value: [name] }, untaggedDisks: [] });
    expect(await isLeft(path)).toMatchObject([{ name, reason: null }]);
  });

  it('is not said to be gone to anyone who may not read what its job has written down', async () => {
    const { path, tag } = await restoreOne();
    await tag({});
    const needs = [{ right: 'read-blobs', at: ['contosostaging'] }];
    await expect.poll(() => read(path, 'megan')).toMatchObject({ disks: { state: 'hidden', needs }, untaggedDisks: [] });
  });

  it('is none of another restore, whose tag it has', async () => {
    const { path, tag } = await restoreOne();
    await tag({ RSVaultBackup: randomUUID() });
    await expect.poll(() => read(path)).toMatchObject({ disks: { state: 'known', value: [] }, untaggedDisks: [] });
  });

  it('and that came with others that have theirs is told to anyone who may not read what the job has written down, and bars the machine', async () => {
    const jobId = await restoreDisks(contoso, ask, 'LinuxSingleVM1', 'IgniteRG', `${OPERATIONS}/items/RestoreRG/LinuxSingleVM1`);
    const path = restorePath(jobId);
    const name = (await disksOf(path)).find((disk) => disk.includes('-datadisk-')) ?? '';
    const disk = `${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks/${name}?api-version=2023-04-02`;
    await direct(contoso.azure, 'adele', 'PATCH', disk, { tags: {} });
    contoso.azure.advance(MINUTE);
    const asked = { person: 'alex' };
    await holdRoles(contoso, ALEX, [{ role: { actions: ['*'] }, scope: PRODUCTION }]);
    await expect.poll(() => read(path, 'alex')).toMatchObject({ untaggedDisks: [{ name, jobId, named: false }] });
    const { subnets } = await ask.get(machineOptions, `${path}/machine/options`, asked);
    const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
    const check = (person: string) => ask.send(z.array(machineCheck), 'POST', `${path}/machine/check`, { machine }, { person });
    expect(await check('alex')).toContain('disks-untagged');
    expect(await ask.refusal('PUT', `${path}/machine`, { machine }, asked)).toBe('machine-refused');
    // Who may read it goes on with the disk.
    expect(await check('adele')).toEqual([]);
  });
});
