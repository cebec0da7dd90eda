import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  itemDetails,
  job,
  jobCancellation,
  jobDetails,
  recordedCommand,
  type CommandOutcome,
  type Job,
} from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../testing/ask';
import { direct } from '../../testing/direct';
import { OPERATIONS, PRODUCTION } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});

afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const of = (vm: string) => `${OPERATIONS}/items/OperationsRG/${vm}`;
const APP = of('AppVM1');

const backUp = (intentId: string, retainUntil: string | null = null, asked: Asked = {}): Promise<CommandOutcome> =>
  ask.send(commandOutcome, 'PUT', `${APP}/backups/${intentId}`, { retainUntil }, asked);

async function jobsOf(vm: string, operation: string): Promise<Job[]> {
  const jobs = await ask.get(z.array(job), `${OPERATIONS}/jobs`);
  return jobs.filter(({ workload, operation: word, status }) => workload === vm && word === operation && status === 'InProgress');
}

const post = (path: string, body?: unknown, asked?: Asked) => ask.send(commandOutcome, 'POST', path, body, asked);

/** Whatever the API answers. */
const told = (path: string, body: unknown) =>
  contoso.as('adele', path, { method: 'POST', body: JSON.stringify(body) }).then((answer): Promise<unknown> => answer.json());
const settle = () => contoso.azure.advance(10 * MINUTE);
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('an item', () => {
  it('tells of its points, its policy and its subscription', async () => {
    const item = await ask.get(itemDetails, APP);
    expect(item).toMatchObject({ name: 'AppVM1', policyName: 'LongTermPolicy', subscriptionName: 'Contoso Production', deletedAt: null });
    expect(item.recoveryPointCount).toBeGreaterThan(5);
    expect(item.oldestRecoveryPoint).not.toBeNull();
  });

  it('whose data was deleted tells when', async () => {
    expect((await ask.get(itemDetails, of('DeletedItemVM1'))).deletedAt).not.toBeNull();
  });

  it('tells what Azure has found on its machine', async () => {
    expect(await ask.get(itemDetails, APP)).toMatchObject({ healthStatus: 'Passed', findings: [] });
    const agent = { installed: true, running: true, version: '2.5.1198.709' };
    await fetch(`${contoso.azure.url}/control/guest`, { method: 'POST', body: JSON.stringify({ machine: 'AppVM1', agent }) });
    const found = () => ask.get(itemDetails, APP);
    await expect.poll(found).toMatchObject({ healthStatus: 'ActionSuggested', lastBackupStatus: 'Completed' });
    const [finding] = (await found()).findings;
    expect(finding).toMatchObject({ code: 380016, title: 'UserErrorGuestAgentVersionUnsupported' });
    expect(finding?.recommendations).toEqual(['Update the agent to the latest version.']);
  });

  it('that is not there is not found', async () => {
    expect(await ask.refusal('GET', of('NotThere'))).toBe('item-not-found');
  });
});

