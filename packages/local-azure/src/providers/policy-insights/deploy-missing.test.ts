import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { MINUTE, openCompany, vaultId, vmId, type Company } from '../../testing/backup-company';
import { list, record } from '../../world/json';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { BUILT_IN_POLICIES } from '../../world/policies/policy-built-ins';

let company: Company;
let call: Caller;
beforeAll(async () => {
  company = await openCompany();
});
beforeEach(async () => {
  company.reset('contoso');
  call = await callerFor(company, 'adele', '2024-10-01');
});
afterAll(() => company.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const authorization = 'providers/Microsoft.Authorization';
const VAULT = vaultId('IgniteRG', 'IgniteDemoVault');
const [WITH_TAG, WITHOUT_TAG] = ['345fa903-145c-4fe1-8bcd-93ec2adccde8', '09ce66bc-1220-4153-8104-e3f51c936913'];
const ROLES = ['9980e02c-c2be-4d73-94e8-173b1dc7cf3c', '5e467623-bb1f-42f4-a55d-6e525e11384b'];
const target = { vaultLocation: 'westeurope', backupPolicyId: `${VAULT}/backupPolicies/DefaultPolicy` };
const identified = { identity: { type: 'SystemAssigned' }, location: 'westeurope' };
const WEB = vmId('IgniteRG', 'WebVM1');

const assign = async (policy: string, parameters: object, more: object = identified) => {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  const policyDefinitionId = policy.startsWith('/') ? policy : `/${authorization}/policyDefinitions/${policy}`;
  return call('PUT', `${subscription}/${authorization}/policyAssignments/backup`, {
    ...more,
    properties: { policyDefinitionId, parameters: values },
  });
};

const giveRoles = async ({ body }: Awaited<ReturnType<typeof assign>>) => {
  const { principalId } = record(body['identity']);
  for (const role of ROLES) {
    const properties = {
      principalId,
      roleDefinitionId: `${subscription}/${authorization}/roleDefinitions/${role}`,
      principalType: 'ServicePrincipal',
    };
    const path = `${subscription}/${authorization}/roleAssignments/${randomUUID()}`;
    expect((await call('PUT', path, { properties })).status).toBe(201);
  }
};

/** Changes the tags of a machine as somebody does by hand. */
const tag = async (id: string, tags: Record<string, string>) =>
  expect((await call('PATCH', `${id}?api-version=2024-03-01`, { tags })).status).toBe(200);

const statusOf = async (id: string) => {
  const path = `${subscription}/providers/Microsoft.RecoveryServices/locations/westeurope/backupStatus?api-version=2023-06-01`;
  const { body } = await call('POST', path, { resourceType: 'VM', resourceId: id });
  return [body['protectionStatus'], body['vaultId'], body['policyName']].filter((one) => one !== undefined);
};

const deploymentsIn = async (group: string) => {
  const { body } = await call('GET', `${subscription}/resourceGroups/${group}/providers/Microsoft.Resources/deployments`);
  return list(body['value']).map((one) => record(record(one)['properties']));
};

test('A machine that was changed is backed up a quarter of an hour later, with the rights of the assignment, and others are left alone', async () => {
  await giveRoles(await assign(WITHOUT_TAG, target));
  company.advance(40 * MINUTE);
  await tag(WEB, { tier: 'web' });
  company.advance(5 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['NotProtected']);
  company.advance(20 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['Protected', VAULT, 'DefaultPolicy']);
  expect(await deploymentsIn('IgniteRG')).toMatchObject([{ provisioningState: 'Succeeded' }, { provisioningState: 'Succeeded' }]);
  expect(await statusOf(vmId('IgniteRG', 'DBVM2'))).toEqual(['NotProtected']);
});

test('Without roles the deployment fails as it does for anybody, and the machine stays as it is', async () => {
  expect((await assign(WITHOUT_TAG, target)).status).toBe(201);
  company.advance(40 * MINUTE);
  await tag(WEB, { tier: 'web' });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['NotProtected']);
  expect(await deploymentsIn('IgniteRG')).toEqual([]);
});

