import { serviceEdition } from './providers/recovery-services/backup-service';
import { afterEach, expect, it } from 'vitest';
import { connect, startLocalAzure } from './index';
import type { LocalAzure } from './index';
import { restrictionsOf } from './providers/compute/size-offers';
import { guestOf } from './world/compute/guests';
import { PRODUCTION_SUBSCRIPTION_ID } from './seeds/company';
import { callerFor } from './testing/arm-caller';
import { record } from './world/json';
import { policiesAt } from './world/policies/policy-assignments';

let azure: LocalAzure;

afterEach(() => azure.stop());

async function control(method: string, path: string, body?: unknown) {
  const answer = await fetch(azure.url + path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: answer.status, shown: record(await answer.json()) };
}

async function subscriptions(token: string): Promise<Response> {
  return fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, { headers: { authorization: `Bearer ${token}` } });
}

async function armToken(): Promise<string> {
  const { credential } = await connect(azure, 'adele');
  return (await credential.getToken('https://management.azure.com/.default')).token;
}

it('is closed unless it was asked for', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  expect((await control('GET', '/control')).status).toBe(401);
});

it('turns the clock', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true, clock: { mode: 'standing' } });
  const before = azure.world.clock.now();
  const { shown } = await control('POST', '/control/advance', { minutes: 90 });
  expect(shown['now']).toBe(new Date(before + 90 * 60_000).toISOString());
  expect((await control('POST', '/control/clock', { mode: 'accelerated', speed: 60 })).shown['clock']).toEqual({
    mode: 'accelerated',
    speed: 60,
  });
  expect((await control('POST', '/control/clock', { mode: 'sideways' })).status).toBe(400);
});

it('answers others while half a year passes', async () => {
  azure = await startLocalAzure({ file: ':memory:', control: true, clock: { mode: 'standing' } });
  const token = await armToken();
  const state = { isOver: false };
  const halfYear = control('POST', '/control/advance', { minutes: 182 * 24 * 60 }).finally(() => {
    state.isOver = true;
  });
  const dates: string[] = [];
  while (!state.isOver) dates.push((await subscriptions(token)).headers.get('date') ?? '');
  expect((await halfYear).status).toBe(200);
  expect(new Set(dates.slice(0, -1)).size).toBeGreaterThan(2);
});

it('keeps pages out', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true });
  const answer = await fetch(`${azure.url}/control/advance`, {
    method: 'POST',
    headers: { origin: 'http://localhost:4280' },
    body: '{"minutes":1}',
  });
  expect(answer.status).toBe(403);
});

it('begins a fresh world in which signed-in people stay signed in', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true });
  const token = await armToken();
  azure.world.documents('things').put('a', {});
  expect((await control('POST', '/control/reset', { seed: 'empty' })).status).toBe(200);
  expect(azure.world.documents('things').get('a')).toBeUndefined();
  expect((await subscriptions(token)).status).toBe(200);
  expect((await connect(azure, 'adele')).apiToken).toBeTruthy();
});

it('arms failures that strike as often as they were told to', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true });
  const token = await armToken();
  await control('POST', '/control/faults', { operation: '^GET /subscriptions', kind: '429', times: 2, seconds: 7 });
  for (const _ of [1, 2]) {
    const refused = await subscriptions(token);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  }
  expect((await subscriptions(token)).status).toBe(200);

  await control('POST', '/control/faults', { operation: 'GET /subscriptions', kind: 'reset' });
  await expect(subscriptions(token)).rejects.toThrow();
  await control('DELETE', '/control/faults');
  await control('POST', '/control/faults', { operation: 'GET /subscriptions', kind: 'truncated', times: 1 });
  await expect(subscriptions(token).then((answer) => answer.text())).rejects.toThrow();
  expect((await subscriptions(token)).status).toBe(200);
  expect((await control('POST', '/control/faults', { operation: 'x', kind: 'flood' })).status).toBe(400);

  await control('POST', '/control/faults', { operation: 'GET /subscriptions', kind: 'in-vain', times: 1 });
  const accepted = await subscriptions(token);
  expect(accepted.status).toBe(202);
  const { pathname, search } = new URL(accepted.headers.get('azure-asyncoperation') ?? '');
  const operation: unknown = await (await fetch(`${azure.url}${pathname}${search}`)).json();
  expect(operation).toMatchObject({ status: 'Failed', error: { code: 'OperationFailed' } });
});

it.each([
  ['in-vain', { status: 'Failed', error: { code: 'OperationFailed' } }],
  ['without-job', { status: 'Succeeded' }],
] as const)('accepts what ends later without having been begun, by the clock of the world: %s', async (kind, end) => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true });
  azure.faults.arm({ operation: 'GET /subscriptions', kind, times: 1, seconds: 60 });
  const { pathname } = new URL((await subscriptions(await armToken())).headers.get('azure-asyncoperation') ?? '');
  const look = async (): Promise<unknown> => (await fetch(`${azure.url}${pathname}`)).json();
  expect(await look()).toMatchObject({ status: 'InProgress' });
  azure.advance(61_000);
  expect(await look()).toMatchObject(end);
});

it.each(['kind', 'longest'] as const)('throttles unless it is kind, and from when it is told to: %s', async (unkindness) => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true, unkindness });
  const unkind = unkindness !== 'kind';
  expect((await control('GET', '/control')).shown['throttle']).toBe(unkind);
  expect((await control('POST', '/control/throttle', { enabled: !unkind })).shown['throttle']).toBe(!unkind);
  expect((await subscriptions(await armToken())).headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('249');
});

