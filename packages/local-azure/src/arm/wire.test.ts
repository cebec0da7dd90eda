import { request } from 'node:http';
import { ComputeManagementClient } from '@azure/arm-compute';
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { Connection, LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { record } from '../world/json';

let azure: LocalAzure;
let adele: Connection;
let token: string;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  adele = await connect(azure, 'adele');
  ({ token } = await adele.credential.getToken('https://management.azure.com/.default'));
});
afterAll(() => azure.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const vault = `${subscription}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const part = 'iaasvmcontainerv2;OperationsRG;AppVM1';
const item = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request as it stands, to a host by any name. */
function send(method: string, path: string, host?: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, ...(host !== undefined && { host }) };
  return new Promise((resolve, reject) => {
    const asked = request(azure.url + path, { method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on('error', reject).end();
  });
}
const version = 'api-version=2023-06-01';

test('Names with a semicolon are found encoded or not, in paths of any case with slashes too many', async () => {
  const spellings = [
    item,
    item.replaceAll(';', '%3B'),
    item.replaceAll(';', '%3b').toUpperCase(),
    item.replace('/subscriptions/', '//Subscriptions/').replace('/vaults/', '//vaults//'),
    `${item}/`,
  ];
  const answers = await Promise.all(spellings.map((path) => send('GET', `${path}?${version}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => record(JSON.parse(body))['id']))).toEqual(
    new Set([item.replaceAll(';OperationsRG;', ';operationsrg;')]),
  );
});

test('Where an operation can be followed is said under the name by which it was asked for', async () => {
  const refresh = `${vault}/backupFabrics/Azure/refreshContainers?${version}`;
  const { port } = new URL(azure.url);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
    const { status, headers } = await send('POST', refresh, host);
    expect(status).toBe(202);
    const urls = [headers['azure-asyncoperation'], headers['location']].map(String);
    for (const url of urls) expect(url).toMatch(new RegExp(`^http://${host.replaceAll('.', String.raw`\.`)}/subscriptions/.*api-version=`));
    expect((await send('GET', new URL(urls[0] ?? '').pathname + new URL(urls[0] ?? '').search, host)).status).toBe(200);
  }
});

const HEADERS = ['azure-asyncoperation', 'location'] as const;

/** By which headers a client is led to what goes on after the answer. */
async function leads(method: string, path: string, body?: unknown): Promise<string[]> {
  const answer = await fetch(`${azure.url}${path}?api-version=2024-07-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBeLessThan(300);
  return HEADERS.filter((name) => answer.headers.has(name));
}

test('What goes on after the answer is followed by either header, or by both', async () => {
  const group = `${subscription}/resourceGroups/IgniteRG`;
  const account = { location: 'westeurope', sku: { name: 'Standard_LRS' }, kind: 'StorageV2' };
  expect(await leads('PUT', `${group}/providers/Microsoft.Storage/storageAccounts/followed`, account)).toEqual(['location']);
  expect(await leads('DELETE', `${subscription}/resourceGroups/dbvm3`)).toEqual(['location']);
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
  };
  const deployment = { properties: { mode: 'Incremental', template: { ...template, resources: [] } } };
  expect(await leads('PUT', `${group}/providers/Microsoft.Resources/deployments/followed`, deployment)).toEqual(['azure-asyncoperation']);
  expect(await leads('POST', `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1/deallocate`)).toEqual([...HEADERS]);
});

test('Answers without a body say so: 202 by its length, 204 by nothing', async () => {
  const accepted = await send('POST', `${vault}/backupFabrics/Azure/refreshContainers?${version}`);
  expect([accepted.status, accepted.headers['content-length'], accepted.headers['content-type']]).toEqual([202, '0', undefined]);
  const group = await send('HEAD', `${subscription}/resourceGroups/OperationsRG?${version}`);
  expect([group.status, group.headers['content-length'], group.headers['content-type']]).toEqual([204, undefined, undefined]);
  const missing = await send('DELETE', `${vault.replace('OperationsVault', 'NoVault')}?${version}`);
  expect(missing.status).toBe(204);
});

test('A long list comes in pages, each leading to the next by an absolute address', async () => {
  const group = `${subscription}/resourceGroups/IgniteRG`;
  for (let number = 0; number < 450; number += 1) {
    const name = `disk-${String(number).padStart(3, '0')}`;
    const id = `${group}/providers/Microsoft.Compute/disks/${name}`;
    azure.world.resources.put({
      id,
      name,
      type: 'Microsoft.Compute/disks',
      location: 'westeurope',
      properties: { diskSizeGB: 4, creationData: { createOption: 'Empty' } },
    });
  }
  const compute = new ComputeManagementClient(adele.credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient: adele.httpClient });
  const names = new Set<string | undefined>();
  let pages = 0;
  for await (const page of compute.disks.listByResourceGroup('IgniteRG').byPage()) {
    pages += 1;
    for (const { name } of page) names.add(name);
  }
  expect(pages).toBeGreaterThan(2);
  expect([...names].filter((name) => name?.startsWith('disk-'))).toHaveLength(450);
  const { body } = await send('GET', `${group}/providers/Microsoft.Compute/disks?${version}`);
  expect(record(JSON.parse(body))['nextLink']).toMatch(new RegExp(`^${azure.url}/subscriptions/.*api-version=2023-06-01`));
});

test('Providers say how many calls they still take, and who asked what is found again', async () => {
  const backup = await send('GET', `${vault}/backupJobs?${version}`);
  expect(backup.headers['x-ms-ratelimit-remaining-subscription-resource-requests']).toBe('449');
  const compute = await send('GET', `${subscription}/providers/Microsoft.Compute/virtualMachines?${version}`);
  expect(compute.headers['x-ms-ratelimit-remaining-resource']).toContain('Microsoft.Compute/LowCostGetResource;');
  expect(compute.headers['x-ms-request-id']).toBe(compute.headers['x-ms-correlation-request-id']);
});

test('The filter of a list is read with blanks written in either way', async () => {
  const client = new RecoveryServicesBackupClient(adele.credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient: adele.httpClient });
  const names: (string | undefined)[] = [];
  const filter = "backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'";
  for await (const one of client.backupProtectedItems.list('OperationsVault', 'OperationsRG', { filter })) names.push(one.name);
  expect(names.length).toBeGreaterThan(5);
  const plus = await send('GET', `${vault}/backupProtectedItems?${version}&%24filter=backupManagementType+eq+%27AzureIaasVM%27`);
  expect(record(JSON.parse(plus.body))['value']).toHaveLength(names.length);
});