test('It needs an identity, and an identity a region', async () => {
  const codeOf = ({ body }: Awaited<ReturnType<typeof assign>>) => record(body['error'])['code'];
  expect(codeOf(await assign(WITHOUT_TAG, target, {}))).toBe('ResourceIdentityRequired');
  expect(codeOf(await assign(WITHOUT_TAG, target, { identity: { type: 'SystemAssigned' } }))).toBe('LocationRequired');
  expect((await assign(WITHOUT_TAG, { ...target, effect: 'Disabled' }, {})).status).toBe(201);
  expect((await assign(WITHOUT_TAG, { ...target, effect: 'AuditIfNotExists' })).status).toBe(501);
  expect((await assign(WITHOUT_TAG, target, { ...identified, identity: { type: 'UserAssigned' } })).status).toBe(501);
});

test('The tag decides, and the region', async () => {
  await giveRoles(await assign(WITH_TAG, { ...target, inclusionTagName: 'backup', inclusionTagValue: ['yes', 'always'] }));
  company.advance(40 * MINUTE);
  await tag(WEB, { backup: 'no' });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['NotProtected']);
  await call('PATCH', `${WEB}/providers/Microsoft.Resources/tags/default`, {
    operation: 'Merge',
    properties: { tags: { backup: 'always' } },
  });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['Protected', VAULT, 'DefaultPolicy']);
});

test('Excluded is who has the tag', async () => {
  await giveRoles(await assign(WITHOUT_TAG, { ...target, exclusionTagName: 'backup', exclusionTagValue: ['no'] }));
  company.advance(40 * MINUTE);
  await tag(WEB, { backup: 'no' });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['NotProtected']);
});

/** A machine with the disk of another one: its model names no image. */
const withoutImage = (id: string) => {
  const vm = company.world.resources.get(id);
  if (!vm) throw new Error('There is no such machine.');
  const { imageReference: _, ...storageProfile } = record(vm.properties['storageProfile']);
  company.world.write(() => company.world.resources.put({ ...vm, properties: { ...vm.properties, storageProfile } }));
};

test('Machines that were made of disks are passed over by what comes with Azure, and found by a policy of one’s own', async () => {
  withoutImage(WEB);
  await giveRoles(await assign(WITHOUT_TAG, target));
  company.advance(40 * MINUTE);
  await tag(WEB, { tier: 'web' });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['NotProtected']);

  const rule = record(BUILT_IN_POLICIES.find(({ name }) => name === WITHOUT_TAG)?.policyRule);
  const { details } = record(Object.entries(rule).find(([name]) => name !== 'if')?.[1]);
  const policyRule: unknown = JSON.parse(
    `{"if":{"field":"type","equals":"Microsoft.Compute/virtualMachines"},"then":{"effect":"deployIfNotExists","details":${JSON.stringify(details)}}}`,
  );
  const own = `${subscription}/${authorization}/policyDefinitions/back-up-all`;
  const parameters = { backupPolicyId: { type: 'String' } };
  expect((await call('PUT', own, { properties: { mode: 'Indexed', parameters, policyRule } })).status).toBe(201);
  // The assignment keeps its identity, and that its roles.
  expect((await assign(own, { backupPolicyId: target.backupPolicyId })).status).toBe(201);
  company.advance(40 * MINUTE);
  await tag(WEB, { tier: 'web again' });
  company.advance(30 * MINUTE);
  expect(await statusOf(WEB)).toEqual(['Protected', VAULT, 'DefaultPolicy']);
});

const define = (details: string) =>
  call('PUT', `${subscription}/${authorization}/policyDefinitions/other`, {
    properties: {
      mode: 'Indexed',
      policyRule: JSON.parse(
        `{"if":{"field":"type","equals":"Microsoft.Compute/virtualMachines"},"then":{"effect":"deployIfNotExists","details":${details}}}`,
      ),
    },
  });

test('Whatever else could be deployed, and looked for, is refused as not served', async () => {
  const ofBackup = '"type":"Microsoft.RecoveryServices/backupprotecteditems"';
  expect((await define('{"type":"Microsoft.Insights/diagnosticSettings"}')).status).toBe(501);
  expect((await define(`{${ofBackup},"existenceCondition":{}}`)).status).toBe(501);
  expect((await define(`{${ofBackup},"evaluationDelay":"AfterProvisioning"}`)).status).toBe(501);
  expect((await define(`{${ofBackup},"deployment":{"properties":{"parameters":{"x":{"value":"[toLower(field('name'))]"}}}}}`)).status).toBe(
    501,
  );
});
