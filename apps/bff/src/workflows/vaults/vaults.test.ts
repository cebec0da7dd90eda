import { randomUUID } from 'node:crypto';
import { policiesInTheWay, problem, providerRegistration, vault, vaultConfiguration, vaultPlaces, vaultSummary } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { setServiceEdition } from '../../../../../packages/local-azure/src/providers/recovery-services/backup-service';
import { PRODUCTION_SUBSCRIPTION_ID as PRODUCTION } from '../../../../../packages/local-azure/src/seeds/company';
import { applications } from '../../../../../packages/local-azure/src/world/directory/directory';
import { setRegistered } from '../../../../../packages/local-azure/src/world/subscriptions/registered-providers';
import { asker, type Asked } from '../../testing/ask';
import { assignPolicy } from '../../testing/assign-policy';
import { IGNITE, OPERATIONS, ofVault, SUBSCRIPTION_PATH } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const outcome = z.looseObject({ state: z.string() });
const SECOND = 1000;
const HOUR = 3600 * SECOND;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const NEW = ofVault('IgniteRG', 'NewVault');
const request = (change: object = {}) => ({
  location: 'northeurope',
  newResourceGroup: false,
  storageReplication: 'LocallyRedundant',
  softDelete: 'Enabled',
  ...change,
});
const create = (intentId: string, path = NEW, body: object = request(), asked: Asked = {}) =>
  ask.send(outcome, 'PUT', `${path}/creation/${intentId}`, body, asked);
const configuration = (path: string) => ask.get(vaultConfiguration, `${path}/configuration`);
const configure = (path: string, body: object) => ask.send(vaultConfiguration, 'PUT', `${path}/configuration`, body);

