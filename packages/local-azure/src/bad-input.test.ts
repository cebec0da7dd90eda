import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from './seeds/company';
import { startLocalAzure, type LocalAzure } from './start';
import { connect } from './testing/connect';
import { routes } from './providers';

let azure: LocalAzure;
const tokens = new Map<string, string>();

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'contoso', clock: { mode: 'standing' }, throttle: false, unkindness: 'kind' });
  const { credential } = await connect(azure, 'adele');
  for (const scope of ['management.azure.com', 'vault.azure.net', 'graph.microsoft.com', 'storage.azure.com'])
    tokens.set(scope, (await credential.getToken(`https://${scope}/.default`)).token);
});
afterAll(() => azure.stop());

const audienceOf = (host: string) => [...tokens.keys()].find((scope) => host.endsWith(scope)) ?? 'storage.azure.com';

interface Asked {
  method: string;
  host?: string;
  path: string;
  query?: string;
  body?: string | undefined;
}

/** The status of an answer, without a network in between. */
async function ask({ method, host = 'management.azure.com', path, query = '', body = '' }: Asked): Promise<number> {
  const headers = { authorization: `Bearer ${tokens.get(audienceOf(host))}`, 'x-ms-version': '2023-11-03' };
  const bytes = Buffer.from(body);
  const origin = `https://${host}`;
  const { status } = await azure.answer({ method, path, query: new URLSearchParams(query), headers, body, bytes, hostname: host, origin });
  return status;
}

