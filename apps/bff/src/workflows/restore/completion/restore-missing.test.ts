import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  discardItem,
  discardPlan,
  discardResult,
  machineOptions,
  restore,
  restoreRecord,
  type Restore,
} from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { OPERATIONS, PRODUCTION } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { holdRoles } from '../../../testing/hold-roles';
import { ADELE, ALEX, allowBlobs, restoreDisks, restorePath, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { setRestoreSpan } from '../../../../../../packages/local-azure/src/providers/recovery-services/state/service-pace';

let contoso: Contoso;
const ask = asker(() => contoso);
const HOUR = 3_600_000;

beforeAll(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
  await holdRoles(contoso, ALEX, [{ role: { actions: ['*'], notActions: [], dataActions: [] }, scope: PRODUCTION }]);
});
afterAll(() => contoso[Symbol.asyncDispose]());

const DISKS = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/disks';
const disksOf = ({ disks }: Restore) => (disks.state === 'known' ? disks.value : []);
const stepOf = ({ steps }: Restore) => steps[0];
const get = (path: string) => ask.get(restore, path);

/** A restore of a machine with a data disk, of which some disks were deleted: by their places in the list. */
async function restoreAndLose(vm: string, group: string | null, places: readonly number[]) {
  const item = `${OPERATIONS}/items/${vm === 'AppVM1' ? 'OperationsRG' : 'RestoreRG'}/${vm}`;
  const jobId = await restoreDisks(contoso, ask, vm, group, item);
  const path = restorePath(jobId);
  const before = disksOf(await get(path));
  for (const place of places) {
    const disk = before[place] ?? '';
    const { status } = await direct(contoso.azure, 'adele', 'DELETE', group === null ? disk : `${DISKS}/${disk}?api-version=2023-04-02`);
    expect(status).toBeLessThan(300);
  }
  const lost = await watchRestore(ask, path, (found) => stepOf(found)?.state === 'failed');
  return { jobId, path, before, lost };
}

const again = (path: string, id: string = randomUUID(), asked?: Asked) =>
  ask.send(commandOutcome, 'PUT', `${path}/disks/${id}`, { edition: 'current' }, asked);

async function restoreAgain(path: string): Promise<{ jobId: string; found: Restore }> {
  const { state, jobId } = await again(path);
  expect(state).toBe('started');
  contoso.azure.advance(6 * HOUR);
  return { jobId: jobId ?? '', found: await watchRestore(ask, path, (found) => stepOf(found)?.state === 'done') };
}

describe.each([
  ['a managed disk', 'IgniteRG'],
  ['a VHD', null],
])('of an encrypted machine %s that is gone', (_what, group) => {
  it('comes with all others from the same point, and the restore goes on with it', async () => {
    const { jobId, path, before, lost } = await restoreAndLose('WinSingleVM1', group, [1]);
    expect(lost).toMatchObject({ comesAgain: 'all', completions: [] });
    expect(stepOf(lost)).toMatchObject({ command: 'restore-missing' });
    const { jobId: second, found } = await restoreAgain(path);
    expect(stepOf(found)).toMatchObject({ state: 'done' });
    expect(found).toMatchObject({ comesAgain: null, completions: [{ jobId: second, status: 'Completed' }], completes: null });
    const [system, data] = disksOf(found);
    expect(disksOf(found)).toHaveLength(2);
    expect(system).toBe(before[0]);
    expect(data).not.toBe(before[1]);
    expect(data).toContain('datadisk-000');
    expect(await get(restorePath(second))).toMatchObject({ completes: jobId });
    expect(await ask.get(z.array(discardItem), `${path}/surplus`)).toMatchObject([
      { name: expect.stringContaining('osdisk'), bytes: expect.any(Number), reason: null },
    ]);
    const listed = await ask.get(z.array(z.object({ jobId: z.string() })), `${OPERATIONS}/restores`);
    expect(listed.map((one) => one.jobId)).toContain(jobId);
    expect(listed.map((one) => one.jobId)).not.toContain(second);
  });
});