describe('a new vault', () => {
  it('has the replication it was made with, and can be used after a moment', async () => {
    expect(await create(randomUUID())).toMatchObject({ state: 'started' });
    contoso.azure.advance(5 * SECOND);
    const made = await ask.get(vault, NEW);
    expect(made).toMatchObject({ provisioningState: 'Succeeded', location: 'northeurope', softDelete: 'Enabled' });
    expect(await configuration(NEW)).toMatchObject({ storageReplication: 'LocallyRedundant', lockedBy: null });
  });

  it('is made once, however often the same order comes', async () => {
    const intentId = randomUUID();
    const answers = await Promise.all([create(intentId), create(intentId)]);
    for (const answer of [...answers, await create(intentId)]) expect(answer).toMatchObject({ state: 'started' });
    const vaults = await ask.get(z.array(vaultSummary), '/api/vaults');
    expect(vaults.filter(({ name }) => name === 'NewVault')).toHaveLength(1);
  });

  it('is not refused for its own name where another server was faster with the same order', async () => {
    const intentId = randomUUID();
    await using other = await contoso.startAnother({ dataDir: contoso.server.dataDir });
    contoso.azure.faults.arm({ operation: 'GET .*/vaults/NewVault$', kind: 'slow', seconds: 60, times: 1 });
    const slow = create(intentId);
    await expect.poll(() => contoso.azure.faults.armed).toEqual([]);
    expect(await create(intentId, NEW, request(), { server: other })).toMatchObject({ state: 'started' });
    contoso.azure.faults.clear();
    expect(await slow).toMatchObject({ state: 'started' });
  });

  it('can stand in a new resource group', async () => {
    const path = ofVault('BackupRG', 'NewVault');
    expect(await ask.refusal('PUT', `${path}/creation/${randomUUID()}`, request())).toBe('resource-group-not-found');
    expect(await create(randomUUID(), path, request({ newResourceGroup: true }))).toMatchObject({ state: 'started' });
    const { resourceGroups } = await ask.get(vaultPlaces, `${SUBSCRIPTION_PATH}/places`);
    expect(resourceGroups).toContainEqual({ name: 'BackupRG', location: 'northeurope' });
  });

  it('is in no doubt where its resource group cannot be looked at', async () => {
    contoso.azure.faults.arm({ operation: 'GET .*/resourcegroups/BackupRG(\\?|$)', kind: '500' });
    const path = ofVault('BackupRG', 'NewVault');
    expect(await ask.refusal('PUT', `${path}/creation/${randomUUID()}`, request({ newResourceGroup: true }))).toBe('azure-failed');
  });

  it('never changes a vault that has its name', async () => {
    expect(await ask.refusal('PUT', `${IGNITE}/creation/${randomUUID()}`, request({ location: 'westeurope' }))).toBe('vault-name-taken');
    expect((await configuration(IGNITE)).storageReplication).toBe('GeoRedundant');
  });

  it('may not be made by a reader or the helpdesk', async () => {
    for (const person of ['megan', 'alex'])
      expect(await ask.refusal('PUT', `${NEW}/creation/${randomUUID()}`, request(), { person })).toBe('forbidden');
  });

  it('is not made where the subscription is not registered for it, which is said with the name of the provider', async () => {
    setRegistered(contoso.azure.world, PRODUCTION, 'Microsoft.RecoveryServices', false);
    const answer = await contoso.as('adele', `${NEW}/creation/${randomUUID()}`, { method: 'PUT', body: JSON.stringify(request()) });
    expect(problem.parse(await answer.json())).toMatchObject({
      code: 'provider-not-registered',
      azureCode: 'MissingSubscriptionRegistration',
      azureMessage: expect.stringContaining("'Microsoft.RecoveryServices'"),
    });
    expect(await ask.refusal('GET', NEW)).toBe('vault-not-found');
  });

  it('is made once somebody who may has had the provider registered, which takes Azure a while', async () => {
    setRegistered(contoso.azure.world, PRODUCTION, 'Microsoft.RecoveryServices', false);
    const provider = `${SUBSCRIPTION_PATH}/providers/Microsoft.RecoveryServices`;
    const look = (person: string) => ask.get(providerRegistration, provider, { person });
    expect(await look('patti')).toEqual({ state: 'not-registered', mayRegister: false });
    expect(await ask.refusal('POST', `${provider}/registration`, undefined, { person: 'patti' })).toBe('forbidden');
    expect(await look('adele')).toEqual({ state: 'not-registered', mayRegister: true });
    const asked = await contoso.as('adele', `${provider}/registration`, { method: 'POST' });
    expect([asked.status, await asked.json()]).toEqual([202, { state: 'registering', mayRegister: false }]);
    contoso.azure.advance(HOUR);
    expect(await look('patti')).toMatchObject({ state: 'registered' });
    expect(await create(randomUUID())).toMatchObject({ state: 'started' });
    expect(await ask.refusal('GET', `${SUBSCRIPTION_PATH}/providers/..%2FMicrosoft.Compute`)).toBe('invalid-request');
  });

  it('that a policy forbids in its region is refused with the policy and what was made, and made in another one', async () => {
    const scope = `/subscriptions/${PRODUCTION}`;
    const parameters = { listOfAllowedLocations: ['westeurope'] };
    await assignPolicy(contoso.azure, 'Only in Western Europe', { scope, policy: 'allowedLocations', parameters });
    const path = ofVault('HalfRG', 'NewVault');
    const body = JSON.stringify(request({ newResourceGroup: true }));
    const answer = await contoso.as('adele', `${path}/creation/${randomUUID()}`, { method: 'PUT', body });
    expect(problem.parse(await answer.json())).toMatchObject({
      code: 'disallowed-by-policy',
      azureMessage: expect.stringContaining('Only in Western Europe'),
      changed: [expect.stringMatching(/\/resourceGroups\/HalfRG$/i)],
    });
    const elsewhere = request({ newResourceGroup: true, location: 'westeurope' });
    expect(await create(randomUUID(), path, elsewhere)).toMatchObject({ state: 'started' });
  });

  it('is held beforehand against the policies that will forbid it, or its new resource group, under any name', async () => {
    const scope = `/subscriptions/${PRODUCTION}`;
    const check = (change: object = {}) =>
      ask.send(policiesInTheWay, 'POST', `${SUBSCRIPTION_PATH}/places/policies/check`, request({ resourceGroup: 'IgniteRG', ...change }));
    // An answer serves the same question for a second more.
    expect(await check({ storageReplication: 'GeoRedundant' })).toEqual({ policies: [], areSeen: true });
    const parameters = { listOfAllowedLocations: ['westeurope'] };
    await assignPolicy(contoso.azure, 'Only in Western Europe', { scope, policy: 'allowedLocations', parameters });
    await assignPolicy(contoso.azure, 'Cost center', { scope, policy: 'tagOnGroups', parameters: { tagName: 'CostCenter' } });
    const [region, tag] = ['Only in Western Europe', 'Cost center'].map((name) => ({ name, scope }));
    expect(await check()).toEqual({ policies: [region], areSeen: true });
    expect(await check({ location: 'westeurope' })).toEqual({ policies: [], areSeen: true });
    const inNew = { resourceGroup: 'HalfRG', newResourceGroup: true };
    expect((await check(inNew)).policies).toEqual(expect.arrayContaining([region, tag]));
    expect(await check({ ...inNew, location: 'westeurope' })).toEqual({ policies: [tag], areSeen: true });
    expect(await ask.refusal('GET', NEW)).toBe('vault-not-found');
  });

  it('of which only the resource group could be made is told as that', async () => {
    setRegistered(contoso.azure.world, PRODUCTION, 'Microsoft.RecoveryServices', false);
    const path = ofVault('HalfRG', 'NewVault');
    const body = JSON.stringify(request({ newResourceGroup: true }));
    const intent = randomUUID();
    const create = async () =>
      problem.parse(await (await contoso.as('adele', `${path}/creation/${intent}`, { method: 'PUT', body })).json());
    expect(await create()).toMatchObject({
      code: 'provider-not-registered',
      changed: [`/subscriptions/${PRODUCTION}/resourcegroups/HalfRG`],
    });
    // Asked again, the group is there already: nothing more is made.
    expect((await create()).changed).toBeUndefined();
  });
});