it('sends the backup service back to 2017 and into the present', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', control: true });
  expect((await control('POST', '/control/service-edition', { edition: '2017-01' })).status).toBe(200);
  expect(serviceEdition(azure.world)).toBe('2017-01');
  expect((await control('POST', '/control/service-edition', { edition: 'tomorrow' })).status).toBe(400);
  expect(serviceEdition(azure.world)).toBe('2017-01');
});

it('does inside a machine what a person signed in to it would', async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'greenfield', control: true });
  const agent = { installed: true, running: true, version: '2.7.41491.1183' };
  expect((await control('POST', '/control/guest', { machine: 'FinanceVM2', agent })).status).toBe(200);
  const [vm] = azure.world.resources.named('Microsoft.Compute/virtualMachines', 'FinanceVM2');
  expect(guestOf(azure.world, vm?.id ?? '')).toMatchObject({ power: 'running', network: true, agent });
  expect((await control('POST', '/control/guest', { machine: 'NobodysVM1', agent })).status).toBe(400);
});

it('ends the tokens of one person, and of nobody else', async () => {
  azure = await startLocalAzure({ file: ':memory:', control: true });
  const [adele, alex] = await Promise.all([connect(azure, 'adele'), connect(azure, 'alex')]);
  const tokenOf = async ({ credential }: typeof adele) => (await credential.getToken('https://management.azure.com/.default')).token;
  const [before, other] = [await tokenOf(adele), await tokenOf(alex)];
  expect((await subscriptions(before)).status).toBe(200);
  expect((await control('POST', '/control/end-tokens', { person: 'adele.vance@contoso.example' })).status).toBe(200);
  const refused = await subscriptions(before);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toMatch(/error="insufficient_claims", .*claims="/);
  expect((await subscriptions(other)).status).toBe(200);
  // What the person signed in with before buys no new token either.
  await expect(tokenOf(adele)).rejects.toThrow('AADSTS50173');
  expect((await control('POST', '/control/end-tokens', { person: 'nobody' })).status).toBe(400);
});

it('takes a size of machines away in a region, and gives it back', async () => {
  azure = await startLocalAzure({ file: ':memory:', control: true, clock: { mode: 'standing' } });
  const of = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, location: 'westeurope', size: 'Standard_D2s_v3' };
  const change = (more: object) => control('POST', '/control/size', { size: of.size, region: of.location, ...more });
  expect((await change({ shortage: 'restricted', zones: ['1', '2'] })).status).toBe(200);
  expect(restrictionsOf(azure.world, of)).toMatchObject([{ type: 'Zone', restrictionInfo: { zones: ['1', '2'] } }]);
  expect((await change({ shortage: 'none' })).status).toBe(200);
  expect(restrictionsOf(azure.world, of)).toEqual([]);
  for (const wrong of [{ size: 'Huge' }, { region: 'nowhere' }, { shortage: 'some' }, { zones: ['9'] }, { subscription: 'none' }]) {
    expect((await change({ shortage: 'restricted', ...wrong })).status).toBe(400);
  }
});

it('switches a subscription off: it can be read, and what is in it deleted', async () => {
  azure = await startLocalAzure({ file: ':memory:', control: true, clock: { mode: 'standing' } });
  const call = await callerFor(azure, 'adele', '2021-04-01');
  const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
  const change = (state: string) => control('POST', '/control/subscription', { subscription: PRODUCTION_SUBSCRIPTION_ID, state });
  const put = async (name: string) => (await call('PUT', `${id}/resourceGroups/${name}`, { location: 'westeurope' })).status;
  expect(await put('Before')).toBe(201);
  for (const state of ['Warned', 'Disabled']) {
    expect((await change(state)).status).toBe(200);
    const refused = await call('PUT', `${id}/resourceGroups/During`, { location: 'westeurope' });
    expect([refused.status, refused.body]).toMatchObject([409, { error: { code: 'ReadOnlyDisabledSubscription' } }]);
    expect((await call('GET', id)).body).toMatchObject({ state });
  }
  expect((await call('GET', `${id}/resourceGroups`)).status).toBe(200);
  expect((await call('DELETE', `${id}/resourceGroups/Before`)).status).toBe(202);
  for (const state of ['PastDue', 'Enabled']) {
    await change(state);
    expect(await put(state)).toBe(201);
  }
  expect((await change('Gone')).status).toBe(400);
  expect((await control('POST', '/control/subscription', { subscription: 'none', state: 'Disabled' })).status).toBe(400);
});

it('assigns policies and takes them away, at once', async () => {
  azure = await startLocalAzure({ file: ':memory:', control: true, clock: { mode: 'standing' } });
  const scope = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
  const policy = 'Require a tag on resource groups';
  const change = (more: object) => control('POST', '/control/policy', { policy, scope, ...more });
  expect((await change({ parameters: { tagName: 'Owner' }, message: 'Name the owner.' })).status).toBe(200);
  const [assigned] = policiesAt(azure.world, `${scope}/resourceGroups/new`);
  expect(assigned?.assignment).toMatchObject({
    displayName: policy,
    parameters: { tagName: 'Owner' },
    nonComplianceMessages: [{ message: 'Name the owner.' }],
  });
  expect((await change({ assigned: false })).status).toBe(200);
  expect(policiesAt(azure.world, scope)).toEqual([]);
  expect((await change({ assigned: false })).status).toBe(400);
  expect((await change({})).shown['error']).toContain("missing the parameter(s) 'tagName'");
  expect((await change({ policy: 'none' })).status).toBe(400);
  expect((await change({ scope: 'nowhere' })).status).toBe(400);
});
