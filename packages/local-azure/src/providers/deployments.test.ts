import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor, type Caller } from '../testing/arm-caller';
import { connect } from '../testing/connect';
import { at, list, record, text } from '../world/json';

const SUBSCRIPTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const GROUP = `${SUBSCRIPTION}/resourceGroups/TemplateRG`;
const MINUTE = 60_000;
const apiVersion = '2023-05-01';
const location = 'westeurope';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-11-01');
  await call('PUT', GROUP, { location });
});
afterAll(() => azure.stop());

const nsg = (name: string, more: object = {}) => ({
  type: 'Microsoft.Network/networkSecurityGroups',
  apiVersion,
  name,
  location,
  properties: { securityRules: [] },
  ...more,
});
const vnet = {
  type: 'Microsoft.Network/virtualNetworks',
  apiVersion,
  name: 'inner',
  location,
  dependsOn: ["[resourceId('Microsoft.Network/networkSecurityGroups', 'first')]"],
  properties: {
    addressSpace: { addressPrefixes: ['10.9.0.0/16'] },
    subnets: [
      {
        name: 'default',
        properties: {
          addressPrefix: '10.9.0.0/24',
          networkSecurityGroup: { id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'first')]" },
        },
      },
    ],
  },
};
const templateOf = (...resources: object[]) => ({ $schema: 'https://schema', contentVersion: '1.0.0.0', resources });
const deploymentId = (name: string, scope = GROUP) => `${scope}/providers/Microsoft.Resources/deployments/${name}`;
const idOf = (name: string) => `${GROUP}/providers/Microsoft.Network/networkSecurityGroups/${name}`;

async function deploy(name: string, template: object, mode = 'Incremental') {
  await call('PUT', deploymentId(name), { properties: { mode, template } });
  azure.advance(MINUTE);
  return record((await call('GET', deploymentId(name))).body['properties']);
}

