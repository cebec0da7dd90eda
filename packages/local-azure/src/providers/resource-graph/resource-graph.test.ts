import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, throttle: false });
});

afterAll(() => azure.stop());

async function ask(query: string, { as = 'Adele', subscriptions = [PRODUCTION_SUBSCRIPTION_ID], options = {} } = {}) {
  const { credential, httpClient } = await connect(azure, as);
  const graph = new ResourceGraphClient(credential, { httpClient, retryOptions: { maxRetries: 0 } });
  return graph.resources({ query, subscriptions, options });
}

const MACHINES = "resources | where type =~ 'Microsoft.Compute/virtualMachines'";

describe('Resource Graph', () => {
  test('tells of every machine its encryption and its power state, but nothing of its agent', async () => {
    const { data } = await ask(`${MACHINES} and name == 'DBVM1Restore' | project id, type, resourceGroup, properties`);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      type: 'microsoft.compute/virtualmachines',
      resourceGroup: 'dbvm1',
      properties: {
        extended: { instanceView: { powerState: { code: 'PowerState/running', displayStatus: 'VM running' } } },
        storageProfile: { osDisk: { encryptionSettings: { enabled: true } } },
      },
    });
    expect(data[0].properties.extended.instanceView.vmAgent).toBeUndefined();
  });

  test('tells the ids of machines as they are spelled, whether or not more is asked for', async () => {
    const [alone, whole] = await Promise.all([
      ask(`${MACHINES} | project id, name, type, resourceGroup | order by id asc`),
      ask(`${MACHINES} | where isnotnull(properties) | project id, name, type, resourceGroup | order by id asc`),
    ]);
    expect(alone.data.length).toBeGreaterThan(10);
    expect(alone.data).toEqual(whole.data);
  });

  test('knows classic machines and extensions too', async () => {
    expect((await ask("resources | where type == 'microsoft.classiccompute/virtualmachines' | project name")).data).toEqual([
      { name: 'ClassicVM1' },
    ]);
    const { data } = await ask(
      "resources | where type == 'microsoft.compute/virtualmachines/extensions' | where id contains 'SinglePassVM1' | project version = properties.typeHandlerVersion",
    );
    expect(data).toEqual([{ version: '2.2' }]);
  });

  test('joins machines with the vaults that protect them', async () => {
    const { data } = await ask(`${MACHINES} | extend key = tolower(id)
      | join kind=leftouter (
          recoveryservicesresources
          | where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
          | project key = tolower(tostring(properties.sourceResourceId)), vault = split(properties.vaultId, '/')[8]
        ) on key
      | where name in ('ProtectedVM1', 'WebVM1') | project name, vault | order by name asc`);
    expect(data).toEqual([
      { name: 'ProtectedVM1', vault: 'OperationsVault' },
      { name: 'WebVM1', vault: null },
    ]);
  });

  test('shows only what the caller may read', async () => {
    const count = async (as: string, subscription: string) => (await ask(MACHINES, { as, subscriptions: [subscription] })).totalRecords;
    expect(await count('Megan', TEST_SUBSCRIPTION_ID)).toBeGreaterThan(0);
    expect(await count('Lee', TEST_SUBSCRIPTION_ID)).toBe(0);
    const vaults = await ask("resources | where type =~ 'microsoft.keyvault/vaults'", { as: 'Lee' });
    expect(vaults.totalRecords).toBe(0);
  });

  test('answers in pages that belong together', async () => {
    const query = `${MACHINES} | project id, name | order by name asc`;
    const names: string[] = [];
    let $skipToken: string | undefined;
    do {
      const page = await ask(query, { options: { top: 20, ...($skipToken && { skipToken: $skipToken }) } });
      names.push(...page.data.map(({ name }: { name: string }) => name));
      expect(page.resultTruncated).toBe('false');
      $skipToken = page.skipToken;
    } while ($skipToken);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength((await ask(query)).totalRecords);
    expect((await ask(query, { options: { skip: 20, top: 5 } })).data.map(({ name }: { name: string }) => name)).toEqual(
      names.slice(20, 25),
    );
  });

  test('cannot go on after a page of rows without ids', async () => {
    const page = await ask(`${MACHINES} | project name`, { options: { top: 2 } });
    expect(page).toMatchObject({ resultTruncated: 'true', count: 2 });
    expect(page.skipToken).toBeUndefined();
  });

  test('sees a change at once', async () => {
    const query = `${MACHINES} | where name == 'WebVM2' | project id, power = properties.extended.instanceView.powerState.code`;
    expect((await ask(query)).data[0].power).toBe('PowerState/running');
    const { credential } = await connect(azure, 'Adele');
    const { token } = await credential.getToken('https://management.azure.com/.default');
    const machine = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/WebVM2`;
    await fetch(`${azure.url}${machine}/deallocate?api-version=2024-07-01`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect((await ask(query)).data[0].power).toBe('PowerState/deallocating');
  });

  test('lists subscriptions and groups as containers', async () => {
    const { data } = await ask("resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project name");
    expect(data).toEqual([{ name: 'Contoso Production' }]);
    const groups = await ask("resourcecontainers | where type == 'microsoft.resources/subscriptions/resourcegroups' | project name");
    expect(groups.data).toContainEqual({ name: 'IgniteRG' });
  });

  test('tells who holds which role, and calls the role by its name', async () => {
    const { data } = await ask(`authorizationresources
      | where type =~ 'microsoft.authorization/roleassignments'
      | extend role = tolower(tostring(properties.roleDefinitionId))
      | join kind=leftouter (authorizationresources
          | where type =~ 'microsoft.authorization/roledefinitions'
          | project role = tolower(id), roleName = tostring(properties.roleName)) on role
      | where todatetime(properties.createdOn) > ago(36500d)
      | distinct roleName`);
    expect(data).toEqual(expect.arrayContaining([{ roleName: 'Owner' }, { roleName: 'Backup Operator' }]));
  });

  test('refuses a wrong query and says where it stopped reading', async () => {
    await expect(ask('resources | where name ==')).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
      details: {
        error: { details: [{ code: 'InvalidQuery' }, { code: 'ParserFailure', additionalProperties: { line: 1, token: '<EOF>' } }] },
      },
    });
    await expect(ask('nothing | take 1')).rejects.toMatchObject({ statusCode: 400 });
  });
});
