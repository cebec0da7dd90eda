import { randomUUID } from 'node:crypto';
import { item, job, problem, type ProtectionBatch } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { IGNITE, OPERATIONS, PRODUCTION, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { enabler, finished, states } from '../../testing/enabler';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;

beforeEach(async () => {
  contoso = await startContoso();
});

afterEach(() => contoso[Symbol.asyncDispose]());

const DBVM = vmId('dbvm1', 'DBVM1Restore');
const LINUX = vmId('OperationsRG', 'LinuxVM1');

const { putBatch, enable, retry, watch } = enabler(() => contoso);

async function itemsOf(vault: string): Promise<string[]> {
  const response = await contoso.as('adele', `${vault}/items`);
  return z
    .array(item)
    .parse(await response.json())
    .map(({ name }) => name);
}

/** The machines whose protection was configured, once for each job that did it. */
async function configureJobs(): Promise<string[]> {
  const response = await contoso.as('adele', `${IGNITE}/jobs`);
  const jobs = z.array(job).parse(await response.json());
  return jobs.filter(({ operation }) => operation === 'ConfigureBackup').map(({ workload }) => workload);
}

describe('enabling backup', () => {
  it('really protects the machines, each with the job that did it', async () => {
    const { batchId } = await enable([DBVM, LINUX]);
    const batch = await watch(batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
    expect(batch.results.every(({ jobId }) => jobId !== null)).toBe(true);
    expect((await itemsOf(IGNITE)).toSorted()).toEqual(['DBVM1Restore', 'LinuxVM1']);
  });

  it('tells why a machine is refused and protects the others', async () => {
    const ids = [DBVM, ...['BekOnlyVM1', 'OtherVaultVM1', 'NoAgentVM1', 'NotThere'].map((name) => vmId('OperationsRG', name))];
    const batch = await watch((await enable(ids)).batchId, finished);
    expect(states(batch)).toEqual({
      DBVM1Restore: 'protected',
      BekOnlyVM1: 'refused',
      OtherVaultVM1: 'refused',
      NoAgentVM1: 'refused',
      NotThere: 'refused',
    });
    const [, bek, other, agent, gone] = batch.results;
    expect(bek?.ruleId).toBe('bek-only');
    expect(other?.ruleId).toBe('protected-by-another-vault');
    expect(agent).toMatchObject({ ruleId: null });
    expect(agent?.azureCode).toBeTruthy();
    expect(gone?.azureCode).toBe('UserErrorVmNotFoundV2');
  });

  it('by today’s rules refuses a confidential machine, and with a standard policy what needs an enhanced one', async () => {
    const ids = ['ConfidentialVM1', 'UltraDiskVM1', 'TrustedLaunchVM1'].map((name) => vmId('OperationsRG', name));
    const refused = await watch((await enable(ids, { edition: 'current' })).batchId, finished);
    expect(refused.results.map(({ ruleId }) => ruleId)).toEqual([
      'confidential-vm',
      'disks-need-enhanced-policy',
      'trusted-launch-needs-enhanced-policy',
    ]);
    const { batchId } = await enable(ids, { edition: 'current', policyName: 'EnhancedPolicy' });
    expect(states(await watch(batchId, finished))).toEqual({
      ConfidentialVM1: 'refused',
      UltraDiskVM1: 'protected',
      TrustedLaunchVM1: 'protected',
    });
  });

  it('takes a machine whose backup another vault has deleted, by today’s rules', async () => {
    const ids = [vmId('OperationsRG', 'DeletedItemVM1')];
    const { results } = await watch((await enable(ids)).batchId, finished);
    expect(results[0]).toMatchObject({ state: 'refused', ruleId: 'protected-by-another-vault' });
    expect(states(await watch((await enable(ids, { edition: 'current' })).batchId, finished))).toEqual({ DeletedItemVM1: 'protected' });
  });

  it('of a machine in another subscription is not taken on', async () => {
    const elsewhere = vmId('TestRG', 'TestVM2').replace(PRODUCTION, '/subscriptions/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4');
    const answer = problem.parse(await (await putBatch([DBVM, elsewhere], { edition: 'current' })).json());
    expect(answer).toMatchObject({ code: 'invalid-request', fields: ['vmIds'] });
  });

  it('with a policy that is gone is refused once, before any machine is looked at, and who may not enable is told that first', async () => {
    const asked = { policyName: 'NoPolicy', batchId: randomUUID() };
    const refusal = async (person: string) => problem.parse(await (await putBatch([DBVM, LINUX], { ...asked, person })).json());
    expect(await refusal('adele')).toMatchObject({ status: 404, code: 'policy-gone', fields: ['policyName'] });
    expect(await refusal('megan')).toMatchObject({ code: 'forbidden' });
    const batch = await contoso.as('adele', `${IGNITE}/protection/${asked.batchId}`);
    expect(problem.parse(await batch.json()).code).toBe('batch-not-found');
  });

  it('is not tried again by a policy that is gone since', async () => {
    const { batchId } = await enable([vmId('OperationsRG', 'BekOnlyVM1')], { policyName: 'EnhancedPolicy' });
    await watch(batchId, finished);
    expect((await contoso.as('adele', `${IGNITE}/policies/EnhancedPolicy`, { method: 'DELETE' })).status).toBe(200);
    const again = await contoso.as('adele', `${IGNITE}/protection/${batchId}/retry`, { method: 'POST' });
    expect(problem.parse(await again.json())).toMatchObject({ code: 'policy-gone' });
  });

  it('into a vault that was deleted meanwhile is refused for each machine', async () => {
    const url = `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault`;
    await direct(contoso.azure, 'adele', 'DELETE', `${url}?api-version=2024-10-01`);
    // Azure takes a moment for it, in which the vault is still there.
    contoso.azure.advance(5_000);
    const batch = await watch((await enable([DBVM, LINUX])).batchId, finished);
    expect(batch.results).toMatchObject([{ state: 'refused', azureCode: 'ResourceNotFound' }, { state: 'refused' }]);
    expect(batch.results[0]?.azureMessage).toContain("'Microsoft.RecoveryServices/vaults/IgniteDemoVault'");
    const policies = await contoso.as('adele', `${IGNITE}/policies`);
    expect(problem.parse(await policies.json()).code).toBe('vault-not-found');
  });

  it('by a reader is refused, and nothing of it is written down', async () => {
    const batchId = randomUUID();
    const response = await putBatch([DBVM], { person: 'megan', batchId });
    expect(problem.parse(await response.json()).code).toBe('forbidden');
    const kept = await contoso.as('megan', `${IGNITE}/protection/${batchId}`);
    expect(problem.parse(await kept.json()).code).toBe('batch-not-found');
    expect(await itemsOf(IGNITE)).toEqual([]);
  });
});

describe('the same click twice', () => {
  it('enables once', async () => {
    const batchId = randomUUID();
    await Promise.all([enable([DBVM], { batchId }), enable([DBVM], { batchId })]);
    await watch(batchId, finished);
    await enable([DBVM], { batchId });
    expect(await configureJobs()).toEqual(['DBVM1Restore']);
  });

  it('in a second tab enables once, and both say so', async () => {
    const [one, other] = await Promise.all([enable([DBVM]), enable([DBVM])]);
    const batches = [await watch(one.batchId, finished), await watch(other.batchId, finished)];
    expect(batches.map(states)).toEqual([{ DBVM1Restore: 'protected' }, { DBVM1Restore: 'protected' }]);
    expect(await configureJobs()).toEqual(['DBVM1Restore']);
  });

  it('with another content is refused', async () => {
    const batchId = randomUUID();
    await enable([DBVM], { batchId });
    const response = await putBatch([DBVM, LINUX], { batchId });
    expect(response.status).toBe(409);
    expect(problem.parse(await response.json()).code).toBe('idempotency-key-reused');
  });
});

it('a batch is nobody else’s business', async () => {
  const { batchId } = await enable([DBVM]);
  const stranger = await contoso.as('patti', `${IGNITE}/protection/${batchId}`);
  expect(problem.parse(await stranger.json()).code).toBe('batch-not-found');
  const elsewhere = await contoso.as('adele', `${OPERATIONS}/protection/${batchId}`);
  expect(elsewhere.status).toBe(404);
});

describe('trying again', () => {
  it('protects what failed once its reason is gone, and leaves the rest alone', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: '500' });
    const { batchId } = await enable([DBVM, LINUX]);
    const first = await watch(batchId, finished);
    expect(states(first)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'not-started' });
    contoso.azure.faults.clear();
    await retry(batchId);
    const second = await watch(batchId, (batch) => batch.finished && states(batch)['LinuxVM1'] === 'protected');
    expect(states(second)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
    expect((await configureJobs()).toSorted()).toEqual(['DBVM1Restore', 'LinuxVM1']);
  });
});

