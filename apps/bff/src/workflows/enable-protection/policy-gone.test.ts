import { channel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { vaultId, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { enabler, finished, states } from '../../testing/enabler';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const { enable, retry, watch } = enabler(() => contoso);

const POLICY = 'LongTermPolicy';
const GONE = 'BMSUserErrorPolicyNotFound';
const NAMES = ['CustomerKeyVM1', 'HalfPolicyVM1', 'HostEncryptedVM1', 'KekDisabledVM1', 'KekExpiredVM1', 'LockedDriveVM1'];
const MORE = ['NoNetworkVM1', 'NoPolicyVM1', 'RbacReadyVM1', 'RbacVM1', 'SecretPurgedVM1'];
/** More than are begun with at once. */
const MANY = [...NAMES, ...MORE].map((name) => vmId('KeysRG', name));
const DBVM = vmId('dbvm1', 'DBVM1Restore');
const LINUX = vmId('OperationsRG', 'LinuxVM1');

const asked = { edition: 'current', policyName: POLICY } as const;
const VAULT = vaultId('IgniteRG', 'IgniteDemoVault');
const POLICY_PATH = `${VAULT}/backupPolicies/${POLICY}?api-version=2023-06-01`;

/** Somebody works with other tools than ours. */
const elsewhere = (method: 'PUT' | 'DELETE', path: string, properties?: object) =>
  direct(contoso.azure, 'patti', method, path, properties && { properties });

const started = z.object({ request: z.object({ method: z.string(), path: z.string() }) });

/** What Azure is told to protect while something is done. */
async function ordersDuring(work: () => Promise<unknown>): Promise<string[]> {
  const orders: string[] = [];
  const count = (message: unknown) => {
    const { method, path } = started.parse(message).request;
    if (method === 'PUT' && path.includes('/protectedItems/')) orders.push(path);
  };
  const requests = channel('http.client.request.start');
  requests.subscribe(count);
  await work();
  requests.unsubscribe(count);
  return orders;
}

describe('a policy that is deleted while a batch runs', () => {
  it('is asked for no further: what has not begun is refused without Azure, for the same reason', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*backupPreValidateProtection', kind: 'slow', seconds: 3600 });
    const { batchId } = await enable(MANY, asked);
    await watch(batchId, ({ results }) => results.filter(({ state }) => state === 'validating').length === 8, { minutes: 0 });
    expect((await elsewhere('DELETE', POLICY_PATH)).status).toBe(200);
    const orders = await ordersDuring(async () => {
      contoso.azure.faults.clear();
      const { results } = await watch(batchId, finished, { minutes: 0 });
      expect(results).toMatchObject(MANY.map(() => ({ state: 'refused', azureCode: GONE })));
    });
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.length).toBeLessThanOrEqual(8);
  });

  it('leaves what it protected; the rest is protected by another one, or by a new one of its name', async () => {
    contoso.azure.faults.arm({ operation: 'PUT .*LinuxVM1', kind: 'slow', seconds: 3600 });
    const { batchId } = await enable([DBVM, LINUX], asked);
    await watch(batchId, (batch) => states(batch)['DBVM1Restore'] === 'protected');
    // As long as an item follows it, a policy stays.
    expect(await elsewhere('DELETE', POLICY_PATH)).toMatchObject({ status: 400, body: { error: { code: 'BMSUserErrorPolicyInUse' } } });
    const policy = (await direct(contoso.azure, 'patti', 'GET', POLICY_PATH)).body;
    const item = 'dbvm1;DBVM1Restore';
    const names = `protectionContainers/IaasVMContainer;iaasvmcontainerv2;${item}/protectedItems/VM;iaasvmcontainerv2;${item}`;
    await elsewhere('PUT', `${VAULT}/backupFabrics/Azure/${names}?api-version=2023-06-01`, {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: DBVM,
      policyId: `${VAULT}/backupPolicies/DefaultPolicy`,
    });
    contoso.azure.advance(600_000);
    expect((await elsewhere('DELETE', POLICY_PATH)).status).toBe(200);
    contoso.azure.faults.clear();
    expect(states(await watch(batchId, finished, { minutes: 0 }))).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'refused' });

    await direct(contoso.azure, 'patti', 'PUT', POLICY_PATH, policy);
    await retry(batchId);
    expect(states(await watch(batchId, finished))).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
  });
});
