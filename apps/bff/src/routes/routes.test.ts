import {
  agent,
  item,
  itemInVault,
  job,
  jobDetails,
  keyVaultAccess,
  policy,
  problem,
  listedSubscription,
  vault,
  vaultSummary,
  vaultSummaryCounts,
  virtualMachinePage,
  type PolicyDraft,
  type VirtualMachine,
} from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../testing/ask';
import { IGNITE, keyVaultId, OPERATIONS, SUBSCRIPTION, vmId } from '../testing/contoso-places';
import { startContoso, type Contoso } from '../testing/start-contoso';

let contoso: Contoso;
const asking = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});

afterAll(() => contoso[Symbol.asyncDispose]());

async function read<T>(schema: z.ZodType<T>, path: string, person = 'adele'): Promise<T> {
  const response = await contoso.as(person, path);
  return schema.parse(await response.json());
}

async function post<T>(schema: z.ZodType<T>, path: string, body: unknown, person = 'adele'): Promise<T> {
  const response = await contoso.as(person, path, { method: 'POST', body: JSON.stringify(body) });
  return schema.parse(await response.json());
}

async function machines(path: string, person = 'adele'): Promise<VirtualMachine[]> {
  return (await asking.pages(virtualMachinePage, path, { person })).flatMap(({ rows }) => rows);
}

describe('vaults', () => {
  it('of all subscriptions are listed', async () => {
    const names = (await read(z.array(vaultSummary), '/api/vaults')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['IgniteDemoVault', 'OperationsVault', 'TestVault']));
    expect(await read(z.array(listedSubscription), '/api/subscriptions')).toHaveLength(2);
  });

  it('that restore in their paired region are marked, in the list as by themselves', async () => {
    await using outage = await startContoso('outage');
    const ask = asker(() => outage);
    const vaults = await ask.get(z.array(vaultSummary), '/api/vaults');
    expect(vaults.flatMap(({ name, crossRegionRestore }) => (crossRegionRestore ? [name] : []))).toEqual(['FrankfurtVault']);
    const each = await Promise.all(
      vaults.map(({ subscriptionId, resourceGroup, name }) => ask.get(vault, `/api/vaults/${subscriptionId}/${resourceGroup}/${name}`)),
    );
    expect(each.map(({ crossRegionRestore }) => crossRegionRestore)).toEqual(vaults.map(({ crossRegionRestore }) => crossRegionRestore));
  });

  it('that a guest may not see are not listed', async () => {
    const names = (await read(z.array(vaultSummary), '/api/vaults', 'lee')).map(({ name }) => name);
    expect(names).toContain('IgniteDemoVault');
    expect(names).not.toContain('TestVault');
    expect(await read(vault, OPERATIONS, 'lee')).toMatchObject({ subscriptionName: 'Contoso Production' });
  });

  it('have their essentials and their numbers', async () => {
    expect(await read(vault, OPERATIONS)).toMatchObject({ subscriptionName: 'Contoso Production', storageReplication: 'GeoRedundant' });
    const counts = await read(vaultSummaryCounts, `${OPERATIONS}/counts`);
    const items = await read(z.array(item), `${OPERATIONS}/items`);
    expect(counts.protectedItems).toBe(items.length);
    expect(counts.jobsFailed).toBeGreaterThan(0);
  });

  it('that do not exist are not found', async () => {
    const response = await contoso.as('adele', IGNITE.replace('IgniteDemoVault', 'NoVault'));
    expect(problem.parse(await response.json())).toMatchObject({ code: 'vault-not-found', azureCode: 'ResourceNotFound' });
  });
});

describe('the time', () => {
  it('is told by the clock of Azure, not by ours', async () => {
    const { headers } = await contoso.as('adele', '/api/vaults');
    const there = contoso.azure.world.clock.now();
    expect(Math.abs(Date.parse(headers.get('x-tresor-azure-time') ?? '') - there)).toBeLessThan(5_000);
  });
});

