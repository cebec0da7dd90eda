import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient, type RoleAssignmentScheduleRequest } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { takeEffect } from '../../testing/take-effect';

const HOUR = 3_600_000;
const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;

let azure: LocalAzure;
let patti: AuthorizationManagementClient;

async function clientsOf(person: string) {
  const { credential, httpClient } = await connect(azure, person);
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  return {
    roles: new AuthorizationManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
    keyVaults: new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
  };
}

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  patti = (await clientsOf('Patti')).roles;
});
afterEach(() => azure.stop());

const eligible = async () =>
  (await Array.fromAsync(patti.roleEligibilityScheduleInstances.listForScope(production, { filter: 'asTarget()' })))[0];
const active = async () => {
  const held = await Array.fromAsync(patti.roleAssignmentScheduleInstances.listForScope(production, { filter: 'asTarget()' }));
  return held.filter(({ assignmentType }) => assignmentType === 'Activated');
};

async function ask(change: RoleAssignmentScheduleRequest = {}, client = patti) {
  const { roleDefinitionId, roleEligibilityScheduleId } = (await eligible()) ?? {};
  return client.roleAssignmentScheduleRequests.create(production, randomUUID(), {
    requestType: 'SelfActivate',
    principalId: people.patti.objectId,
    ...(roleDefinitionId !== undefined && { roleDefinitionId }),
    ...(roleEligibilityScheduleId !== undefined && { linkedRoleEligibilityScheduleId: roleEligibilityScheduleId }),
    justification: 'The key vault is gone.',
    scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT2H' } },
    ...change,
  });
}

const changeKeyVault = async () => {
  const { keyVaults } = await clientsOf('Patti');
  return (await keyVaults.vaults.update('KeyVaultRG', 'ContosoKV', { tags: { changed: 'yes' } })).tags;
};

test('an eligible role gives nothing until it is activated, and ends by itself', async () => {
  await expect(changeKeyVault()).rejects.toMatchObject({ statusCode: 403 });
  expect(await ask()).toMatchObject({ status: 'Provisioned', requestType: 'SelfActivate', principalId: people.patti.objectId });
  takeEffect(azure);
  expect(await changeKeyVault()).toEqual({ changed: 'yes' });
  const [held] = await active();
  expect(held).toMatchObject({ assignmentType: 'Activated' });
  expect((held?.endDateTime?.getTime() ?? 0) - (held?.startDateTime?.getTime() ?? 0)).toBe(2 * HOUR);
  azure.advance(2 * HOUR);
  takeEffect(azure);
  await expect(changeKeyVault()).rejects.toMatchObject({ statusCode: 403 });
  expect(await active()).toEqual([]);
  // It can be activated again.
  expect(await ask()).toMatchObject({ status: 'Provisioned' });
});

test('an activated role can be given back, after five minutes', async () => {
  const { name = '' } = await ask();
  await expect(ask({ requestType: 'SelfDeactivate' })).rejects.toMatchObject({ code: 'ActiveDurationTooShort' });
  azure.advance(HOUR / 12);
  expect(await ask({ requestType: 'SelfDeactivate' })).toMatchObject({ status: 'Revoked' });
  expect(await active()).toEqual([]);
  expect(await patti.roleAssignmentScheduleRequests.get(production, name)).toMatchObject({ status: 'Revoked' });
  await expect(ask({ requestType: 'SelfDeactivate' })).rejects.toMatchObject({ code: 'RoleAssignmentDoesNotExist' });
});

test('who is not eligible, gives no reason, asks for too long or twice is refused', async () => {
  const failing = 'RoleAssignmentRequestPolicyValidationFailed';
  await expect(ask({ justification: ' ' })).rejects.toMatchObject({ code: failing });
  const expiration = { type: 'AfterDuration', duration: 'PT9H' };
  await expect(ask({ scheduleInfo: { expiration } })).rejects.toMatchObject({ code: failing });
  const megan = (await clientsOf('Megan')).roles;
  await expect(ask({}, megan)).rejects.toMatchObject({ code: 'InvalidPrincipalId' });
  await expect(ask({ principalId: people.megan.objectId }, megan)).rejects.toMatchObject({ code: 'RoleAssignmentDoesNotExist' });
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'RoleAssignmentExists' });
});

/** What everybody holds at a scope, as the client sees it. */
const listHeld = async (client: AuthorizationManagementClient, scope = production) =>
  (await Array.fromAsync(client.roleAssignmentScheduleInstances.listForScope(scope, { filter: 'atScope()' }))).map(
    ({ assignmentType, expandedProperties, endDateTime }) => [
      assignmentType,
      expandedProperties?.principal?.displayName,
      expandedProperties?.roleDefinition?.displayName,
      endDateTime,
    ],
  );

test('what everybody holds at a place is told to those who may read it, with the names', async () => {
  expect(await listHeld(patti)).toContainEqual(['Assigned', 'Adele Vance', 'Owner', null]);
  await ask();
  expect((await listHeld(patti)).filter(([type]) => type === 'Activated')).toHaveLength(1);
  await expect(listHeld((await clientsOf('Lee')).roles, `/subscriptions/${TEST_SUBSCRIPTION_ID}`)).rejects.toMatchObject({
    statusCode: 403,
  });
});