describe('backup now', () => {
  it('leads to its job and makes a point', async () => {
    const before = await ask.get(itemDetails, APP);
    const { state, jobId } = await backUp(randomUUID(), dayFromNow(45));
    expect(state).toBe('started');
    const running = await ask.get(jobDetails, `${OPERATIONS}/jobs/${jobId}`);
    expect(running).toMatchObject({ operation: 'Backup', workload: 'AppVM1', status: 'InProgress', cancellable: true });
    expect(running.tasks.map(({ name }) => name)).toEqual(['Take Snapshot', 'Transfer data to vault']);
    expect(running.properties.map(({ name }) => name)).toContain('Recovery Point Expiry Time in UTC');
    contoso.azure.advance(600 * MINUTE);
    const job = () => ask.get(jobDetails, `${OPERATIONS}/jobs/${jobId}`);
    await expect.poll(job).toMatchObject({ status: 'Completed', cancellable: false });
    expect((await ask.get(itemDetails, APP)).recoveryPointCount).toBeGreaterThan(before.recoveryPointCount ?? 0);
  });

  it('clicked twice is one backup', async () => {
    const intent = randomUUID();
    const answers = await Promise.all([backUp(intent), backUp(intent)]);
    const again = await backUp(intent);
    expect(new Set([...answers, again].map(({ jobId }) => jobId)).size).toBe(1);
    expect(await jobsOf('AppVM1', 'Backup')).toHaveLength(1);
  });

  it('of a second tab is refused while the first is under way', async () => {
    await backUp(randomUUID());
    expect(await ask.refusal('PUT', `${APP}/backups/${randomUUID()}`, { retainUntil: null })).toBe('conflict');
  });

  it('with the id of another command is refused', async () => {
    const intent = randomUUID();
    await backUp(intent);
    expect(await ask.refusal('PUT', `${APP}/backups/${intent}`, { retainUntil: dayFromNow(3) })).toBe('idempotency-key-reused');
    expect(await ask.refusal('PUT', `${APP}/backups/${intent}`, { retainUntil: null }, { person: 'patti' })).toBe('idempotency-key-reused');
  });

  it('whose answer is lost is found among the jobs and not sent again', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'reset-after', times: 1 });
    const intent = randomUUID();
    const { state, jobId } = await backUp(intent);
    expect(state).toBe('started');
    expect((await jobsOf('AppVM1', 'Backup')).map(({ id }) => id)).toEqual([jobId]);
    expect((await backUp(intent)).jobId).toBe(jobId);
  });

  it('whose job is queued a moment later leads to it all the same', async () => {
    await fetch(`${contoso.azure.url}/control/queueing`, { method: 'POST', body: JSON.stringify({ seconds: 1 }) });
    contoso.azure.world.setClock({ mode: 'accelerated', speed: 10 });
    const { state, jobId } = await backUp(randomUUID());
    expect({ state, jobs: (await jobsOf('AppVM1', 'Backup')).map(({ id }) => id) }).toEqual({ state: 'started', jobs: [jobId] });
  });

  it('that Azure has accepted and that comes to nothing is told as that, and can be asked for again', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'in-vain', times: 1 });
    const intent = randomUUID();
    expect(await ask.refusal('PUT', `${APP}/backups/${intent}`, { retainUntil: null })).toBe('operation-failed');
    expect((await backUp(intent)).jobId).not.toBeNull();
  });

  it('that Azure fails without a trace is being checked, and not sent again', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: '500', times: 1 });
    const intent = randomUUID();
    expect(await backUp(intent)).toMatchObject({ state: 'checking', jobId: null });
    expect(await backUp(intent)).toMatchObject({ state: 'checking', jobId: null });
    expect(await jobsOf('AppVM1', 'Backup')).toEqual([]);
  });

  it('that a server did not live to answer is found by the next one', async () => {
    const first = await contoso.startAnother();
    contoso.azure.faults.arm({ operation: 'GET .*backupOperations/', kind: 'hang' });
    const intent = randomUUID();
    const lost = backUp(intent, null, { server: first }).catch(() => undefined);
    await expect.poll(() => jobsOf('AppVM1', 'Backup'), { timeout: 8_000 }).toHaveLength(1);
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    const found = await backUp(intent, null, { server: second });
    expect(found).toMatchObject({ state: 'started', jobId: (await jobsOf('AppVM1', 'Backup'))[0]?.id });
    contoso.azure.faults.clear();
    await first.running.stop();
    await lost;
  });

  it('is refused to a reader', async () => {
    const intent = randomUUID();
    expect(await ask.refusal('PUT', `${APP}/backups/${intent}`, { retainUntil: null }, { person: 'megan' })).toBe('forbidden');
  });

  it('under a resource lock is refused as that, and goes on once the lock is gone', async () => {
    const lock = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.Authorization/locks/frozen?api-version=2020-05-01`;
    expect((await direct(contoso.azure, 'adele', 'PUT', lock, { properties: { level: 'ReadOnly' } })).status).toBe(201);
    expect(await ask.refusal('PUT', `${APP}/backups/${randomUUID()}`, { retainUntil: null })).toBe('scope-locked');
    expect(await jobsOf('AppVM1', 'Backup')).toEqual([]);
    await direct(contoso.azure, 'adele', 'DELETE', lock);
    expect((await backUp(randomUUID())).state).toBe('started');
  });
});

/** The first list of jobs is answered, and no other one until the faults are cleared. */
function silenceLaterJobs(): void {
  contoso.azure.faults.arm({ operation: 'GET .*backupJobs', kind: 'slow', seconds: 0, times: 1 });
  contoso.azure.faults.arm({ operation: 'GET .*backupJobs', kind: '503', seconds: 0 });
}

const UNSEEN = { jobId: null, checkedUntil: null };

describe('what Azure has said to a command stands when its jobs cannot be read any more', () => {
  it.each([
    ['stopping', `${APP}/stop`, { data: 'retain' }],
    ['deleting the data', `${APP}/stop`, { data: 'delete' }],
    ['resuming', `${of('RetiredVM1')}/resume`, { policyName: 'DefaultPolicy' }],
  ])('%s is accepted', async (_what, address, body) => {
    silenceLaterJobs();
    expect(await post(address, body)).toEqual({ state: 'started', ...UNSEEN });
  });

  it('undeleting is accepted', async () => {
    silenceLaterJobs();
    expect(await post(`${of('DeletedItemVM1')}/undelete`)).toEqual({ state: 'started', ...UNSEEN });
  });

  it.each([
    ['500', { state: 'unknown', ...UNSEEN }],
    ['409', { code: 'conflict' }],
  ] as const)('%s is told as what it is', async (kind, answer) => {
    silenceLaterJobs();
    contoso.azure.faults.arm({ operation: 'PUT .*AppVM1', kind });
    expect(await told(`${APP}/stop`, { data: 'retain' })).toMatchObject(answer);
  });

  it.each([
    ['500', { state: 'unknown' }],
    ['409', { code: 'conflict' }],
  ] as const)('%s to cancelling a job is told as what it is', async (kind, answer) => {
    const { jobId } = await backUp(randomUUID());
    contoso.azure.faults.arm({ operation: 'POST .*/cancel', kind });
    contoso.azure.faults.arm({ operation: 'GET .*backupJobs/', kind: '503', seconds: 0 });
    expect(await told(`${OPERATIONS}/jobs/${jobId}/cancel`, {})).toMatchObject(answer);
  });
});

it('what was refused before anything was sent is in no doubt', async () => {
  contoso.azure.faults.arm({ operation: 'GET .*backupResourceGuardProxies', kind: '503', seconds: 0 });
  expect(await told(`${APP}/stop`, { data: 'retain' })).toMatchObject({ code: 'azure-failed' });
});

describe('a job', () => {
  it('is cancelled, however often that is asked', async () => {
    const { jobId } = await backUp(randomUUID());
    const cancel = () => ask.send(jobCancellation, 'POST', `${OPERATIONS}/jobs/${jobId}/cancel`);
    expect(await cancel()).toEqual({ state: 'cancelling' });
    expect(await cancel()).toEqual({ state: 'cancelling' });
  });

  it('that is over cannot be cancelled', async () => {
    const { jobId } = await backUp(randomUUID());
    contoso.azure.advance(600 * MINUTE);
    expect(await ask.refusal('POST', `${OPERATIONS}/jobs/${jobId}/cancel`)).toBe('job-over');
  });

  it('of last week is listed when asked for', async () => {
    const ofDay = await ask.get(z.array(job), `${OPERATIONS}/jobs`);
    const ofWeek = await ask.get(z.array(job), `${OPERATIONS}/jobs?days=7`);
    expect(ofWeek.length).toBeGreaterThan(ofDay.length);
    expect(ofWeek.map(({ id }) => id)).toEqual(expect.arrayContaining(ofDay.map(({ id }) => id)));
  });
});

describe('protection', () => {
  it('of which Azure has accepted a change that comes to nothing is told as that, and the change can be asked for again', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*/protectedItems/', kind: 'in-vain', times: 1 });
    expect(await ask.refusal('POST', `${APP}/stop`, { data: 'retain' })).toBe('operation-failed');
    expect(await post(`${APP}/stop`, { data: 'retain' })).toMatchObject({ state: 'started', jobId: expect.any(String) });
  });

  it.each([
    ['stop', 'PUT', { data: 'retain' }],
    ['stop', 'DELETE', { data: 'delete' }],
  ] as const)('of which Azure accepts a change that comes to nothing later is on record as that: %s by %s', async (order, method, body) => {
    contoso.azure.faults.arm({ operation: `${method} .*/protectedItems/`, kind: 'in-vain', times: 1, seconds: 60 });
    expect(await post(`${APP}/${order}`, body)).toEqual({ state: 'started', ...UNSEEN });
    settle();
    // Who may not read Azure's log sees it all the same.
    const [command] = await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`, { person: 'megan' });
    expect(command).toMatchObject({ command: 'items.stop', about: { azureCode: 'OperationFailed' }, end: { value: { end: 'failed' } } });
  });

  it.each([
    ['stop', APP, { data: 'retain' }],
    ['stop', APP, { data: 'delete' }],
    ['resume', of('RetiredVM1'), { policyName: 'DefaultPolicy' }],
    ['undelete', of('DeletedItemVM1'), {}],
  ] as const)('is on record under the id of its order, to its end: %s of %s', async (order, item, body) => {
    const orderId = randomUUID();
    await post(`${item}/${order}`, { ...body, orderId });
    const found = async () =>
      (await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`)).find(({ commandId }) => commandId === orderId);
    expect(await found()).toMatchObject({ command: `items.${order}`, result: 'accepted', end: { value: null } });
    settle();
    await expect.poll(found).toMatchObject({ jobId: expect.any(String), end: { value: { end: 'succeeded' } } });
  });

  it('is stopped keeping the data and resumed', async () => {
    const stopped = await post(`${APP}/stop`, { data: 'retain' });
    expect(stopped.jobId).not.toBeNull();
    expect(await post(`${APP}/stop`, { data: 'retain' })).toEqual(stopped);
    settle();
    expect(await ask.get(itemDetails, APP)).toMatchObject({ protectionState: 'ProtectionStopped', policyName: null });
    expect(await ask.refusal('PUT', `${APP}/backups/${randomUUID()}`, { retainUntil: null })).toBe('item-stopped');
    expect((await post(`${APP}/resume`, { policyName: 'DefaultPolicy' })).jobId).not.toBeNull();
    settle();
    expect(await ask.get(itemDetails, APP)).toMatchObject({ policyName: 'DefaultPolicy' });
  });

  it('is stopped deleting the data, which is brought back', async () => {
    expect((await post(`${APP}/stop`, { data: 'delete' })).jobId).not.toBeNull();
    settle();
    expect((await ask.get(itemDetails, APP)).deletedAt).not.toBeNull();
    // Anyone who lost the first answer asks for what has happened.
    expect(await post(`${APP}/stop`, { data: 'delete' })).toEqual({ state: 'finished', ...UNSEEN });
    expect(await ask.refusal('POST', `${APP}/resume`, { policyName: 'DefaultPolicy' })).toBe('item-deleted');
    expect((await post(`${APP}/undelete`)).jobId).not.toBeNull();
    settle();
    expect(await ask.get(itemDetails, APP)).toMatchObject({ deletedAt: null, protectionState: 'ProtectionStopped' });
  });

  it('whose stop meets its own first attempt, which no list shows yet, is not said to be refused', async () => {
    for (const [body, request] of [
      [{ data: 'retain' }, 'PUT .*AppVM1'],
      [{ data: 'delete' }, 'DELETE .*AppVM1'],
    ] as const) {
      contoso.azure.setListLag(9 * MINUTE);
      contoso.azure.faults.arm({ operation: request, kind: 'reset-after', times: 1 });
      expect(await post(`${APP}/stop`, body)).toEqual({ state: 'unknown', jobId: null, checkedUntil: null });
      settle();
    }
    expect((await ask.get(itemDetails, APP)).deletedAt).not.toBeNull();
  });

  it('that somebody else resumes by another policy is not resumed as was asked here', async () => {
    await post(`${APP}/stop`, { data: 'retain' });
    settle();
    const { jobId } = await post(`${APP}/resume`, { policyName: 'LongTermPolicy' }, { person: 'patti' });
    expect(await ask.refusal('POST', `${APP}/resume`, { policyName: 'DefaultPolicy' })).toBe('conflict');
    expect(await post(`${APP}/resume`, { policyName: 'longtermpolicy' })).toEqual({ state: 'started', jobId, checkedUntil: null });
    contoso.azure.faults.arm({ operation: 'PUT .*AppVM1', kind: '500' });
    expect(await post(`${APP}/resume`, { policyName: 'DefaultPolicy' })).toEqual({ state: 'unknown', ...UNSEEN });
  });

  it('that somebody has resumed meanwhile keeps the policy chosen there', async () => {
    await post(`${APP}/stop`, { data: 'retain' });
    settle();
    await post(`${APP}/resume`, { policyName: 'LongTermPolicy' }, { person: 'patti' });
    settle();
    expect(await ask.refusal('POST', `${APP}/resume`, { policyName: 'DefaultPolicy' })).toBe('item-resumed');
    expect(await post(`${APP}/resume`, { policyName: 'longtermpolicy' })).toEqual({ state: 'finished', ...UNSEEN });
    expect(await ask.get(itemDetails, APP)).toMatchObject({ policyName: 'LongTermPolicy' });
  });

  it('is not resumed with a policy that is gone', async () => {
    await post(`${APP}/stop`, { data: 'retain' });
    settle();
    expect(await ask.refusal('POST', `${APP}/resume`, { policyName: 'NoPolicy' })).toBe('policy-not-found');
  });

  it('is not stopped by a reader', async () => {
    expect(await ask.refusal('POST', `${APP}/stop`, { data: 'delete' }, { person: 'megan' })).toBe('forbidden');
  });
});
