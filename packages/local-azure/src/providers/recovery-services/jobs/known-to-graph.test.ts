import { randomUUID } from 'node:crypto';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../../..';
import { TEST_SUBSCRIPTION_ID } from '../../../seeds/company';
import { VAULT_TYPE } from '../names';
import { jobsBetween, saveJob, type Job } from '../state/job-store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, throttle: false, unkindness: 'kind' });
});
afterAll(() => azure.stop());

interface Row {
  id: string;
  type: string;
  properties: { operation: string; status: string; startTime: string; endTime?: string; extendedInfo?: unknown };
}

async function jobs(as = 'Adele'): Promise<Row[]> {
  const { credential, httpClient } = await connect(azure, as);
  const graph = new ResourceGraphClient(credential, { httpClient, retryOptions: { maxRetries: 0 } });
  const query = `recoveryservicesresources | where type =~ 'microsoft.recoveryservices/vaults/backupjobs'
    | order by todatetime(properties.startTime) desc, id asc`;
  const { data }: { data?: Row[] } = await graph.resources({ query });
  return data ?? [];
}

const now = () => azure.world.clock.now();
/** Adds a job like one that has ended; answers its id. */
function copyOf(other: Partial<Job>): string {
  const { world } = azure;
  const vaults = world.resources.list(VAULT_TYPE, '/');
  const [ended] = vaults.flatMap(({ id }) => jobsBetween(world, id, 0, now())).filter(({ endedAt }) => endedAt !== undefined);
  if (!ended) throw new Error('No job has ended.');
  const job = { ...ended, id: randomUUID(), ...other };
  saveJob(world, job);
  return `${job.vaultId}/backupJobs/${job.id}`;
}

const subscriptionsOf = (rows: readonly Row[]) => new Set(rows.map(({ id }) => id.split('/')[2]));

it('the graph knows the jobs of all vaults for fourteen days, without what only a single job tells', async () => {
  azure.advance(DAY);
  const rows = await jobs();
  expect(rows.length).toBeGreaterThan(3);
  expect(rows[0]).toMatchObject({
    type: 'microsoft.recoveryservices/vaults/backupjobs',
    properties: { backupManagementType: 'AzureIaasVM' },
  });
  expect(rows.every(({ properties }) => properties.extendedInfo === undefined)).toBe(true);

  const young = copyOf({ startedAt: now() - 14 * DAY + HOUR });
  const old = copyOf({ startedAt: now() - 14 * DAY - HOUR });
  const known = (await jobs()).map(({ id }) => id);
  expect(known).toContain(young);
  expect(known).not.toContain(old);
});

it('shows the jobs of a subscription to those who may read them there', async () => {
  const [inTest] = azure.world.resources.list(VAULT_TYPE, `/subscriptions/${TEST_SUBSCRIPTION_ID}`);
  copyOf({ vaultId: inTest?.id ?? '' });
  expect(subscriptionsOf(await jobs()).size).toBe(2);
  expect(subscriptionsOf(await jobs('Lee')).size).toBe(1);
});

it('is as late with a job as lists of jobs are: it neither shows one that has just begun nor the end of one that has just ended', async () => {
  const id = copyOf({ startedAt: now() - 3 * HOUR, endedAt: now() - HOUR, status: 'Completed' });
  const ofJob = async () => (await jobs()).find((row) => row.id === id)?.properties;

  azure.setListLag(4 * HOUR);
  expect(await ofJob()).toBeUndefined();
  azure.setListLag(2 * HOUR);
  expect(await ofJob()).toMatchObject({ status: 'InProgress' });
  expect(await ofJob()).not.toHaveProperty('endTime');
  azure.setListLag(0);
  const ended = await ofJob();
  expect(ended).toMatchObject({ status: 'Completed' });
  expect(Date.parse(String(ended?.['endTime']))).toBe(now() - HOUR);
});
