import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { recordActivity } from '../../world/activity-log';
import { list, record } from '../../world/json';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { takeEffect } from '../../testing/take-effect';

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/OperationsRG`;
const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const item = `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;operationsrg;protectedvm1/protectedItems/vm;iaasvmcontainerv2;operationsrg;ProtectedVM1`;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let azure: LocalAzure;
let adele: Caller;
let lee: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  // At nine o'clock no nightly backup is under way.
  azure.advance((33 * HOUR - (azure.world.clock.now() % DAY)) % DAY);
  adele = await callerFor(azure, 'Adele', '2023-06-01');
  lee = await callerFor(azure, 'Lee', '2023-06-01');
});
afterAll(() => azure.stop());

const moment = (milliseconds: number) => new Date(milliseconds).toISOString();
const bare = (milliseconds: number) => moment(milliseconds).replace('Z', '123');

async function log(caller: Caller, terms: readonly string[] = [], more = '') {
  const now = azure.world.clock.now();
  const filter = [`eventTimestamp ge '${moment(now - DAY)}'`, `eventTimestamp le '${moment(now)}'`, ...terms].join(' and ');
  const path = `${subscription}/providers/microsoft.insights/eventtypes/management/values?$filter=${encodeURIComponent(filter)}${more}`;
  const { status, body } = await caller('GET', path);
  return { status, events: list(body['value']).map(record), nextLink: body['nextLink'] };
}

test('Anyone who starts a backup is in the log, under the id that the job carries', async () => {
  const clientRequestId = randomUUID();
  const now = azure.world.clock.now();
  const body = { properties: { objectType: 'IaasVMBackupRequest', recoveryPointExpiryTimeInUTC: moment(now + 30 * DAY) } };
  expect(await adele('POST', `${item}/backup`, body, { 'x-ms-client-request-id': clientRequestId })).toMatchObject({ status: 202 });

  const jobs = await adele('GET', `${vault}/backupJobs?$filter=${encodeURIComponent("operation eq 'Backup' and status eq 'InProgress'")}`);
  expect(record(record(list(jobs.body['value'])[0])['properties'])['activityId']).toBe(clientRequestId);

  const { events } = await log(adele, ["resourceGroupName eq 'operationsrg'"]);
  expect(events).toMatchObject([
    {
      caller: people.adele.username,
      claims: { name: 'Adele Vance' },
      httpRequest: { clientRequestId, method: 'POST' },
      operationName: { value: 'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/backup/action' },
      resourceId: item,
      status: { value: 'Accepted' },
      eventTimestamp: moment(now),
    },
  ]);
  expect((await log(adele, [`resourceUri eq '${vault}'`])).events).toHaveLength(1);
  expect((await log(adele, ["resourceGroupName eq 'IgniteRG'"])).events).toEqual([]);
});

test('A refusal is logged as failed, reading is not logged', async () => {
  const tags = { properties: { tags: { a: 'b' } } };
  await adele('GET', group);
  await adele('POST', `${vault}/backupJobs/${randomUUID()}/cancel`, tags);
  const { events } = await log(adele, [`caller eq '${people.adele.username}'`, "status eq 'Failed'"]);
  expect(events[0]).toMatchObject({ status: { value: 'Failed' }, level: 'Error', subStatus: { value: 'NotFound' } });
  expect(events.map(({ httpRequest }) => record(httpRequest)['method'])).not.toContain('GET');
});

test('Without the right there is no log, and with it in one group only that of the group', async () => {
  expect(await log(lee)).toMatchObject({ status: 403 });
  const reader = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
  const given = await adele(
    'PUT',
    `${subscription}/resourceGroups/IgniteRG/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`,
    {
      properties: { roleDefinitionId: reader, principalId: people.lee.objectId },
    },
  );
  expect(given).toMatchObject({ status: 201 });
  takeEffect(azure);
  const { status, events } = await log(lee);
  expect(status).toBe(200);
  expect(events).toMatchObject([
    { resourceGroupName: 'IgniteRG', operationName: { value: 'Microsoft.Authorization/roleAssignments/write' } },
  ]);
});

test('The Azure CLI writes its times without quotes and zone', async () => {
  const now = azure.world.clock.now();
  const filter = `eventTimestamp ge ${bare(now - DAY)} and eventTimestamp le ${bare(now)} and resourceGroupName eq 'OperationsRG'`;
  const path = `${subscription}/providers/Microsoft.Insights/eventtypes/management/values?$filter=${encodeURIComponent(filter)}`;
  expect(list((await adele('GET', path)).body['value']).length).toBeGreaterThan(0);
});

test.each([
  ['without a beginning', "resourceGroupName eq 'OperationsRG'"],
  ['longer ago than is kept', "eventTimestamp ge '2015-01-21T20:00:00Z'"],
  ['in words it does not know', "eventTimestamp ge '2026-01-01T00:00:00Z' or caller eq 'x'"],
])('Asked %s the log refuses', async (_, filter) => {
  const path = `${subscription}/providers/Microsoft.Insights/eventtypes/management/values?$filter=${encodeURIComponent(filter)}`;
  expect(await adele('GET', path)).toMatchObject({ status: 400, body: { code: 'BadRequest' } });
});

test('A long log comes in pages, as much of each entry as is asked for', async () => {
  const principal = { objectId: people.adele.objectId, tenantId: azure.tenantId, appId: azure.portalAppId };
  const action = 'Microsoft.Resources/subscriptions/resourceGroups/write';
  const activity = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, principal, action, resourceId: group, method: 'PATCH', status: 200 };
  azure.world.write(() => {
    for (let n = 0; n < 205; n += 1) recordActivity(azure.world, { ...activity, correlationId: randomUUID() });
  });
  const first = await log(adele, ["resourceGroupName eq 'OperationsRG'"], '&$select=caller');
  expect(first.events).toHaveLength(200);
  expect(Object.keys(first.events[0] ?? {})).toEqual(['caller', 'id']);
  const { pathname, search } = new URL(String(first.nextLink));
  const rest = await adele('GET', `${pathname}${search}`.replace('&api-version=2023-06-01', ''));
  expect(list(rest.body['value']).length).toBeGreaterThan(4);
  expect(rest.body['nextLink']).toBeUndefined();
});

test('What was accepted has an end in the log, under the same operation, when it is over', async () => {
  const name = 'fabrikam';
  const place = `${subscription}/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/${name}`;
  const filter = [`resourceUri eq '${place}'`];
  const body = { location: 'westeurope', sku: { name: 'Standard' }, properties: {} };
  expect(await adele('PUT', place, body)).toMatchObject({ status: 201 });
  const states = async () => (await log(adele, filter)).events.map(({ status }) => record(status)['value']);
  expect(await states()).toEqual(['Accepted']);
  azure.advance(HOUR / 60);
  const { events } = await log(adele, filter);
  expect(events.map(({ status }) => record(status)['value'])).toEqual(['Succeeded', 'Accepted']);
  const [end, start] = events;
  expect(end).toMatchObject({ operationId: start?.['operationId'], correlationId: start?.['correlationId'], caller: start?.['caller'] });
  expect(end?.['httpRequest']).toBeUndefined();
  expect(await adele('DELETE', place)).toMatchObject({ status: 202 });
  azure.advance(HOUR / 60);
  expect(await states()).toEqual(['Succeeded', 'Accepted', 'Succeeded', 'Accepted']);
});

test('What was accepted and then failed has a failed end, with the reason', async () => {
  const vm = `${group}/providers/Microsoft.Compute/virtualMachines/ProtectedVM1`;
  const keyVault = `${subscription}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults`;
  const extension = `${vm}/extensions/AzureDiskEncryption`;
  const settings = {
    EncryptionOperation: 'EnableEncryption',
    KeyVaultURL: 'https://contosokv.vault.azure.net/',
    KeyVaultResourceId: `${keyVault}/ContosoKV`,
    VolumeType: 'All',
    AADClientID: randomUUID(),
  };
  const properties = { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryption', typeHandlerVersion: '2.2', settings };
  const { status } = await adele('PUT', extension, { location: 'westeurope', properties });
  expect([200, 201]).toContain(status);
  azure.advance(HOUR);
  const { events } = await log(adele, [`resourceUri eq '${extension}'`]);
  expect(events[0]).toMatchObject({ status: { value: 'Failed' }, level: 'Error' });
  expect(String(record(events[0]?.['properties'])['statusMessage'])).toContain('"status":"Failed"');
});
