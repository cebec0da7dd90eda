import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  grant,
  itemDetails,
  jobDetails,
  keyVaultView,
  machineOptions,
  restore,
  vmId as machineId,
  type Restore,
} from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { seen } from '../../../facts';
import { asker } from '../../../testing/ask';
import { backUpByPolicy } from '../../../testing/assign-policy';
import { OPERATIONS, vaultId } from '../../../testing/contoso-places';
import { serveLoopback } from '../../../testing/loopback-server';
import { backUp, backUpRestored, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const REVOKED_KV = '/api/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/RevokedKV';

/** The restored machine runs. Answers the path of its restore. */
async function run(vm: string, item?: string): Promise<string> {
  const path = restorePath(await restoreDisks(contoso, ask, vm, 'IgniteRG', item));
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`);
  const machine = { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  await ask.send(z.strictObject({ machineId }), 'PUT', `${path}/machine`, { machine });
  contoso.azure.advance(5 * MINUTE);
  return path;
}

const protect = async (path: string, edition: string) => {
  await ask.send(z.looseObject({}), 'PUT', `${path}/protection`, { edition, policyName: 'DefaultPolicy' });
  contoso.azure.advance(5 * MINUTE);
};

const protectionOf = ({ steps }: Restore) => steps.find(({ step }) => step === 'protection');
const looking = (path: string, reason: string | null) => watchRestore(ask, path, (found) => protectionOf(found)?.reason === reason);

it('a machine is not called protected whose keys Azure Backup may not read: the night proves it', async () => {
  const path = await run('RevokedVM1');
  await protect(path, 'current');
  expect(protectionOf(await looking(path, 'first-backup-missing'))).toMatchObject({ state: 'ready' });
  contoso.azure.advance(24 * 60 * MINUTE);
  const failed = await looking(path, 'first-backup-failed');
  expect(protectionOf(failed)).toMatchObject({ state: 'failed' });
  const job = await ask.get(jobDetails, `${OPERATIONS}/jobs/${seen(failed.protection).jobId ?? ''}`);
  expect(job.errors).toMatchObject([{ title: 'UserErrorKeyVaultPermissionsNotConfigured' }]);
});

/** Lets Azure Backup into the key vault. Answers the path of the grant. */
async function letIn(): Promise<string> {
  const { details } = await ask.get(keyVaultView, REVOKED_KV);
  const permissions = ['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list', 'secrets/backup'];
  const wanted = { way: 'access-policy', permissions, stamp: details?.stamp };
  const path = `${REVOKED_KV}/grants/${randomUUID()}`;
  await ask.send(grant, 'PUT', path, wanted);
  return path;
}

it('it is called protected once the service was let in and a recovery point exists, to every reader alike', async () => {
  const path = await run('RevokedVM1');
  await protect(path, 'current');
  await letIn();
  const before = new Date(contoso.azure.world.clock.now());
  await backUpRestored(contoso, ask, path);
  const found = await looking(path, null);
  expect(protectionOf(found)).toMatchObject({ state: 'done' });
  expect(new Date(seen(found.protection).newestPoint ?? 0) >= before).toBe(true);
  expect(protectionOf(await ask.get(restore, path, { person: 'megan' }))).toEqual(protectionOf(found));
});

it('it is not called protected any more once the service was shut out and a backup has failed for it, and again after the next one', async () => {
  const path = await run('RevokedVM1');
  await protect(path, 'current');
  const given = await letIn();
  await backUpRestored(contoso, ask, path);
  const { newestPoint } = seen((await looking(path, null)).protection);
  await ask.send(grant, 'POST', `${given}/undo`);
  await backUpRestored(contoso, ask, path);
  const failing = await looking(path, 'latest-backup-failed');
  expect(protectionOf(failing)).toMatchObject({ state: 'failed', command: 'back-up-now' });
  expect(seen(failing.protection).newestPoint).toBe(newestPoint);
  const job = await ask.get(jobDetails, `${OPERATIONS}/jobs/${seen(failing.protection).jobId ?? ''}`);
  expect(job.errors).toMatchObject([{ title: 'UserErrorKeyVaultPermissionsNotConfigured' }]);
  await letIn();
  await backUpRestored(contoso, ask, path);
  expect(protectionOf(await looking(path, null))).toMatchObject({ state: 'done' });
});

it('an order to protect it that meets its own first attempt, which no list shows yet, has started', async () => {
  const path = await run('FullRestoreVM1');
  contoso.azure.setListLag(9 * MINUTE);
  contoso.azure.faults.arm({ operation: 'PUT .*protectedItems', kind: 'reset-after', times: 1 });
  const request = { edition: 'current', policyName: 'DefaultPolicy' };
  expect(await ask.send(z.looseObject({}), 'PUT', `${path}/protection`, request)).toMatchObject({ state: 'started' });
  contoso.azure.advance(5 * MINUTE);
  expect(protectionOf(await looking(path, 'first-backup-missing'))).toMatchObject({ state: 'ready' });
});

it('an order to protect it by one policy is not answered by the job that does so by another', async () => {
  const path = await run('FullRestoreVM1');
  const order = (policyName: string) => [`${path}/protection`, { edition: 'current', policyName }] as const;
  await ask.send(z.looseObject({}), 'PUT', ...order('LongTermPolicy'));
  expect(await ask.refusal('PUT', ...order('DefaultPolicy'))).toBe('conflict');
  expect(await ask.send(z.looseObject({}), 'PUT', ...order('longtermpolicy'))).toMatchObject({ state: 'started' });
});

it('a first backup is seen while it runs', async () => {
  const path = await run('FullRestoreVM1');
  await protect(path, 'current');
  await ask.send(commandOutcome, 'PUT', `${OPERATIONS}/items/IgniteRG/Again/backups/${randomUUID()}`, { retainUntil: null });
  expect(protectionOf(await looking(path, 'first-backup-running'))).toMatchObject({ state: 'running' });
});

it('a snapshot alone protects nothing: the step waits for a backup that ends', async () => {
  const path = await run('FullRestoreVM1');
  await protect(path, 'current');
  const item = `${OPERATIONS}/items/IgniteRG/Again`;
  const back = () => ask.send(commandOutcome, 'PUT', `${item}/backups/${randomUUID()}`, { retainUntil: null });
  const { jobId } = await back();
  contoso.azure.advance(30 * MINUTE);
  expect((await ask.get(itemDetails, item)).latestRecoveryPoint).not.toBeNull();
  expect(protectionOf(await looking(path, 'first-backup-running'))).toMatchObject({ state: 'running' });
  await ask.send(z.looseObject({}), 'POST', `${OPERATIONS}/jobs/${jobId}/cancel`);
  contoso.azure.advance(5 * MINUTE);
  expect(protectionOf(await looking(path, 'first-backup-snapshot'))).toMatchObject({ state: 'ready', command: 'back-up-now' });
  await back();
  contoso.azure.advance(12 * 60 * MINUTE);
  expect(protectionOf(await looking(path, null))).toMatchObject({ state: 'done' });
});

it('a backup that failed after a snapshot is told with its job', async () => {
  const path = await run('RevokedVM1');
  await protect(path, 'current');
  const given = await letIn();
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${OPERATIONS}/items/IgniteRG/Again/backups/${randomUUID()}`, {
    retainUntil: null,
  });
  contoso.azure.advance(30 * MINUTE);
  await ask.send(z.looseObject({}), 'POST', `${OPERATIONS}/jobs/${jobId}/cancel`);
  contoso.azure.advance(5 * MINUTE);
  await looking(path, 'first-backup-snapshot');
  await ask.send(grant, 'POST', `${given}/undo`);
  await backUpRestored(contoso, ask, path);
  const failed = await looking(path, 'first-backup-failed');
  const job = await ask.get(jobDetails, `${OPERATIONS}/jobs/${seen(failed.protection).jobId ?? ''}`);
  expect(job.errors).toMatchObject([{ title: 'UserErrorKeyVaultPermissionsNotConfigured' }]);
});