describe('a failing Azure', () => {
  it('that accepts and says nothing is asked before anything is sent again', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*DBVM1Restore', kind: 'reset-after', times: 1 });
    const batch = await watch((await enable([DBVM])).batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected' });
    expect(await configureJobs()).toEqual(['DBVM1Restore']);
  });

  it('that says nothing at all has protected nothing, and is told again', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*DBVM1Restore', kind: 'empty', times: 1 });
    const batch = await watch((await enable([DBVM])).batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected' });
    expect(await configureJobs()).toEqual(['DBVM1Restore']);
  });

  it('that throttles only slows the batch down', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*protectedItems', kind: '429', times: 2, seconds: 0 });
    const batch = await watch((await enable([DBVM, LINUX])).batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
  });
});

const unknown = ({ results }: ProtectionBatch) => results.some(({ state }) => state === 'unknown');

describe('a doubt', () => {
  it('is no end: until when it is being checked is said, and what Azure took after all is found', async () => {
    contoso.azure.setListLag(9 * 60_000);
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: 'reset-after', times: 1 });
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: '503', seconds: 0 });
    const { batchId } = await enable([LINUX]);
    const doubtful = await watch(batchId, unknown, { minutes: 0 });
    expect(doubtful).toMatchObject({ finished: false, results: [{ checkedUntil: expect.any(String) }] });
    const batch = await watch(batchId, finished);
    expect(states(batch)).toEqual({ LinuxVM1: 'protected' });
    contoso.azure.setListLag(0);
    expect(await configureJobs()).toEqual(['LinuxVM1']);
  });

  it('about a pre-validation is none: nothing was sent, and it is asked again', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*backupPreValidateProtection', kind: '503', times: 4, seconds: 0 });
    const batch = await watch((await enable([DBVM, LINUX])).batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
  });

  it('that Azure never lets anybody settle a pre-validation ends as not started', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*backupPreValidateProtection', kind: '503', seconds: 0 });
    const batch = await watch((await enable([DBVM])).batchId, finished);
    expect(states(batch)).toEqual({ DBVM1Restore: 'not-started' });
  });
});

