import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID as PRODUCTION } from '../seeds/company';
import { takeEffect } from '../testing/take-effect';
import { setRegistered } from '../world/subscriptions/registered-providers';
import { putResourceGroup } from '../world/subscriptions/subscriptions';

let azure: LocalAzure;
let token: string;

const GROUP = `/subscriptions/${PRODUCTION}/resourceGroups/rg-a`;
const VAULT = `${GROUP}/providers/Microsoft.RecoveryServices/vaults/new-vault`;
const RECOVERY_SERVICES = 'Microsoft.RecoveryServices';

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  putResourceGroup(azure.world, { subscriptionId: PRODUCTION, name: 'rg-a', location: 'westeurope' });
  const { credential } = await connect(azure, 'adele');
  ({ token } = await credential.getToken('https://management.azure.com/.default'));
});

afterAll(() => azure.stop());

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${azure.url}${path}?api-version=2023-04-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    cause: answer.headers.get('x-ms-failure-cause'),
    body: text === '' ? null : JSON.parse(text),
  };
}

const putVault = () => call('PUT', VAULT, { location: 'westeurope', sku: { name: 'Standard' }, properties: {} });

it('who writes to a provider that is not registered is refused in the words that were recorded, until somebody registers it', async () => {
  setRegistered(azure.world, PRODUCTION, RECOVERY_SERVICES, false);
  const message =
    "The subscription is not registered to use namespace 'Microsoft.RecoveryServices'. See https://aka.ms/rps-not-found for how to register subscriptions.";
  const code = 'MissingSubscriptionRegistration';
  expect(await putVault()).toEqual({
    status: 409,
    cause: 'gateway',
    body: { error: { code, message, details: [{ code, target: RECOVERY_SERVICES, message }] } },
  });
  const list = `/subscriptions/${PRODUCTION}/providers/Microsoft.RecoveryServices/vaults`;
  expect(await call('GET', list)).toMatchObject({ status: 200, body: { value: [] } });
  expect(await call('POST', `/subscriptions/${PRODUCTION}/providers/Microsoft.RecoveryServices/register`)).toMatchObject({ status: 200 });
  takeEffect(azure);
  expect(await putVault()).toMatchObject({ status: 201 });
});

it('what stands below a resource of another provider, and needs no registration, is served', async () => {
  setRegistered(azure.world, PRODUCTION, RECOVERY_SERVICES, true);
  await putVault();
  for (const namespace of [RECOVERY_SERVICES, 'Microsoft.Authorization']) setRegistered(azure.world, PRODUCTION, namespace, false);
  const lock = `${VAULT}/providers/Microsoft.Authorization/locks/keep`;
  expect(await call('PUT', lock, { properties: { level: 'CanNotDelete' } })).toMatchObject({ status: 201 });
});
