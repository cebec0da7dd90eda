import { denyingPolicy, keyChain, planFault, problem } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { assignPolicy } from '../../../testing/assign-policy';
import { PRODUCTION } from '../../../testing/contoso-places';
import { machineMaker } from '../../../testing/making-machines';
import { beginRestore, decide, letGoOn, proposedAnswers, watchPlan } from '../../../testing/planning';
import { ADELE, allowBlobs, restoreDisks, restorePath, states } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

const proposal = z.looseObject({ machine: z.looseObject({}) });
const machinePolicies = z.strictObject({ policies: z.array(denyingPolicy), areSeen: z.boolean() });
const SIZES = 'Small machines only';

let contoso: Contoso;
const ask = asker(() => contoso);
const { create, draft } = machineMaker(() => contoso, ask);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const allowSizes = (...listOfAllowedSKUs: string[]) =>
  assignPolicy(contoso.azure, SIZES, { scope: PRODUCTION, policy: 'allowedSizes', parameters: { listOfAllowedSKUs } });

async function problemOf(method: string, path: string, body: unknown) {
  const response = await contoso.as('adele', path, { method, body: JSON.stringify(body) });
  return problem.parse(await response.json());
}

it('of a machine that a policy forbids it is told beforehand; it is refused with its name and what was made before, and another one is made with that', async () => {
  const jobId = await restoreDisks(contoso, ask, 'AppVM1');
  await allowSizes('Standard_DS3_v2');
  const policies = async (size: string) =>
    ask.send(machinePolicies, 'POST', `${restorePath(jobId)}/machine/policies/check`, await draft(jobId, { size }));
  expect(await policies('Standard_DS2_v2')).toEqual({ policies: [{ name: SIZES, scope: PRODUCTION }], areSeen: true });
  expect(await policies('Standard_DS3_v2')).toEqual({ policies: [], areSeen: true });
  const refused = await problemOf('PUT', `${restorePath(jobId)}/machine`, await draft(jobId));
  expect(refused).toMatchObject({ code: 'disallowed-by-policy', azureCode: 'RequestDisallowedByPolicy' });
  expect(refused.azureMessage).toContain(SIZES);
  expect(refused.changed).toEqual([expect.stringMatching(/\/networkInterfaces\/AppVM1-.*-nic$/)]);
  const { machineId } = await create(jobId, { size: 'Standard_DS3_v2' });
  const made = contoso.azure.world.resources.below(PRODUCTION).filter(({ tags }) => tags?.['tresor-restore'] === jobId);
  expect(made.map(({ id }) => id)).toEqual(refused.changed);
  expect(made[0]?.properties).toMatchObject({ virtualMachine: { id: machineId } });
});

it('a key vault that a policy forbids is refused with its name, and made once the policy is lifted', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostVaultVM1');
  const lift = await assignPolicy(contoso.azure, 'Purge protection', {
    scope: PRODUCTION,
    policy: 'purgeProtection',
    parameters: { effect: 'Deny' },
  });
  const how = { how: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' } };
  const refused = await problemOf('PUT', `${restorePath(jobId)}/keys`, how);
  expect(refused).toMatchObject({ code: 'disallowed-by-policy', azureMessage: expect.stringContaining('Purge protection') });
  expect(refused.changed).toBeUndefined();
  await lift();
  expect((await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, how)).secret.state).toBe('present');
});

it('answers by which a policy would stop the run are in its way, with the policy, and decided by nobody', async () => {
  const path = await beginRestore(ask, 'LostVaultVM1');
  await allowSizes('Standard_DS3_v2');
  await assignPolicy(contoso.azure, 'Purge protection', { scope: PRODUCTION, policy: 'purgeProtection', parameters: { effect: 'Deny' } });
  const keys = { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' };
  const answers = await proposedAnswers(ask, path, { keys });
  const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers });
  expect(faults).toEqual([
    { field: 'policy', fault: 'keys', name: 'Purge protection', scope: PRODUCTION },
    { field: 'policy', fault: 'machine', name: SIZES, scope: PRODUCTION },
  ]);
  expect(await ask.refusal('PUT', `${path}/plan`, { answers })).toBe('plan-refused');
});

it('a deleted key vault that may not be brought back in its region is in the way of answers that bring it back', async () => {
  const path = await beginRestore(ask, 'DeletedVaultVM1');
  const answers = await proposedAnswers(ask, path, { keys: { way: 'recover' } });
  const parameters = { listOfAllowedLocations: ['swedencentral'] };
  await assignPolicy(contoso.azure, 'Only in Sweden', { scope: PRODUCTION, policy: 'allowedLocations', parameters });
  const faults = await ask.send(z.array(planFault), 'POST', `${path}/plan/check`, { answers });
  expect(faults).toContainEqual({ field: 'policy', fault: 'keys', name: 'Only in Sweden', scope: PRODUCTION });
  expect(await ask.refusal('PUT', `${path}/keys`, { how: { way: 'recover' } })).toBe('disallowed-by-policy');
});

it('a restore that goes on alone stops at what a policy forbids, tries it once, and goes on with another answer', async () => {
  const path = await beginRestore(ask, 'FullRestoreVM1');
  const proposed = proposal.parse(await proposedAnswers(ask, path));
  const answers = { ...proposed, policyName: null, letBackupIn: false, removeLeftovers: false };
  await decide(ask, path, answers);
  await allowSizes('Standard_DS3_v2');
  await letGoOn(contoso, ask, path);
  const { standing, given } = await watchPlan(ask, path, 'needs-person');
  const azureMessage = expect.stringContaining(SIZES);
  expect(standing).toMatchObject({ stop: { reason: 'refused', step: 'machine', code: 'disallowed-by-policy', azureMessage } });
  expect(given).toMatchObject([{ command: 'create-machine', outcome: 'refused' }]);
  await decide(ask, path, { ...answers, machine: { ...answers.machine, size: 'Standard_DS3_v2' } });
  expect(states(await letGoOn(contoso, ask, path))['machine']).toBe('done');
});
