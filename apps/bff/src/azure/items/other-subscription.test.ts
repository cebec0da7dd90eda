import { randomUUID } from 'node:crypto';
import { commandOutcome, itemDetails, recoveryPlan } from '@tresor/contracts';
import { beforeEach, afterEach, expect, it } from 'vitest';
import { asker } from '../../testing/ask';
import { OPERATIONS, PRODUCTION, storageAccountId, vmId } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const TEST = '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4';
const MINUTE = 60_000;
const ELSEWHERE = vmId('TestRG', 'TestVM2').replace(PRODUCTION, `/subscriptions/${TEST}`);
const ITEM = `${OPERATIONS}/items/TestRG/TestVM2`;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  const vault = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
  const part = 'iaasvmcontainerv2;TestRG;TestVM2';
  const item = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
  const properties = {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    sourceResourceId: ELSEWHERE,
    policyId: `${vault}/backupPolicies/DefaultPolicy`,
  };
  const { status } = await direct(contoso.azure, 'adele', 'PUT', `${item}?api-version=2023-06-01`, { properties });
  expect(status).toBe(202);
  contoso.azure.advance(10 * MINUTE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const send = (word: string, body?: unknown) => ask.send(commandOutcome, 'POST', `${ITEM}/${word}`, body);

it('an item of a machine in another subscription is told of that machine', async () => {
  expect(await ask.get(itemDetails, ITEM)).toMatchObject({ vmId: ELSEWHERE, machine: 'there', subscriptionName: 'Contoso Test' });
});

it('it is stopped, resumed and brought back as any other', async () => {
  expect((await send('stop', { data: 'retain' })).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  expect((await send('resume', { policyName: 'DefaultPolicy' })).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  expect((await send('stop', { data: 'delete' })).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  expect((await send('undelete')).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  expect(await ask.get(itemDetails, ITEM)).toMatchObject({ protectionState: 'ProtectionStopped', deletedAt: null });
});

it('it is not restored, nor planned, and that says why', async () => {
  await ask.send(commandOutcome, 'PUT', `${ITEM}/backups/${randomUUID()}`, { retainUntil: null });
  contoso.azure.advance(600 * MINUTE);
  const restore = { edition: 'current', recoveryPointId: '1', storageAccountId: storageAccountId('contosostaging'), targetGroup: null };
  expect(await ask.refusal('PUT', `${ITEM}/restores/${randomUUID()}`, restore)).toBe('machine-elsewhere');
  const [, subscriptionId = ''] = PRODUCTION.split('/subscriptions/');
  const item = { subscriptionId, resourceGroup: 'OperationsRG', vaultName: 'OperationsVault', vmGroup: 'TestRG', vmName: 'TestVM2' };
  const plan = {
    name: 'All back',
    edition: 'current',
    machines: [{ item, wave: 1 }],
    moment: { kind: 'newest' },
    target: { kind: 'as-it-was' },
  };
  expect(await ask.refusal('PUT', `/api/recovery-plans/${randomUUID()}`, plan)).toBe('machine-elsewhere');
});

const itemIn = (subscriptionId = '') => ({
  subscriptionId,
  resourceGroup: 'OperationsRG',
  vaultName: 'OperationsVault',
  vmGroup: 'OperationsRG',
  vmName: 'AppVM1',
});

it('vaults and machines of two subscriptions may have the same names in one plan', async () => {
  const twinOf = (id: string) => id.replace(PRODUCTION, `/subscriptions/${TEST}`);
  const { resources } = contoso.azure.world;
  const machine = resources.get(vmId('OperationsRG', 'AppVM1'));
  if (!machine) throw new Error('There is no machine to make another one like.');
  const put = async (id: string, version: string, body: object) => {
    const { status } = await direct(contoso.azure, 'adele', 'PUT', `${id}?api-version=${version}`, body);
    expect(status).toBeLessThan(300);
    contoso.azure.advance(10 * MINUTE);
  };
  const vault = `/subscriptions/${TEST}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
  const part = 'iaasvmcontainerv2;OperationsRG;AppVM1';
  await put(`/subscriptions/${TEST}/resourceGroups/OperationsRG`, '2021-04-01', { location: machine.location });
  resources.put({ ...machine, id: twinOf(machine.id) });
  await put(vault, '2024-04-01', { location: machine.location, sku: { name: 'RS0', tier: 'Standard' }, properties: {} });
  await put(`${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`, '2023-06-01', {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: twinOf(machine.id),
      policyId: `${vault}/backupPolicies/DefaultPolicy`,
    },
  });
  const machines = [itemIn(PRODUCTION.split('/').at(-1)), itemIn(TEST)].map((item) => ({ item, wave: 1 }));
  const plan = { name: 'All back', edition: 'current', moment: { kind: 'newest' }, target: { kind: 'as-it-was' } };
  for (const order of [machines, machines.toReversed()]) {
    const { name } = await ask.send(recoveryPlan, 'PUT', `/api/recovery-plans/${randomUUID()}`, { ...plan, machines: order });
    expect(name).toBe('All back');
  }
});