const GROUP = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/dbvm1`;
const VERSION = 'api-version=2024-03-01';

/** A path of a route; what it names besides the group is called so. */
const pathOf = (route: string, name: string) =>
  route
    .replace('{scope}', GROUP)
    .replace('{subscriptionId}', PRODUCTION_SUBSCRIPTION_ID)
    .replace(/\{(?:group|resourceGroup)\}/, 'dbvm1')
    .replace('{vm}', 'DBVM1Restore')
    .replace(/\{\w+\}/g, name);

const NAMES = ['missing', '%ZZ', '%ED%A0%80', 'a%00b', '__proto__', 'constructor', "o'hara", 'n'.repeat(300)];
const QUERIES = [
  '$skip=abc',
  '$skip=-1&$top=0',
  '$skipToken=abc',
  '$skiptoken=%ff%fe',
  '$top=abc',
  '$top=-1',
  '$top=1e99',
  '$filter=((((',
  "$filter=name eq '",
  '$filter=%ZZ',
  '$select=%00',
  '$expand=nothing',
];
const BODIES = [
  '',
  '{',
  'null',
  '5',
  '"x"',
  '[]',
  '{"properties":5}',
  '{"properties":[null]}',
  '{"location":5,"tags":"x","sku":5,"zones":5,"identity":5,"properties":{}}',
  '{"location":"westeurope","sku":{"name":5},"properties":{"a":[{}]}}',
];

/** What was answered as if the fault were ours. 501 says that something is not served. */
async function faults(all: Iterable<Asked>): Promise<string[]> {
  const found: string[] = [];
  for (const asked of all) {
    const status = await ask(asked).catch((error: unknown) => String(error));
    if (typeof status === 'string' || (status >= 500 && status !== 501)) found.push(`${JSON.stringify(asked)}: ${status}`);
  }
  return found;
}

const named = (are: (method: string) => boolean): Asked[] =>
  routes
    .filter(([method]) => are(method))
    .flatMap(([method, route]) => NAMES.map((name) => ({ method, path: pathOf(route, name), query: VERSION, body: '{}' })));

it('whatever is asked of Resource Manager, the fault is not taken for ours: names', async () => {
  expect(await faults(named((method) => method !== 'DELETE'))).toEqual([]);
});

it('queries', async () => {
  const reads = routes.filter(([method]) => method === 'GET');
  const all = reads.flatMap(([method, route]) =>
    QUERIES.map((query) => ({ method, path: pathOf(route, 'westeurope'), query: `${VERSION}&${query}` })),
  );
  expect(await faults(all)).toEqual([]);
});

it('bodies', async () => {
  const writes = routes.filter(([method]) => ['PUT', 'PATCH', 'POST'].includes(method));
  const all = writes.flatMap(([method, route]) => BODIES.map((body) => ({ method, path: pathOf(route, 'new1'), query: VERSION, body })));
  expect(await faults(all)).toEqual([]);
});

const resources = (options: object) => ({
  method: 'POST',
  path: '/providers/Microsoft.ResourceGraph/resources',
  query: 'api-version=2022-10-01',
  body: JSON.stringify({ subscriptions: [PRODUCTION_SUBSCRIPTION_ID], query: 'resources | project id', options }),
});

it.each([{ $skip: 'abc' }, { $skip: -1 }, { $top: 'many' }, { $top: 0 }, { $skipToken: 'no token' }, { $skipToken: 5 }])(
  'a page of Resource Graph that is none is refused: %j',
  async (options) => {
    expect(await ask(resources(options))).toBe(400);
  },
);

const vault = 'ignitedemokv.vault.azure.net';
const graph = 'graph.microsoft.com';
const blobs = 'contosostaging.blob.core.windows.net';

it.each<[status: number, asked: Asked]>([
  [400, { method: 'GET', host: vault, path: '/secrets/%ZZ', query: 'api-version=7.4' }],
  [400, { method: 'GET', host: vault, path: '/secrets', query: 'api-version=7.4&maxresults=many' }],
  [400, { method: 'GET', host: vault, path: '/keys', query: 'api-version=7.4&maxresults=0' }],
  [400, { method: 'PUT', host: vault, path: '/secrets/new1', query: 'api-version=7.4', body: '{' }],
  [400, { method: 'GET', host: graph, path: '/v1.0/users/%ZZ' }],
  [400, { method: 'GET', host: graph, path: '/v1.0/applications/%ZZ' }],
  [400, { method: 'GET', host: graph, path: '/v1.0/me/memberOf', query: '$top=many' }],
  [400, { method: 'GET', host: graph, path: '/v1.0/me/memberOf', query: '$skiptoken=many' }],
  [400, { method: 'PATCH', host: graph, path: '/v1.0/policies/authorizationPolicy', body: '{' }],
  [400, { method: 'POST', host: graph, path: '/v1.0/directoryObjects/getByIds', body: '{' }],
  [400, { method: 'GET', host: blobs, path: '/%ZZ' }],
  [400, { method: 'GET', host: blobs, path: '/', query: 'comp=list&maxresults=many' }],
])('%i is what others answer, too: %j', async (status, asked) => {
  expect(await ask(asked)).toBe(status);
});

it('a body that is nested deeper than anything is sent is refused', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const path = `${GROUP}/providers/Microsoft.Compute/disks/deep`;
  for (const body of [deep, `{"location":"westeurope","properties":${deep}}`, `{"tags":${deep}}`])
    expect(await ask({ method: 'PUT', path, query: VERSION, body })).toBe(400);
});

it('a name of an account that is malformed is nobody’s', async () => {
  expect(await ask({ method: 'GET', host: 'login.microsoftonline.com', path: `/${azure.tenantId}/userrealm/%ZZ` })).toBeLessThan(500);
});

it('a VHD whose address is malformed is not there', async () => {
  const osDisk = { createOption: 'Attach', osType: 'Linux', name: 'x', vhd: { uri: `https://${blobs}/vhds/%ZZ.vhd` } };
  const properties = { hardwareProfile: { vmSize: 'Standard_DS2_v2' }, storageProfile: { osDisk } };
  const body = JSON.stringify({ location: 'westeurope', properties });
  expect(
    await ask({ method: 'PUT', path: `${GROUP}/providers/Microsoft.Compute/virtualMachines/new1`, query: VERSION, body }),
  ).toBeLessThan(500);
});

it('names of what is to go', async () => {
  expect(await faults(named((method) => method === 'DELETE'))).toEqual([]);
});