it('a server whose application was disabled is told as that, with the number by which an administrator finds it', async () => {
  const { world, apiAppId } = contoso.azure;
  // Who is signed in stays so: only the server’s next exchange is refused.
  await contoso.as('adele', '/api/health');
  const api = applications(world).get(apiAppId);
  if (api) applications(world).put(apiAppId, { ...api, disabled: true });
  const answer = await contoso.as('adele', '/api/vaults');
  expect(answer.headers.get('retry-after')).toBeNull();
  expect(problem.parse(await answer.json())).toMatchObject({ code: 'server-refused', azureCode: 'AADSTS7000112' });
});

it('tells for every region how many machines a vault could protect there', async () => {
  const { regions } = await ask.get(vaultPlaces, `${SUBSCRIPTION_PATH}/places`);
  const count = (name: string) => regions.find((region) => region.name === name)?.unprotectedMachines;
  expect(count('westeurope')).toBeGreaterThan(10);
  expect(count('eastasia')).toBe(0);
});

describe('the configuration of a vault', () => {
  it('is changed while the vault protects nothing', async () => {
    expect(await configure(IGNITE, { storageReplication: 'LocallyRedundant' })).toMatchObject({
      storageReplication: 'LocallyRedundant',
      softDelete: 'Enabled',
    });
    setServiceEdition(contoso.azure.world, '2017-01');
    expect(await configure(IGNITE, { softDelete: 'Disabled' })).toMatchObject({
      storageReplication: 'LocallyRedundant',
      softDelete: 'Disabled',
    });
  });

  it('is told once Azure is done with the change', async () => {
    contoso.azure.world.setClock({ mode: 'accelerated', speed: 60 });
    expect(await configure(IGNITE, { storageReplication: 'ZoneRedundant' })).toMatchObject({ storageReplication: 'ZoneRedundant' });
  });

  it('is called changed where only the look at it fails', async () => {
    contoso.azure.faults.arm({ operation: 'GET .*backupProtectedItems', kind: '429' });
    const body = JSON.stringify({ storageReplication: 'ZoneRedundant' });
    const answer = await contoso.as('adele', `${IGNITE}/configuration`, { method: 'PUT', body });
    expect(problem.parse(await answer.json())).toMatchObject({
      code: 'azure-throttled',
      changed: [expect.stringMatching(/IgniteDemoVault$/i)],
    });
    contoso.azure.faults.clear();
    expect(await configuration(IGNITE)).toMatchObject({ storageReplication: 'ZoneRedundant' });
  });

  it('is in doubt where Azure has accepted the change and refuses to be asked what came of it', async () => {
    contoso.azure.faults.arm({ operation: 'GET .*/operationStatus/', kind: '429' });
    const body = JSON.stringify({ storageReplication: 'ZoneRedundant' });
    const answer = await contoso.as('adele', `${IGNITE}/configuration`, { method: 'PUT', body });
    const told = problem.parse(await answer.json());
    expect(told).toMatchObject({ inDoubt: true });
    expect(told.changed).toBeUndefined();
  });

  it('keeps soft delete on where Azure no longer turns it off', async () => {
    const answer = await contoso.as('adele', `${IGNITE}/configuration`, {
      method: 'PUT',
      body: JSON.stringify({ softDelete: 'Disabled' }),
    });
    expect(problem.parse(await answer.json())).toMatchObject({ azureCode: 'BMSUserErrorDisablingSoftDeleteStateNotAllowed' });
    expect(await configuration(IGNITE)).toMatchObject({ softDelete: 'Enabled' });
  });

  it('names the items that have settled the replication', async () => {
    const { lockedBy } = await configuration(OPERATIONS);
    expect(lockedBy?.count).toBeGreaterThan(2);
    expect(lockedBy?.items).toContainEqual({ name: 'AppVM1', resourceGroup: expect.stringMatching(/operationsrg/i) });
    expect(await ask.refusal('PUT', `${OPERATIONS}/configuration`, { storageReplication: 'LocallyRedundant' })).toBe('replication-locked');
  });
});

describe('deleting a vault', () => {
  it('is refused while items lie in it', async () => {
    expect(await ask.refusal('DELETE', OPERATIONS)).toBe('vault-not-empty');
    expect(await ask.refusal('DELETE', OPERATIONS, undefined, { person: 'megan' })).toBe('forbidden');
  });

  it('takes an empty one away', async () => {
    await create(randomUUID());
    contoso.azure.advance(5 * SECOND);
    expect(await ask.send(outcome, 'DELETE', NEW)).toMatchObject({ state: 'started' });
    contoso.azure.advance(5 * SECOND);
    expect(await ask.refusal('GET', `${NEW}/configuration`)).toBe('vault-not-found');
  });
});