it('a first backup that ends while somebody looks is none that is missing: that look already calls the machine protected', async () => {
  const path = await run('FullRestoreVM1');
  await protect(path, 'current');
  await ask.send(commandOutcome, 'PUT', `${OPERATIONS}/items/IgniteRG/Again/backups/${randomUUID()}`, { retainUntil: null });
  let isTurned = false;
  // It ends after the item was read, and before the jobs are.
  await using between = await serveLoopback(async ({ method, path: asked, query, headers, body }) => {
    if (query.get('$filter')?.includes("operation eq 'Backup'") && !isTurned) {
      contoso.azure.advance(6 * 60 * MINUTE);
      isTurned = true;
    }
    const passed = Object.entries(headers).filter(([name]) => !['host', 'content-length', 'connection'].includes(name));
    const init = { method, headers: passed.map(([name, value]): [string, string] => [name, String(value)]), ...(body !== '' && { body }) };
    const answer = await fetch(`${contoso.azure.url}${asked}?${query.toString()}`, init);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  });
  const server = await contoso.startAnother({ azureUrl: between.url });
  const amid = await ask.get(restore, path, { server });
  await server[Symbol.asyncDispose]();
  expect([isTurned, protectionOf(amid)]).toMatchObject([true, { state: 'done' }]);
});