describe('items and jobs', () => {
  it('tell when an item was last backed up', async () => {
    const items = await read(z.array(item), `${OPERATIONS}/items`);
    const protectedOne = items.find(({ name }) => name === 'ProtectedVM1');
    expect(protectedOne).toMatchObject({ protectionState: 'Protected', policyName: 'DefaultPolicy', lastBackupStatus: 'Completed' });
    expect(protectedOne?.latestRecoveryPoint).not.toBeNull();
  });

  it('are found without their vault, in every vault one may see', async () => {
    const all = await read(z.array(itemInVault), '/api/items');
    const { name, vault } = all.find(({ name }) => name === 'ProtectedVM1') ?? {};
    expect([name, vault?.vaultName]).toEqual(['ProtectedVM1', 'OperationsVault']);
    expect(all.map(({ vault }) => vault.vaultName)).toContain('FullVault');
    expect((await read(z.array(itemInVault), '/api/items', 'lee')).map(({ vault }) => vault.vaultName)).not.toContain('FullVault');
  });

  it('tell why a job failed', async () => {
    const failed = (await read(z.array(job), `${OPERATIONS}/jobs`)).find(
      ({ status, workload }) => status === 'Failed' && workload === 'RevokedVM1',
    );
    const details = await read(jobDetails, `${OPERATIONS}/jobs/${failed?.id}`);
    expect(details.errors).not.toEqual([]);
    expect(details.errors[0]?.title).toBe('UserErrorKeyVaultPermissionsNotConfigured');
  });

  it('that do not exist are not found', async () => {
    const response = await contoso.as('adele', `${OPERATIONS}/jobs/00000000-0000-4000-8000-000000000000`);
    expect(problem.parse(await response.json()).code).toBe('job-not-found');
  });
});

describe('policies', () => {
  const draft = {
    name: 'Sundays',
    kind: 'standard',
    timeZone: 'W. Europe Standard Time',
    schedule: { frequency: 'weekly', time: '22:30', days: ['Sunday'] },
    retention: {
      daily: null,
      weekly: { count: 12, days: ['Sunday'] },
      monthly: { count: 6, on: { basis: 'week', weeks: ['First'], days: ['Sunday'] } },
      yearly: { count: 2, months: ['January'], on: { basis: 'week', weeks: ['Last'], days: ['Sunday'] } },
    },
    instantRestoreDays: 5,
  } as const;

  it('keep the time on the wall of their zone', async () => {
    const policies = await read(z.array(policy), `${IGNITE}/policies`);
    expect(policies.find(({ name }) => name === 'DefaultPolicy')?.schedule).toEqual({ frequency: 'daily', time: '00:30' });
  });

  it('are read back as they were drafted', async () => {
    const made = await post(policy, `${IGNITE}/policies`, { policy: draft });
    expect(made).toMatchObject(draft);
    const listed = await read(z.array(policy), `${IGNITE}/policies`);
    expect(listed.find(({ name }) => name === draft.name)).toMatchObject(draft);
  });

  it('with days of the month are read back as they were drafted', async () => {
    const on = { basis: 'day', dates: [1, 0] };
    const monthly = {
      name: 'MonthEnds',
      kind: 'standard',
      timeZone: 'UTC',
      schedule: { frequency: 'daily', time: '01:00' },
      retention: { daily: { count: 7 }, weekly: null, monthly: { count: 6, on }, yearly: null },
      instantRestoreDays: 2,
    };
    expect(await post(policy, `${IGNITE}/policies`, { policy: monthly })).toMatchObject(monthly);
  });

  it('that were made although their answer was lost are answered, and not called taken', async () => {
    const lost = { ...draft, name: 'AnswerLost' };
    const made = await post(policy, `${IGNITE}/policies`, { policy: lost });
    expect(await post(policy, `${IGNITE}/policies`, { policy: lost })).toEqual(made);
    const other = { ...lost, instantRestoreDays: 3 };
    expect(await post(problem, `${IGNITE}/policies`, { policy: other })).toMatchObject({ code: 'policy-name-taken' });
  });

  it('of a name that is taken are refused', async () => {
    const taken = { ...draft, name: 'DefaultPolicy' };
    expect(await post(problem, `${IGNITE}/policies`, { policy: taken })).toMatchObject({
      code: 'policy-name-taken',
      fields: ['policy.name'],
    });
  });

  it('that Azure does not take are refused in its words', async () => {
    const short: Pick<PolicyDraft, 'schedule' | 'retention' | 'instantRestoreDays'> = {
      instantRestoreDays: 2,
      schedule: { frequency: 'daily', time: '22:30' },
      retention: { daily: { count: 3 }, weekly: null, monthly: null, yearly: null },
    };
    const refusal = await post(problem, `${IGNITE}/policies`, { policy: { ...draft, name: 'TooShort', ...short } });
    expect(refusal.code).toBe('policy-refused');
    expect(refusal.azureMessage).toBeTruthy();
  });

  it('may not be made by the helpdesk', async () => {
    const refusal = await post(problem, `${IGNITE}/policies`, { policy: { ...draft, name: 'Helpdesk' } }, 'alex');
    expect(refusal.code).toBe('forbidden');
  });
});

