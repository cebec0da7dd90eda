import { randomUUID } from 'node:crypto';
import { commandOutcome, job, jobDetails, recoveryPoint, storageAccount, type CommandOutcome } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../../testing/ask';
import { OPERATIONS, storageAccountId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { closeAccount } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const of = (vm: string) => `${OPERATIONS}/items/OperationsRG/${vm}`;
const FULL = of('FullRestoreVM1');

async function request(change: object = {}, vm = 'FullRestoreVM1') {
  const [point] = await ask.get(z.array(recoveryPoint), `${of(vm)}/recovery-points`);
  return {
    edition: 'current',
    recoveryPointId: point?.id,
    storageAccountId: storageAccountId('contosostaging'),
    targetGroup: 'IgniteRG',
    ...change,
  };
}

const start = (intent: string, body: object, asked?: Asked): Promise<CommandOutcome> =>
  ask.send(commandOutcome, 'PUT', `${FULL}/restores/${intent}`, body, asked);

const restoreJobs = async () => {
  const jobs = await ask.get(z.array(job), `${OPERATIONS}/jobs`);
  return jobs.filter(({ operation }) => operation === 'Restore').map(({ id }) => id);
};

const accounts = (edition = 'current') => ask.get(z.array(storageAccount), `${OPERATIONS}/restores/storage-accounts?edition=${edition}`);
const reasons = async (edition: string) => Object.fromEntries((await accounts(edition)).map(({ name, reason }) => [name, reason]));

it('all storage accounts are shown, the unusable ones with the reason of the edition', async () => {
  expect(await reasons('2017-01')).toEqual({
    contosonorth: 'other-region',
    contosostaging: null,
    contosozones: 'zone-redundant',
    ignitedisks: 'premium-not-supported',
  });
  expect(await reasons('current')).toMatchObject({ contosozones: null });
});

it('a storage account that does not let our server in is told beforehand; it can be chosen all the same', async () => {
  await closeAccount(contoso);
  await expect.poll(() => accounts()).toContainEqual(expect.objectContaining({ name: 'contosostaging', reason: null, shutOut: true }));
  const ipRules = [{ value: '198.51.100.7', action: 'Allow' }];
  await direct(contoso.azure, 'adele', 'PATCH', `${storageAccountId('contosostaging')}?api-version=2023-01-01`, {
    properties: { networkAcls: { defaultAction: 'Deny', ipRules } },
  });
  await expect.poll(() => accounts()).toContainEqual(expect.objectContaining({ name: 'contosostaging', shutOut: false }));
});

it('resource groups for managed disks are listed', async () => {
  const groups = await ask.get(
    z.array(z.strictObject({ name: z.string(), location: z.string() })),
    `${OPERATIONS}/restores/resource-groups`,
  );
  expect(groups).toContainEqual({ name: 'IgniteRG', location: 'westeurope' });
});

describe('restoring disks', () => {
  it('starts one job that the list of restores shows', async () => {
    const { state, jobId } = await start(randomUUID(), await request());
    expect(state).toBe('started');
    const details = await ask.get(jobDetails, `${OPERATIONS}/jobs/${jobId}`);
    expect(details.properties).toContainEqual({ name: 'Target Storage Account Name', value: 'contosostaging' });
    const list = await ask.get(
      z.array(z.looseObject({ jobId: z.string(), vmName: z.string(), status: z.string() })),
      `${OPERATIONS}/restores`,
    );
    expect(list).toMatchObject([{ jobId, vmName: 'FullRestoreVM1', status: 'InProgress' }]);
  });

  it('clicked twice, and again later, is one restore', async () => {
    const intent = randomUUID();
    const body = await request();
    const answers = [...(await Promise.all([start(intent, body), start(intent, body)])), await start(intent, body)];
    expect(new Set(answers.map(({ jobId }) => jobId)).size).toBe(1);
    expect(await restoreJobs()).toHaveLength(1);
  });

  it('in a second tab is refused while the first is under way', async () => {
    const body = await request();
    await start(randomUUID(), body);
    expect(await ask.refusal('PUT', `${FULL}/restores/${randomUUID()}`, body)).toBe('conflict');
  });

  it('whose answer is lost is found among the jobs', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/restore$', kind: 'reset-after', times: 1 });
    const { state, jobId } = await start(randomUUID(), await request());
    expect(state).toBe('started');
    expect(await restoreJobs()).toEqual([jobId]);
  });

  it('that Azure fails without a trace is checked until a moment, then said not to have started, and may be tried again', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/restore$', kind: '503', times: 1 });
    const intent = randomUUID();
    const body = await request();
    const first = await start(intent, body);
    expect(first).toMatchObject({ state: 'checking', jobId: null });
    contoso.azure.advance(9 * 60_000);
    expect(await start(intent, body)).toEqual(first);
    expect(await restoreJobs()).toEqual([]);
    contoso.azure.advance(2 * 60_000);
    expect((await start(intent, body)).state).toBe('not-started');
    expect((await start(intent, body)).state).toBe('started');
    expect(await restoreJobs()).toHaveLength(1);
  });

  it('is validated before anything is sent, and may be asked again when Azure cannot validate', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/backupValidateOperation$', kind: '500', times: 3 });
    const intent = randomUUID();
    const body = await request();
    expect(await ask.refusal('PUT', `${FULL}/restores/${intent}`, body)).toBe('azure-failed');
    expect((await start(intent, body)).state).toBe('started');
  });

  it('by a server that ends before its answer is found by the next one', async () => {
    const first = await contoso.startAnother();
    const body = await request();
    contoso.azure.faults.arm({ operation: 'GET .*backupOperations/', kind: 'hang' });
    const intent = randomUUID();
    const lost = start(intent, body, { server: first }).catch(() => undefined);
    await expect.poll(restoreJobs, { timeout: 8_000 }).toHaveLength(1);
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    expect(await start(intent, body, { server: second })).toMatchObject({ state: 'started', jobId: (await restoreJobs())[0] });
    contoso.azure.faults.clear();
    await first.running.stop();
    await lost;
  });
});

describe('disks are not restored', () => {
  it('into a storage account that the edition refuses', async () => {
    const body = await request({ edition: '2017-01', storageAccountId: storageAccountId('contosozones') });
    expect(await ask.refusal('PUT', `${FULL}/restores/${randomUUID()}`, body)).toBe('storage-account-refused');
  });

  it('into a storage account that is not there', async () => {
    const body = await request({ storageAccountId: storageAccountId('nothere') });
    expect(await ask.refusal('PUT', `${FULL}/restores/${randomUUID()}`, body)).toBe('storage-account-not-found');
  });

  it('into a resource group that is not there', async () => {
    expect(await ask.refusal('PUT', `${FULL}/restores/${randomUUID()}`, await request({ targetGroup: 'NoRG' }))).toBe(
      'resource-group-not-found',
    );
  });

  it('by a reader', async () => {
    expect(await ask.refusal('PUT', `${FULL}/restores/${randomUUID()}`, await request(), { person: 'megan' })).toBe('forbidden');
  });

  it('of a deleted item', async () => {
    const body = await request({}, 'DeletedItemVM1');
    expect(await ask.refusal('PUT', `${of('DeletedItemVM1')}/restores/${randomUUID()}`, body)).toBe('item-deleted');
  });
});