async function foreseen(template: object, more: object = {}, scope = GROUP, outside: object = {}) {
  const body = { ...outside, properties: { mode: 'Incremental', template, ...more } };
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const asked = await fetch(`${azure.url}${deploymentId('foreseen', scope)}/whatIf?api-version=2024-11-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(asked.status).toBe(202);
  const { pathname } = new URL(asked.headers.get('location') ?? '');
  return { path: pathname, ...(await call('GET', pathname)) };
}

const changesIn = (body: unknown) =>
  Object.fromEntries(
    list(at(body, 'properties', 'changes')).map((change) => [
      (text(at(change, 'resourceId')) ?? '').split('/').at(-1) ?? '',
      text(at(change, 'changeType')) ?? '',
    ]),
  );

describe('What a deployment would do', () => {
  test('is told resource by resource, and nothing of it is done', async () => {
    await deploy('begin', templateOf(nsg('first'), nsg('other'), vnet));
    const tagged = nsg('first', { tags: { made: 'by template' } });
    const { body } = await foreseen(templateOf(tagged, vnet, nsg('second')));
    expect(body['status']).toBe('Succeeded');
    expect(changesIn(body)).toEqual({ first: 'Modify', inner: 'NoChange', second: 'Create', other: 'Ignore' });
    const [modified] = list(at(body, 'properties', 'changes'));
    expect(at(modified, 'delta')).toEqual([{ path: 'tags', propertyChangeType: 'Create', after: { made: 'by template' } }]);
    expect((await call('GET', idOf('second'))).status).toBe(404);
    expect((await call('GET', idOf('first'))).body['tags']).toBeUndefined();
    expect(changesIn((await foreseen(templateOf(nsg('first'), vnet), { mode: 'Complete' })).body)).toMatchObject({ other: 'Delete' });
  });

  test('is that it fails, where a provider would refuse it', async () => {
    const { body } = await foreseen(templateOf(nsg('elsewhere', { location: undefined })));
    expect(body).toMatchObject({ status: 'Failed', error: { code: 'LocationRequired' } });
  });

  test('is told to nobody else, and to nobody who may not deploy', async () => {
    const { path } = await foreseen(templateOf(nsg('first')));
    const megan = await callerFor(azure, 'megan', '2024-11-01');
    expect((await megan('GET', path)).status).toBe(404);
    expect((await megan('POST', `${deploymentId('x')}/whatIf`, { properties: {} })).status).toBe(403);
  });
});

describe('A deployment in the complete mode', () => {
  test('deletes what its template does not name, one after the other', async () => {
    await deploy('all', templateOf(nsg('first'), nsg('other'), vnet));
    const properties = await deploy('only', templateOf(nsg('other')), 'Complete');
    expect(properties).toMatchObject({ provisioningState: 'Succeeded', mode: 'Complete' });
    for (const gone of [idOf('first'), `${GROUP}/providers/Microsoft.Network/virtualNetworks/inner`]) {
      expect((await call('GET', gone)).status).toBe(404);
    }
    expect((await call('GET', idOf('other'))).status).toBe(200);
    const operations = list((await call('GET', `${deploymentId('only')}/operations`)).body['value']);
    expect(operations.filter((one) => at(one, 'properties', 'provisioningOperation') === 'Delete')).toHaveLength(2);
  });

  test('fails where a lock keeps something', async () => {
    await deploy('more', templateOf(nsg('kept'), nsg('other')));
    const lock = `${idOf('kept')}/providers/Microsoft.Authorization/locks/stays`;
    await call('PUT', lock, { properties: { level: 'CanNotDelete' } });
    const { provisioningState, error } = await deploy('cleared', templateOf(nsg('other')), 'Complete');
    expect(provisioningState).toBe('Failed');
    expect(list(at(error, 'details')).map((one) => at(one, 'code'))).toEqual(['ScopeLocked']);
    expect((await call('GET', idOf('kept'))).status).toBe(200);
    await call('DELETE', lock);
  });
});

describe('A deployment at a subscription', () => {
  const id = deploymentId('landing', SUBSCRIPTION);
  const inner = {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: 'inside',
    resourceGroup: 'LandingRG',
    dependsOn: ["[resourceId('Microsoft.Resources/resourceGroups', 'LandingRG')]"],
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      template: templateOf(nsg("[concat(resourceGroup().name, '-nsg')]")),
    },
  };
  const template = templateOf({ type: 'Microsoft.Resources/resourceGroups', apiVersion: '2022-09-01', name: 'LandingRG', location }, inner);

  test('makes groups and what is in them, and is foreseen as a whole', async () => {
    const { body } = await foreseen(template, {}, SUBSCRIPTION, { location });
    expect(changesIn(body)).toEqual({ LandingRG: 'Create', 'LandingRG-nsg': 'Create' });
    expect((await call('PUT', id, { location, properties: { mode: 'Incremental', template } })).status).toBe(201);
    azure.advance(MINUTE);
    expect((await call('GET', id)).body).toMatchObject({ location, properties: { provisioningState: 'Succeeded' } });
    const landed = `${SUBSCRIPTION}/resourceGroups/LandingRG/providers/Microsoft.Network/networkSecurityGroups/LandingRG-nsg`;
    expect((await call('GET', landed)).status).toBe(200);
    const all = list((await call('GET', `${SUBSCRIPTION}/providers/Microsoft.Resources/deployments`)).body['value']);
    expect(all.map((one) => at(one, 'name'))).toEqual(['landing']);
    expect(list((await call('GET', `${id}/operations`)).body['value'])).toHaveLength(2);
  });

  test('needs a region, keeps it, and deletes nothing', async () => {
    const properties = { mode: 'Incremental', template };
    const codeOf = async (body: object) => at((await call('PUT', id, body)).body, 'error', 'code');
    expect(await codeOf({ properties })).toBe('LocationRequired');
    expect(await codeOf({ location: 'northeurope', properties })).toBe('InvalidDeploymentLocation');
    expect(await codeOf({ location, properties: { ...properties, mode: 'Complete' } })).toBe('InvalidDeployment');
    const megan = await callerFor(azure, 'megan', '2024-11-01');
    expect((await megan('PUT', id, { location, properties })).status).toBe(403);
  });
});

test('A secure output of a deployment has its type alone', async () => {
  const outputs = {
    plain: { type: 'string', value: 'said' },
    text: { type: 'securestring', value: 'hush' },
    whole: { type: 'secureObject', value: { a: 'hush' } },
  };
  expect((await deploy('outputs', { ...templateOf(), outputs }))['outputs']).toEqual({
    plain: outputs.plain,
    text: { type: 'securestring' },
    whole: { type: 'secureObject' },
  });
});

test('A setting of a deployment that would be passed over is refused', async () => {
  const properties = { mode: 'Incremental', template: templateOf(nsg('first')), onErrorDeployment: { type: 'LastSuccessful' } };
  expect((await call('PUT', deploymentId('unserved'), { properties })).status).toBe(501);
});

test('A resource of a template lies at the scope that it names', async () => {
  const lock = {
    type: 'Microsoft.Authorization/locks',
    apiVersion: '2020-05-01',
    name: 'of-template',
    scope: 'Microsoft.Network/networkSecurityGroups/other',
    properties: { level: 'CanNotDelete' },
  };
  await deploy(
    'locked',
    templateOf(nsg('other'), { ...lock, dependsOn: ["[resourceId('Microsoft.Network/networkSecurityGroups', 'other')]"] }),
  );
  expect((await call('DELETE', idOf('other'))).status).toBe(409);
  expect((await call('DELETE', `${idOf('other')}/providers/Microsoft.Authorization/locks/of-template`)).status).toBe(200);
});

describe('The template of a group', () => {
  test.each(['NetworkRG', 'StorageRG', 'dbvm1', 'IgniteRG'])('makes %s as it is', async (name) => {
    const group = `${SUBSCRIPTION}/resourceGroups/${name}`;
    const { status, body } = await call('POST', `${group}/exportTemplate`, { resources: ['*'] });
    expect([status, body['error']]).toEqual([200, undefined]);
    expect(list(at(body, 'template', 'resources')).length).toBeGreaterThan(0);
    const { body: result } = await foreseen(record(body['template']), {}, group);
    expect(result['error']).toBeUndefined();
    const changed = list(at(result, 'properties', 'changes')).filter((change) => at(change, 'changeType') !== 'NoChange');
    const differences = changed.map((change) => [at(change, 'resourceId'), at(change, 'changeType'), at(change, 'delta')]);
    expect(differences).toEqual([]);
  });

  test('holds only what was asked for, and only what the caller may read', async () => {
    const group = `${SUBSCRIPTION}/resourceGroups/NetworkRG`;
    const id = `${group}/providers/Microsoft.Network/virtualNetworks/contoso-westeurope`;
    const { body } = await call('POST', `${group}/exportTemplate`, { resources: [id] });
    expect(list(at(body, 'template', 'resources')).map((one) => at(one, 'name'))).toEqual([
      "[parameters('virtualNetworks_contoso_westeurope_name')]",
    ]);
    expect((await call('POST', `${group}/exportTemplate`, {})).status).toBe(400);
  });
});