const agentStateOf = async (fresh: boolean) => {
  const body = { vmIds: [vmId('OperationsRG', 'NoAgentVM1')], fresh };
  const [one] = await post(z.array(z.object({ agent: agent.nullable() })), `${SUBSCRIPTION}/virtual-machines/agents`, body);
  return one?.agent?.state;
};

describe('machines', () => {
  it('are listed with what tells of their encryption and protection', async () => {
    const byName = new Map((await machines(`${SUBSCRIPTION}/virtual-machines`)).map((machine) => [machine.name, machine]));
    expect(byName.get('DBVM1Restore')?.encryption).toMatchObject({
      kind: 'bek-kek',
      keyVaultIds: [keyVaultId('IgniteRG', 'IgniteDemoKV')],
    });
    expect(byName.get('DBVM3')?.encryption.kind).toBe('none');
    expect(byName.get('BekOnlyVM1')?.encryption).toMatchObject({ kind: 'bek', pass: 'dual' });
    expect(byName.get('BekOnlyVM3')?.encryption).toMatchObject({ kind: 'bek', pass: 'single' });
    expect(byName.get('SinglePassVM1')?.encryption).toMatchObject({ kind: 'bek-kek', pass: 'single' });
    expect(byName.get('ClassicVM1')?.deploymentModel).toBe('classic');
    expect(byName.get('ProtectedVM1')?.protectedByVaultId).toContain('OperationsVault');
    expect(byName.get('ManyUnmanagedDisksVM1')).toMatchObject({ managedDisks: false, dataDiskCount: 17 });
    expect(byName.get('StoppedVM1')?.powerState).toBe('deallocated');
    expect(byName.get('HugeDiskVM1')?.largestDiskGiB).toBe(65_536);
  });

  it('report their agents', async () => {
    const names = ['LinuxVM1', 'NoAgentVM1', 'AgentNotReadyVM1', 'OldAgentVM1', 'StoppedVM1'];
    const body = { vmIds: [...names.map((name) => vmId('OperationsRG', name)), vmId('OperationsRG', 'NotThere')] };
    const agents = await post(z.array(z.object({ agent: agent.nullable() })), `${SUBSCRIPTION}/virtual-machines/agents`, body);
    expect(agents.map((one) => one.agent?.state ?? null)).toEqual(['ready', 'missing', 'not-ready', 'ready', null, null]);
    expect(agents[3]?.agent?.version).toBe('2.5.1198.709');
  });

  it('are asked for their agents again when somebody checks again', async () => {
    expect(await agentStateOf(false)).toBe('missing');
    const installed = { installed: true, running: true, version: '2.7.41491.1183' };
    const body = JSON.stringify({ machine: 'NoAgentVM1', agent: installed });
    await fetch(`${contoso.azure.url}/control/guest`, { method: 'POST', body });
    expect(await agentStateOf(false)).toBe('missing');
    // Identical reads of a user are one for a second.
    await expect.poll(() => agentStateOf(true), { timeout: 5000 }).toBe('ready');
    expect(await agentStateOf(false)).toBe('ready');
  });
});

const ask = (keyVaultIds: string[], edition: string, person = 'adele') =>
  post(z.array(keyVaultAccess), '/api/key-vault-access', { edition, needsKeys: true, keyVaultIds }, person);
const contosoKeyVault = (name: string) => keyVaultId('KeyVaultRG', name);

describe('access to key vaults', () => {
  it('is judged by access policies and by roles', async () => {
    const access = await ask(
      [keyVaultId('IgniteRG', 'IgniteDemoKV'), ...['NoPolicyKV', 'RbacKV', 'RbacReadyKV'].map(contosoKeyVault)],
      '2017-01',
    );
    expect(access.map(({ state, model }) => [state, model])).toEqual([
      ['granted', 'access-policy'],
      ['lacking', 'access-policy'],
      ['lacking', 'rbac'],
      ['granted', 'rbac'],
    ]);
    expect(access[1]?.lacking).toEqual(['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list']);
  });

  it('follows the edition', async () => {
    const [before] = await ask([contosoKeyVault('HalfPolicyKV')], '2017-01');
    const [today] = await ask([contosoKeyVault('HalfPolicyKV')], 'current');
    expect(before?.state).toBe('granted');
    expect(today).toMatchObject({ state: 'lacking', lacking: ['secrets/backup'] });
  });

  it('tells a key vault that is gone from one that may not be seen', async () => {
    expect(await ask([contosoKeyVault('GoneKV')], '2017-01')).toMatchObject([{ state: 'missing', name: 'GoneKV' }]);
    expect(await ask([contosoKeyVault('ContosoKV')], '2017-01', 'lee')).toMatchObject([{ state: 'unreadable' }]);
  });
});
