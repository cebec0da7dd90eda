import { randomUUID } from 'node:crypto';
import { activity, grant, job, keyChain, keyVaultView, policyPoints, recoveryPoint } from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../testing/ask';
import { IGNITE, OPERATIONS, ofVault, vmId } from '../testing/contoso-places';
import { direct } from '../testing/direct';
import { restoreDisks, restorePath } from '../testing/restoring';
import { startContoso, type Contoso } from '../testing/start-contoso';

const DAY = 86_400_000;
const AHEAD = 400 * DAY;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  // Where nothing is backed up yet, years pass in no time; the company is planted with its past when they have.
  contoso = await startContoso('greenfield');
  contoso.azure.advance(AHEAD);
  contoso.azure.reset('contoso');
});
afterAll(() => contoso[Symbol.asyncDispose]());

const now = () => contoso.azure.world.clock.now();
const ageInDays = (time: string | null) => (now() - Date.parse(time ?? '')) / DAY;

/** Asks a server that has not heard yet what time it is at Azure. */
async function byAFreshServer<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  await using server = await contoso.startAnother();
  return await ask.get(schema, path, { server });
}

describe('in a world 400 days ahead', () => {
  it('the first question shows the recovery points of all nights of the past weeks', async () => {
    const points = await byAFreshServer(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`);
    expect(points.length).toBeGreaterThanOrEqual(14);
    expect(Math.max(...points.map(({ time }) => ageInDays(time)))).toBeLessThan(30.1);
  });

  it('the first question shows the jobs of the days asked for and none before', async () => {
    const jobs = await byAFreshServer(z.array(job), `${OPERATIONS}/jobs?days=7`);
    const ages = jobs.map(({ startTime }) => ageInDays(startTime));
    expect(Math.min(...ages)).toBeLessThan(1);
    expect(Math.max(...ages)).toBeGreaterThan(6);
    expect(Math.max(...ages)).toBeLessThan(7.1);
  });

  it('the first question shows the restores of the last thirty days', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const restores = await byAFreshServer(z.array(z.looseObject({ jobId: z.string() })), `${OPERATIONS}/restores`);
    expect(restores.map((one) => one.jobId)).toEqual([jobId]);
  });

  it('the first question shows what was done in the vault in the last days, and nothing before', async () => {
    const done = await byAFreshServer(z.array(activity), `${OPERATIONS}/activity?days=90`);
    expect(done.length).toBeGreaterThan(0);
    expect(Math.max(...done.map(({ time }) => ageInDays(time)))).toBeLessThan(91);
  });

  it('the points that a policy keeps are there', async () => {
    await using server = await contoso.startAnother();
    const pages = await ask.pages(policyPoints, `${OPERATIONS}/policies/DefaultPolicy/points`, { server });
    const newest = pages.flatMap(({ items }) => items).find(({ name }) => name === 'FullRestoreVM1')?.points[0];
    expect(ageInDays(newest?.time ?? null)).toBeLessThan(2);
  });

  it('a key that has run out is told so, and extended it is valid there', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { keyChain: before } =
      (await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/FullRestoreVM1/recovery-points`))[0] ?? {};
    const exp = Math.floor((now() - DAY) / 1000);
    await direct(contoso.azure, 'adele', 'PATCH', `${before?.key?.url}?api-version=7.4`, { attributes: { exp } });
    await using server = await contoso.startAnother();
    const chain = await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how: { way: 'recover' } }, { server });
    expect(chain.key?.state).toBe('present');
    expect(-ageInDays(chain.key?.expires ?? null)).toBeGreaterThan(29);
    expect(-ageInDays(chain.key?.expires ?? null)).toBeLessThan(31);
  });

  it('a policy begins on the day it is there', async () => {
    const draft = {
      name: 'Ahead',
      kind: 'standard',
      timeZone: 'UTC',
      schedule: { frequency: 'daily', time: '22:00' },
      retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
      instantRestoreDays: 2,
    };
    await ask.send(z.unknown(), 'POST', `${IGNITE}/policies`, { policy: draft });
    const vaultId = vmId('IgniteRG', 'IgniteDemoVault').replace('Microsoft.Compute/virtualMachines', 'Microsoft.RecoveryServices/vaults');
    const { body } = await direct(contoso.azure, 'adele', 'GET', `${vaultId}/backupPolicies/Ahead?api-version=2023-02-01`);
    expect(JSON.stringify(body)).toContain(`${new Date(now()).toISOString().slice(0, 10)}T22:00:00`);
  });

  it('access is noted at the time it was given there', async () => {
    const place = ofVault('KeyVaultRG', 'NoPolicyKV').replace('/vaults/', '/key-vaults/');
    const { details } = await ask.get(keyVaultView, place);
    const request = { way: 'access-policy', permissions: neededKeyVaultPermissions('current', true), stamp: details?.stamp };
    const given = await ask.send(grant, 'PUT', `${place}/grants/${randomUUID()}`, request);
    expect(Math.abs(ageInDays(given.at))).toBeLessThan(0.01);
  });
});