describe('a server that ends in the middle', () => {
  it('leaves a batch that another one brings to its end', async () => {
    const first = await contoso.startAnother();
    const { batchId } = await enable([DBVM, LINUX], { server: first });
    await watch(batchId, (batch) => batch.results.every(({ state }) => state === 'enabling'), { server: first, minutes: 0 });
    await first.running.stop();
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    const batch = await watch(batchId, finished, { server: second });
    expect(states(batch)).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
    expect((await configureJobs()).toSorted()).toEqual(['DBVM1Restore', 'LinuxVM1']);
  });

  it('and is away for a day leaves a batch whose jobs Azure no longer lists', async () => {
    const first = await contoso.startAnother();
    const { batchId } = await enable([DBVM], { server: first });
    await watch(batchId, ({ results }) => results[0]?.jobId != null, { server: first, minutes: 0 });
    await first.running.stop();
    contoso.azure.advance(26 * 3_600_000);
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    const [machine] = (await watch(batchId, finished, { server: second })).results;
    expect(machine).toMatchObject({ state: 'protected', jobId: expect.any(String) });
  });

  it('before it told Azure anything leaves a batch that begins again', async () => {
    const first = await contoso.startAnother();
    contoso.azure.faults.arm({ operation: 'POST .*backupPreValidateProtection', kind: 'hang' });
    const { batchId } = await enable([DBVM], { server: first });
    await watch(batchId, (batch) => batch.results[0]?.state === 'validating', { server: first, minutes: 0 });
    await first.running.stop();
    contoso.azure.faults.clear();
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    expect(states(await watch(batchId, finished, { server: second }))).toEqual({ DBVM1Restore: 'protected' });
  });
});
