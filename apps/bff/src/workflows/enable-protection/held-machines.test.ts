import { item as itemOfVault, job } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { setServiceEdition } from '../../../../../packages/local-azure/src/providers/recovery-services/backup-service';
import { IGNITE, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { enabler, finished, states } from '../../testing/enabler';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;

beforeEach(async () => {
  contoso = await startContoso();
});

afterEach(() => contoso[Symbol.asyncDispose]());

const { enable, retry, watch } = enabler(() => contoso);

const DBVM = vmId('dbvm1', 'DBVM1Restore');
const LINUX = vmId('OperationsRG', 'LinuxVM1');
const NO_AGENT = vmId('OperationsRG', 'NoAgentVM1');
const VAULT =
  '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault';
const LINUX_ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;LinuxVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;LinuxVM1?api-version=2023-06-01`;

/** Somebody protects LinuxVM1 with other tools than ours. */
async function protectElsewhere(policyName: string): Promise<void> {
  const properties = {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    sourceResourceId: LINUX,
    policyId: `${VAULT}/backupPolicies/${policyName}`,
  };
  expect((await direct(contoso.azure, 'patti', 'PUT', LINUX_ITEM, { properties })).status).toBe(202);
}

async function configureJobsOf(machine: string): Promise<string[]> {
  const response = await contoso.as('adele', `${IGNITE}/jobs`);
  const jobs = z.array(job).parse(await response.json());
  return jobs.filter(({ operation, workload }) => operation === 'ConfigureBackup' && workload === machine).map(({ id }) => id);
}

describe('a machine that another order of ours holds', () => {
  it('is not refused: it waits, and the others go on', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: 'hang' });
    const first = await enable([LINUX]);
    await watch(first.batchId, (batch) => states(batch)['LinuxVM1'] === 'enabling', { minutes: 0 });
    const second = await enable([DBVM, LINUX], { person: 'patti' });
    const asked = { person: 'patti' };
    const waiting = await watch(second.batchId, (batch) => states(batch)['DBVM1Restore'] === 'protected', asked);
    expect(states(waiting)).toMatchObject({ LinuxVM1: 'waiting' });
    contoso.azure.faults.clear();
    expect(states(await watch(second.batchId, finished, asked))).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
    expect(states(await watch(first.batchId, finished))).toEqual({ LinuxVM1: 'protected' });
    expect(await configureJobsOf('LinuxVM1')).toHaveLength(1);
  });
});

it('a machine that another order has protected just as was asked is protected, and by another policy it is refused', async () => {
  await watch((await enable([LINUX])).batchId, finished);
  expect(states(await watch((await enable([LINUX])).batchId, finished))).toEqual({ LinuxVM1: 'protected' });
  const other = await watch((await enable([LINUX], { policyName: 'LongTermPolicy' })).batchId, finished);
  expect(other.results).toMatchObject([{ state: 'refused', ruleId: 'already-protected' }]);
  expect(await configureJobsOf('LinuxVM1')).toHaveLength(1);
});

describe('a machine that somebody else protects at this moment', () => {
  it('by the same policy is enabled, by that job', async () => {
    await protectElsewhere('DefaultPolicy');
    const { batchId } = await enable([LINUX]);
    // Time passes only once the order has seen the job, which would be over before it looks.
    await watch(batchId, ({ results }) => results[0]?.jobId != null, { minutes: 0 });
    const batch = await watch(batchId, finished);
    expect(batch.results).toMatchObject([{ state: 'protected', jobId: (await configureJobsOf('LinuxVM1'))[0] }]);
  });

  it('by the same policy is not refused while no list shows the job', async () => {
    contoso.azure.setListLag(9 * 60_000);
    await protectElsewhere('DefaultPolicy');
    const { batchId } = await enable([LINUX]);
    const seen = new Set<string>();
    const batch = await watch(batchId, (batch) => seen.add(String(batch.results[0]?.state)) && batch.finished);
    expect(batch.results).toMatchObject([{ state: 'protected' }]);
    expect([...seen]).not.toContain('refused');
  });

  it('is left alone while Azure says so, and refused only for what has become of it', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: 'slow', seconds: 600, times: 1 });
    const { batchId } = await enable([LINUX]);
    await watch(batchId, (batch) => states(batch)['LinuxVM1'] === 'enabling', { minutes: 0 });
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    await protectElsewhere('LongTermPolicy');
    contoso.azure.faults.clear();
    await watch(batchId, (batch) => states(batch)['LinuxVM1'] === 'waiting', { minutes: 0 });
    const { results } = await watch(batchId, finished);
    expect(results).toMatchObject([{ state: 'refused', ruleId: 'already-protected' }]);
    expect(await configureJobsOf('LinuxVM1')).toHaveLength(1);
  });
});

describe('a machine whose order nobody answered', () => {
  it.each([
    ['DefaultPolicy', { state: 'protected' }],
    ['LongTermPolicy', { state: 'refused', ruleId: 'already-protected', azureCode: null }],
  ])('and that somebody else protects meanwhile, by %s, is as that has left it', async (policyName, result) => {
    const operation = 'PUT .*LinuxVM1';
    contoso.azure.faults.arm({ operation, kind: '503', seconds: 0, times: 3 });
    // The next try has begun, and gets to Azure once somebody else has come.
    contoso.azure.faults.arm({ operation, kind: 'slow', seconds: 600, times: 1 });
    const { batchId } = await enable([LINUX]);
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    await protectElsewhere(policyName);
    contoso.azure.faults.clear();
    expect((await watch(batchId, finished)).results).toMatchObject([result]);
    const [item] = z.array(itemOfVault).parse(await (await contoso.as('adele', `${IGNITE}/items`)).json());
    expect(item).toMatchObject({ name: 'LinuxVM1', policyName });
    expect(await configureJobsOf('LinuxVM1')).toHaveLength(1);
  });
});

describe('a machine whose order met its own first attempt', () => {
  it('is enabled by that, although no list shows it yet', async () => {
    contoso.azure.setListLag(9 * 60_000);
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: 'reset-after', times: 1 });
    const { batchId } = await enable([LINUX]);
    const seen = new Set<string>();
    const batch = await watch(batchId, (batch) => {
      seen.add(String(batch.results[0]?.state));
      return batch.finished;
    });
    expect(batch.results[0]?.state).toBe('protected');
    expect([...seen].filter((state) => state === 'refused' || state === 'failed' || state === 'not-started')).toEqual([]);
  });
});

describe('an earlier job of the machine', () => {
  it('that a list shows only later is not taken for ours', async () => {
    contoso.azure.setListLag(9 * 60_000);
    setServiceEdition(contoso.azure.world, '2017-01');
    const securitySettings = { softDeleteSettings: { softDeleteState: 'Disabled' } };
    const turnedOff = await direct(contoso.azure, 'adele', 'PATCH', `${VAULT}?api-version=2024-04-01`, {
      properties: { securitySettings },
    });
    expect(turnedOff.status).toBe(202);
    setServiceEdition(contoso.azure.world, 'current');
    await protectElsewhere('DefaultPolicy');
    contoso.azure.advance(2 * 60_000);
    expect((await direct(contoso.azure, 'adele', 'DELETE', LINUX_ITEM)).status).toBe(202);
    contoso.azure.advance(2 * 60_000);
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: '503', seconds: 0 });
    const { batchId } = await enable([LINUX]);
    const batch = await watch(batchId, finished, { minutes: 0.5 });
    expect(batch.results).toMatchObject([{ state: 'not-started', jobId: null }]);
  });
});

describe('a machine that is put back', () => {
  it('is tried again while the jobs of the others still run', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: '503', seconds: 0, times: 3 });
    const { batchId } = await enable([DBVM, LINUX]);
    const batch = await watch(batchId, ({ results }) => results.every(({ jobId }) => jobId !== null), { minutes: 0 });
    expect(states(batch)).toEqual({ DBVM1Restore: 'enabling', LinuxVM1: 'enabling' });
  });

  it('by somebody who tries again is begun with at once, while the others are under way', async () => {
    const { batchId } = await enable([DBVM, NO_AGENT]);
    const refused = await watch(batchId, ({ results: [one, other] }) => one?.jobId != null && other?.state === 'refused', { minutes: 0 });
    expect(states(refused)).toEqual({ DBVM1Restore: 'enabling', NoAgentVM1: 'refused' });
    await direct(contoso.azure, 'adele', 'POST', `${NO_AGENT}/deallocate?api-version=2023-09-01`);
    contoso.azure.advance(45_000);
    await retry(batchId);
    const batch = await watch(batchId, ({ results }) => results.every(({ jobId }) => jobId !== null), { minutes: 0 });
    expect(states(batch)).toEqual({ DBVM1Restore: 'enabling', NoAgentVM1: 'enabling' });
  });
});
