import { itemInVault, resourceGroupName } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { assignPolicy } from '../../testing/assign-policy';
import { PRODUCTION } from '../../testing/contoso-places';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery, statesOf } from '../../testing/recovering';
import { isKeptFile, rehearse, standsOfOthers, standsOfRehearsals } from '../../testing/rehearsing';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

async function planOf(...names: string[]): Promise<string> {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => names.includes(name)).map((item) => machineOf(item));
  return planRecovery(ask, machines, { target: { kind: 'group', group: resourceGroupName.parse('IgniteRG') } });
}

const assign = (...[name, how]: Parameters<typeof assignPolicy> extends [unknown, ...infer How] ? How : never) =>
  assignPolicy(contoso.azure, name, how);

it('a rehearsal whose group a policy forbids ends with the reason, and leaves nothing', async () => {
  await assign('Cost center', { scope: PRODUCTION, policy: 'tagOnGroups', parameters: { tagName: 'CostCenter' } });
  const before = standsOfOthers(contoso);
  const end = await letRecover(contoso, ask, await rehearse(ask, await planOf('FullRestoreVM1', 'AppVM1')));
  const refusal = { code: 'disallowed-by-policy', azureMessage: expect.stringContaining('Cost center') };
  expect(end.machines).toMatchObject([
    { state: 'refused', refusal },
    { state: 'refused', refusal },
  ]);
  expect([end.rehearsal?.phase, end.rehearsal?.left]).toEqual(['removed', []]);
  expect(standsOfOthers(contoso)).toEqual(before);
});

it('a rehearsal whose key vaults a policy forbids stops there with the reason, and is removed', async () => {
  await assign('Purge protection', { scope: PRODUCTION, policy: 'purgeProtection', parameters: { effect: 'Deny' } });
  const end = await letRecover(contoso, ask, await rehearse(ask, await planOf('FullRestoreVM1')));
  const faults = [{ field: 'policy', fault: 'keys', name: 'Purge protection', scope: PRODUCTION }];
  expect(end.machines[0]).toMatchObject({ state: 'refused', refusal: { code: 'plan-refused', faults } });
  expect([end.rehearsal?.phase, end.rehearsal?.left.filter((one) => !isKeptFile(one))]).toEqual(['removed', []]);
  expect(standsOfRehearsals(contoso)).toEqual([]);
});

it('a machine that a policy forbids stops its run, which goes on to the end once the policy is lifted', async () => {
  const lift = await assign('Sizes', { scope: PRODUCTION, policy: 'allowedSizes', parameters: { listOfAllowedSKUs: ['Standard_B1s'] } });
  const path = await planOf('FullRestoreVM1');
  await orderRecovery(ask, path, 'start');
  const end = await letRecover(contoso, ask, path);
  const faults = [{ field: 'policy', fault: 'machine', name: 'Sizes', scope: PRODUCTION }];
  expect(end.machines[0]).toMatchObject({ state: 'refused', refusal: { code: 'plan-refused', faults } });
  await lift();
  await orderRecovery(ask, path, 'retry');
  expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ FullRestoreVM1: 'done' });
});

it('disks that a policy forbids are told with the reason of their job', async () => {
  const parameters = { listOfAllowedLocations: ['swedencentral'] };
  await assign('Only in Sweden', { scope: `${PRODUCTION}/resourceGroups/IgniteRG`, policy: 'allowedLocations', parameters });
  const path = await planOf('FullRestoreVM1');
  await orderRecovery(ask, path, 'start');
  await letRecover(contoso, ask, path);
  const [machine] = (await lookAtRecovery(ask, path)).machines;
  expect(machine).toMatchObject({ state: 'refused', refusal: { code: 'disks-failed', azureMessage: expect.stringContaining('olicy') } });
});