it('the machine is made of what is left and of what came again, the rest can go, and all of it stands in the record', async () => {
  const { path } = await restoreAndLose('WinSingleVM1', 'IgniteRG', [1]);
  const { jobId: second, found } = await restoreAgain(path);
  const surplus = await ask.get(z.array(discardItem), `${path}/surplus`);
  expect(surplus).toMatchObject([{ kind: 'disk', reason: null, bytes: expect.any(Number) }]);
  expect(disksOf(found)).not.toContain(surplus[0]?.name);
  expect(await ask.send(z.array(discardResult), 'DELETE', `${path}/surplus`)).toMatchObject([{ name: surplus[0]?.name, state: 'removed' }]);
  const { suggested, subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { ...suggested, group: 'IgniteRG', subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.unknown(), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(HOUR);
  const made = await watchRestore(ask, path, ({ steps }) => steps[2]?.state === 'done');
  expect(made.steps[2]).toMatchObject({ state: 'done' });
  expect(await ask.get(z.array(discardItem), `${path}/surplus`)).toEqual([]);
  const { commands } = await ask.get(restoreRecord, `${path}/record`);
  expect(commands.map(({ command }) => command)).toEqual([
    'restores.start',
    'restores.restoreMissing',
    'restores.removeSurplus',
    'restores.createMachine',
  ]);
  expect(commands[1]).toMatchObject({ jobId: second, end: { value: { end: 'succeeded' } } });
});

describe('of a machine that is not encrypted', () => {
  it('a data disk comes with the system’s', async () => {
    const { path, before, lost } = await restoreAndLose('AppVM1', 'IgniteRG', [1]);
    expect(lost).toMatchObject({ comesAgain: 'with-system' });
    const { found } = await restoreAgain(path);
    expect(disksOf(found)).toMatchObject([before[0], expect.stringContaining('datadisk-000')]);
    expect(await ask.get(z.array(discardItem), `${path}/surplus`)).toHaveLength(1);
  });

  it('the system’s disk comes alone', async () => {
    const { path, before, lost } = await restoreAndLose('AppVM1', 'IgniteRG', [0]);
    expect(lost).toMatchObject({ comesAgain: 'gone' });
    const { found } = await restoreAgain(path);
    expect(disksOf(found)).toMatchObject([expect.stringContaining('osdisk'), before[1]]);
    expect(await ask.get(z.array(discardItem), `${path}/surplus`)).toEqual([]);
  });
});

describe('restoring again', () => {
  it('is refused where nothing is gone, and to anyone who may not restore', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'AppVM1'));
    const order = { edition: 'current' };
    expect(await ask.refusal('PUT', `${path}/disks/${randomUUID()}`, order)).toBe('disks-not-missing');
    const { path: lost } = await restoreAndLose('AppVM1', 'IgniteRG', [0]);
    expect(await ask.refusal('PUT', `${lost}/disks/${randomUUID()}`, order, { person: 'megan' })).toBe('forbidden');
    expect(await ask.refusal('PUT', `${lost}/disks/${randomUUID()}`, order, { person: 'lee' })).toBe('storage-data-forbidden');
  });

  it('is answered by the order that was first, wherever it has come to, while no list shows its job', async () => {
    const { jobId, path } = await restoreAndLose('AppVM1', 'IgniteRG', [0]);
    setRestoreSpan(contoso.azure.world, 60_000);
    contoso.azure.setListLag(9 * 60_000);
    const first = await again(path);
    expect(first).toMatchObject({ state: 'started', jobId: expect.any(String) });
    expect(await again(path)).toEqual(first);
    contoso.azure.advance(5 * 60_000);
    expect(stepOf(await get(path))).toMatchObject({ state: 'failed' });
    expect(await ask.send(commandOutcome, 'PUT', `${path}/disks/${randomUUID()}`, { edition: '2017-01' })).toEqual(first);
    contoso.azure.advance(5 * 60_000);
    const found = await watchRestore(ask, path, (restored) => stepOf(restored)?.state === 'done');
    expect(found).toMatchObject({ jobId, completions: [{ jobId: first.jobId, status: 'Completed' }] });
    contoso.azure.setListLag(0);
    setRestoreSpan(contoso.azure.world, 0);
  });

  it('happens once, however often it is asked for, and is waited for', async () => {
    const { path } = await restoreAndLose('AppVM1', 'IgniteRG', [0, 1]);
    const id = randomUUID();
    contoso.azure.faults.arm({ operation: 'POST .*/restore$', kind: 'in-vain', times: 1, seconds: 60 });
    contoso.azure.faults.arm({ operation: 'GET .*/backupOperations/', kind: '409', times: 1 });
    expect(await again(path, id)).toMatchObject({ state: 'started', jobId: null });
    const [alexs, alex] = [randomUUID(), { person: 'alex' }];
    const both = new Set<string>([id, alexs]);
    expect(await again(path, alexs, alex)).toMatchObject({ state: 'started', jobId: null });
    // Azure makes nothing of it: who joined the order is told so too, and asks for all.
    contoso.azure.advance(61_000);
    const told = async () => {
      const { commands } = await ask.get(restoreRecord, `${path}/record`);
      return commands.filter(({ commandId }) => both.has(commandId)).map(({ about, end }) => ({ code: about['azureCode'], end }));
    };
    const failed = { code: 'OperationFailed', end: { state: 'known', value: { end: 'failed' } } };
    await expect.poll(told).toMatchObject([failed, failed]);
    expect(await ask.refusal('PUT', `${path}/disks/${alexs}`, { edition: 'current' }, alex)).toBe('operation-failed');
    const { jobId } = await again(path, alexs, alex);
    expect(jobId).not.toBeNull();
    expect(await again(path, alexs, alex)).toMatchObject({ state: 'started', jobId });
    const waiting = await watchRestore(ask, path, (found) => stepOf(found)?.state === 'running');
    expect(stepOf(waiting)).toMatchObject({ state: 'running', reason: 'disks-running' });
    for (const other of [id, randomUUID()])
      expect(await ask.refusal('PUT', `${path}/disks/${other}`, { edition: 'current' })).toBe('restore-running');
    expect(await ask.get(discardPlan, `${path}/discard`)).toMatchObject({ state: 'running' });
    contoso.azure.advance(6 * HOUR);
    const back = await watchRestore(ask, path, (found) => stepOf(found)?.state === 'done');
    expect(disksOf(back)).toHaveLength(2);
    const { items } = await ask.get(discardPlan, `${path}/discard`);
    expect(items.filter(({ kind }) => kind === 'disk').map(({ name }) => name)).toEqual(disksOf(back));
  });
});
