import { randomUUID } from 'node:crypto';
import { commandOutcome, job, recordedCommand, type CommandOutcome } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const ITEM = `${OPERATIONS}/items/OperationsRG/FullRestoreVM1`;
const MINUTE = 60_000;
const LONGEST_LAG = 10 * MINUTE;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const backUp = (intent: string): Promise<CommandOutcome> =>
  ask.send(commandOutcome, 'PUT', `${ITEM}/backups/${intent}`, { retainUntil: null });

async function backups(): Promise<string[]> {
  contoso.azure.setListLag(0);
  const jobs = await ask.get(z.array(job), `${OPERATIONS}/jobs`);
  return jobs.filter(({ operation, status }) => operation === 'Backup' && status === 'InProgress').map(({ id }) => id);
}

const recorded = (person = 'adele') => ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`, { person });

/** A backup that Azure accepts, and that fails a minute later. */
async function backUpInVain(): Promise<string> {
  contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'in-vain', times: 1, seconds: 60 });
  const intent = randomUUID();
  expect(await backUp(intent)).toEqual({ state: 'started', jobId: null, checkedUntil: null });
  return intent;
}

describe('a backup whose answer is lost while lists lag at their longest', () => {
  it('that Azure took is found as soon as the list shows it', async () => {
    contoso.azure.setListLag(LONGEST_LAG);
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'reset-after', times: 1 });
    const intent = randomUUID();
    expect(await backUp(intent)).toMatchObject({ state: 'checking', checkedUntil: expect.any(String) });
    contoso.azure.advance(LONGEST_LAG - MINUTE);
    expect((await backUp(intent)).state).toBe('checking');
    contoso.azure.advance(MINUTE);
    const { state, jobId } = await backUp(intent);
    expect(state).toBe('started');
    expect(await backups()).toEqual([jobId]);
  });

  it('that never reached Azure is not started, and starts once when it is tried again', async () => {
    contoso.azure.setListLag(LONGEST_LAG);
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'reset', times: 1 });
    const intent = randomUUID();
    const { state, checkedUntil } = await backUp(intent);
    expect(state).toBe('checking');
    contoso.azure.advance(Date.parse(checkedUntil ?? '') - contoso.azure.world.clock.now() + 1_000);
    expect((await backUp(intent)).state).toBe('not-started');
    const { jobId } = await backUp(intent);
    expect(await backups()).toEqual([jobId]);
  });
});

describe('nothing is in doubt', () => {
  it.each(['GET .*/permissions', 'GET .*/backupJobs'])('while %s fails', async (operation) => {
    contoso.azure.faults.arm({ operation, kind: '503', times: 3, seconds: 0 });
    const intent = randomUUID();
    await ask.refusal('PUT', `${ITEM}/backups/${intent}`, { retainUntil: null }).catch(() => undefined);
    contoso.azure.faults.clear();
    expect((await backUp(intent)).state).toBe('started');
    expect(await backups()).toHaveLength(1);
  });

  it('where a colleague has started the like meanwhile', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'reset', times: 1 });
    const intent = randomUUID();
    expect((await backUp(intent)).state).toBe('checking');
    await ask.send(commandOutcome, 'PUT', `${ITEM}/backups/${randomUUID()}`, { retainUntil: null }, { person: 'alex' });
    expect((await backUp(intent)).state).toBe('checking');
    expect(await backups()).toHaveLength(1);
  });
});

it('anyone who waits for an Azure that hangs is told within ten seconds that it is being checked', async () => {
  contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'hang', times: 1 });
  const asked = performance.now();
  expect((await backUp(randomUUID())).state).toBe('checking');
  expect(performance.now() - asked).toBeLessThan(10_000);
  contoso.azure.faults.clear();
});

describe('a backup that Azure accepted, and of which no job was seen', () => {
  // No look at its operation is answered: nobody waits for it.
  beforeEach(() => contoso.azure.faults.arm({ operation: 'GET .*/backupOperations/', kind: '409', times: 1 }));

  it('and that fails a minute later is told as failed, with what Azure says, and starts once when it is asked for again', async () => {
    const intent = await backUpInVain();
    expect((await backUp(intent)).state).toBe('started');
    contoso.azure.advance(MINUTE + 1_000);
    const refusal = await contoso.as('adele', `${ITEM}/backups/${intent}`, { method: 'PUT', body: JSON.stringify({ retainUntil: null }) });
    expect(await refusal.json()).toMatchObject({ code: 'operation-failed', azureCode: 'OperationFailed' });
    const { state, jobId } = await backUp(intent);
    expect({ state, jobs: await backups() }).toEqual({ state: 'started', jobs: [jobId] });
  });

  it('is on record as failed once it has, also where nobody asks for it again', async () => {
    await backUpInVain();
    expect(await recorded()).toMatchObject([{ result: 'accepted', end: { state: 'known', value: null } }]);
    contoso.azure.advance(MINUTE + 1_000);
    const failed = {
      command: 'items.backUpNow',
      end: { state: 'known', value: { end: 'failed' } },
      about: { azureCode: 'OperationFailed' },
    };
    expect(await recorded('megan')).toMatchObject([failed]);
    // Azure forgets its operations; the record does not.
    contoso.azure.faults.clear();
    expect(await recorded()).toMatchObject([failed]);
  });

  it('is unknown once Azure has forgotten its operation, and no list shows it any more', async () => {
    const intent = await backUpInVain();
    contoso.azure.faults.clear();
    expect((await backUp(intent)).state).toBe('started');
    contoso.azure.advance(LONGEST_LAG + MINUTE);
    expect((await backUp(intent)).state).toBe('unknown');
    expect(await recorded()).toMatchObject([{ result: 'accepted', end: { state: 'known', value: null } }]);
  });

  it('is finished once Azure calls its operation done without a job, and on record as that', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backup$', kind: 'without-job', times: 1, seconds: 60 });
    const intent = randomUUID();
    expect(await backUp(intent)).toMatchObject({ state: 'started', jobId: null });
    contoso.azure.advance(MINUTE + 1_000);
    expect(await backUp(intent)).toEqual({ state: 'finished', jobId: null, checkedUntil: null });
    expect(await recorded()).toMatchObject([{ jobId: null, end: { state: 'known', value: { end: 'succeeded' } } }]);
  });

  it('leads to its job once its operation names it, although no list shows it yet', async () => {
    contoso.azure.setListLag(LONGEST_LAG);
    await fetch(`${contoso.azure.url}/control/queueing`, { method: 'POST', body: JSON.stringify({ seconds: 30 }) });
    const intent = randomUUID();
    expect(await backUp(intent)).toMatchObject({ state: 'started', jobId: null });
    contoso.azure.advance(MINUTE);
    const { state, jobId } = await backUp(intent);
    expect({ state, jobs: await backups() }).toEqual({ state: 'started', jobs: [jobId] });
    expect(await recorded()).toMatchObject([{ jobId, end: { state: 'known', value: null } }]);
  });
});
