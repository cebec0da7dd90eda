import { recoveryOutlook, restoreOutlook, type RecoveryDraft, type RecoveryOutlook } from '@tresor/contracts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { assignPolicy } from '../../../testing/assign-policy';
import { OPERATIONS, PRODUCTION } from '../../../testing/contoso-places';
import { holdRoles } from '../../../testing/hold-roles';
import { LEE } from '../../../testing/probes/stage';
import { planRecovery } from '../../../testing/recovering';
import { startContoso, type Contoso } from '../../../testing/start-contoso';
import { tagMachine } from '../../../testing/tag-machine';

const NAME = 'Only in Europe';

let contoso: Contoso;
const ask = asker(() => contoso);
let lift: () => Promise<void>;
const assign = async (...how: Parameters<typeof assignPolicy> extends [unknown, ...infer How] ? How : never) => {
  lift = await assignPolicy(contoso.azure, ...how);
};

beforeAll(async () => {
  contoso = await startContoso();
});
afterEach(() => lift());
afterAll(() => contoso[Symbol.asyncDispose]());

const outlookOf = (vm: string, person = 'adele') =>
  ask.get(restoreOutlook, `${OPERATIONS}/items/${vm}/restores/outlook?edition=current`, { person });

/** Which steps policies forbid, and by which. */
const denied = ({ steps }: Pick<RecoveryOutlook, 'steps'>) =>
  Object.fromEntries(
    steps.flatMap(({ step, state, policies }) =>
      state === 'disallowed' ? [[step, policies.map(({ name, scope }) => `${name} at ${scope}`)]] : [],
    ),
  );

/** The same as soon as what was read before counts no more. */
const eventually = (vm: string, person?: string) => expect.poll(async () => denied(await outlookOf(vm, person)));

const machineOf = (vmGroup: string, vmName: string) => {
  const [, , , subscriptionId = '', resourceGroup = '', vaultName = ''] = OPERATIONS.split('/');
  return { item: { subscriptionId, resourceGroup, vaultName, vmGroup, vmName }, wave: 1 };
};

async function outlooksOf(target: RecoveryDraft['target'], ...machines: ReturnType<typeof machineOf>[]) {
  const path = await planRecovery(ask, machines, { target });
  return ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items: machines.map(({ item }) => item) });
}

it('a policy that lets nothing be made in the region is told of every step that makes something, and no longer once it is lifted', async () => {
  await assign(NAME, { scope: PRODUCTION, policy: 'allowedLocations', parameters: { listOfAllowedLocations: ['swedencentral'] } });
  const by = [`${NAME} at ${PRODUCTION}`];
  expect(denied(await outlookOf('OperationsRG/LostVaultVM1'))).toEqual({ disks: by, keys: by, machine: by, encryption: by });
  expect(denied(await outlookOf('OperationsRG/AppVM1'))).toEqual({ disks: by, machine: by });
  await lift();
  await eventually('OperationsRG/AppVM1').toEqual({});
});

it('a policy about key vaults stands in the way of a new one alone', async () => {
  const scope = `${PRODUCTION}/resourceGroups/OperationsRG`;
  await assign('Purge protection', { scope, policy: 'purgeProtection', parameters: { effect: 'Deny' } });
  expect(denied(await outlookOf('OperationsRG/LostVaultVM1'))).toEqual({ keys: [`Purge protection at ${scope}`] });
  expect(denied(await outlookOf('OperationsRG/FullRestoreVM1'))).toEqual({});
});

it('a deleted key vault is brought back where its region is still allowed, whatever new ones need', async () => {
  await assign(NAME, { scope: PRODUCTION, policy: 'allowedLocations', parameters: { listOfAllowedLocations: ['swedencentral'] } });
  expect(denied(await outlookOf('RestoreRG/DeletedVaultVM1'))).toMatchObject({ keys: [`${NAME} at ${PRODUCTION}`] });
  await lift();
  await assign('Purge protection', { scope: PRODUCTION, policy: 'purgeProtection', parameters: { effect: 'Deny' } });
  await eventually('RestoreRG/DeletedVaultVM1').toEqual({});
});