it('a machine with a BEK alone is refused by the rules of 2017 and protected by those of today, as in the wizard', async () => {
  const path = await run('BekOnlyVM1', await backUp(contoso, ask, 'OperationsRG', 'BekOnlyVM1'));
  const by2017 = await ask.get(restore, `${path}?edition=2017-01`);
  expect(seen(by2017.protection).ruleId).toBe('bek-only');
  expect(states(by2017)).toMatchObject({ protection: 'blocked' });
  expect(await ask.refusal('PUT', `${path}/protection`, { edition: '2017-01', policyName: 'DefaultPolicy' })).toBe('protection-refused');
  expect(states(await ask.get(restore, `${path}?edition=current`))).toMatchObject({ protection: 'ready' });
  await protect(path, 'current');
  expect(protectionOf(await looking(path, 'first-backup-missing'))).toMatchObject({ state: 'ready' });
});

const [IGNITE_VAULT, OPERATIONS_VAULT] = [vaultId('IgniteRG', 'IgniteDemoVault'), vaultId('OperationsRG', 'OperationsVault')];

it('a machine that a policy has let another vault back up is said to be that vault’s, not to lack a backup', async () => {
  await backUpByPolicy(contoso.azure, IGNITE_VAULT);
  const path = await run('FullRestoreVM1');
  const today = `${path}?edition=current`;
  expect(protectionOf(await ask.get(restore, today))).toMatchObject({ state: 'ready', reason: 'not-protected' });
  contoso.azure.advance(30 * MINUTE);
  const found = await watchRestore(ask, today, (one) => protectionOf(one)?.reason !== 'not-protected');
  expect(protectionOf(found)).toMatchObject({ state: 'blocked', reason: 'protected-elsewhere', command: null });
  expect(seen(found.protection)).toMatchObject({ ruleId: 'protected-by-another-vault', elsewhere: IGNITE_VAULT });
  const order = { edition: 'current', policyName: 'DefaultPolicy' };
  expect(await ask.refusal('PUT', `${path}/protection`, order)).toBe('protected-elsewhere');
});

it('one that a policy has let its own vault back up only lacks its first point', async () => {
  await backUpByPolicy(contoso.azure, OPERATIONS_VAULT);
  const path = await run('FullRestoreVM1');
  contoso.azure.advance(30 * MINUTE);
  expect(protectionOf(await looking(path, 'first-backup-missing'))).toMatchObject({ state: 'ready', command: 'back-up-now' });
  const order = { edition: 'current', policyName: 'LongTermPolicy' };
  expect(await ask.send(z.looseObject({}), 'PUT', `${path}/protection`, order)).toMatchObject({ state: 'not-needed' });
});