it('a policy of an initiative is told with the initiative that it is assigned by, and by its own name', async () => {
  const scope = `${PRODUCTION}/resourceGroups/OperationsRG`;
  await assign('Company baseline', { scope, policy: 'purgeProtection', parameters: { effect: 'Deny' }, inInitiative: true });
  const by = `Company baseline: Key vaults should have deletion protection enabled at ${scope}`;
  await eventually('OperationsRG/LostVaultVM1').toEqual({ keys: [by] });
});

it('sizes that are allowed are no obstacle, others are one of the machine', async () => {
  const { target } = (await outlooksOf({ kind: 'as-it-was' }, machineOf('OperationsRG', 'AppVM1')))[0] ?? {};
  await assign('Sizes', { scope: PRODUCTION, policy: 'allowedSizes', parameters: { listOfAllowedSKUs: [target?.size] } });
  await eventually('OperationsRG/AppVM1').toEqual({});
  await assign('Sizes', { scope: PRODUCTION, policy: 'allowedSizes', parameters: { listOfAllowedSKUs: ['Standard_M832ixs_v3'] } });
  await eventually('OperationsRG/AppVM1').toEqual({ machine: [`Sizes at ${PRODUCTION}`] });
});

it('in isolation the group counts that the run will make', async () => {
  await assign('Cost center', { scope: PRODUCTION, policy: 'tagOnGroups', parameters: { tagName: 'CostCenter' } });
  const machine = machineOf('OperationsRG', 'LostVaultVM1');
  const [isolated] = await outlooksOf({ kind: 'isolated' }, machine);
  expect(isolated && denied(isolated)).toEqual({ disks: [`Cost center at ${PRODUCTION}`] });
  const [asItWas] = await outlooksOf({ kind: 'as-it-was' }, machine);
  expect(asItWas && denied(asItWas)).toEqual({});
});

it('a tag that the old machine has is in no way, unless its plan leaves the tags out, as isolation does', async () => {
  await assign('Application', { scope: PRODUCTION, policy: 'tagOnResources', parameters: { tagName: 'application' } });
  const machine = machineOf('RestoreRG', 'WinSingleVM1');
  const by = [`Application at ${PRODUCTION}`];
  const deniedIn = async (target: RecoveryDraft['target']) => {
    const [found] = await outlooksOf(target, machine);
    return found && denied(found);
  };
  expect(await deniedIn({ kind: 'as-it-was' })).toEqual({});
  expect(await deniedIn({ kind: 'as-it-was', withoutTags: true })).toEqual({ machine: by, encryption: by });
  expect(await deniedIn({ kind: 'isolated' })).toEqual({ disks: by, keys: by, machine: by, encryption: by });
  const addedTags = [{ name: 'Application', value: 'orders' }];
  expect(await deniedIn({ kind: 'isolated', addedTags })).toEqual({});
  expect(await deniedIn({ kind: 'as-it-was', withoutTags: true, addedTags })).toEqual({});
});

it('a new key vault has the old machine’s tags', async () => {
  await assign('Application', { scope: PRODUCTION, policy: 'tagOnResources', parameters: { tagName: 'application' } });
  const by = [`Application at ${PRODUCTION}`];
  expect(denied(await outlookOf('OperationsRG/LostVaultVM1'))).toEqual({ keys: by, machine: by, encryption: by });
  tagMachine(contoso, 'OperationsRG', 'LostVaultVM1', { Application: 'payroll' });
  await eventually('OperationsRG/LostVaultVM1').toEqual({});
});

it('who may not ask learns that it cannot be seen, and who may not read the policy what its id says', async () => {
  await assign(NAME, { scope: PRODUCTION, policy: 'allowedLocations', parameters: { listOfAllowedLocations: ['swedencentral'] } });
  const mayAll = { actions: ['*'], notActions: ['Microsoft.PolicyInsights/checkPolicyRestrictions/read'] };
  await holdRoles(contoso, LEE, [{ role: mayAll, scope: PRODUCTION }]);
  const unseen = await outlookOf('OperationsRG/AppVM1', 'lee');
  expect([denied(unseen), unseen.unseen]).toEqual([{}, ['policies']]);
  const mayAsk = { actions: ['*'], notActions: ['Microsoft.Authorization/policyAssignments/read'] };
  await holdRoles(contoso, LEE, [{ role: mayAsk, scope: PRODUCTION }]);
  const by = [`allowedLocations at ${PRODUCTION}`];
  await eventually('OperationsRG/AppVM1', 'lee').toEqual({ disks: by, machine: by });
});
