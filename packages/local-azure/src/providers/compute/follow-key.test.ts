import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at } from '../../world/json';
import { createKey } from '../../world/key-vault/key-vault-objects';

const HOUR = 3_600_000;
const location = 'westeurope';
const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/FollowRG`;
const set = `${group}/providers/Microsoft.Compute/diskEncryptionSets/follows`;
const keyVault = `${group}/providers/Microsoft.KeyVault/vaults/following-kv`;

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  call = await callerFor(azure, 'adele', '2024-07-01');
  await call('PUT', group, { location });
  await letIn([]);
});

afterAll(() => azure.stop());

const newVersion = () => createKey(azure.world, { vaultName: 'following-kv', name: 'disks' }).id;

const putSet = (keyUrl: string, follows: boolean) =>
  call('PUT', set, { location, properties: { activeKey: { keyUrl }, rotationToLatestKeyVersionEnabled: follows } });

const shown = async (...path: string[]) => at((await call('GET', set)).body, ...path);
const activeKey = () => shown('properties', 'activeKey', 'keyUrl');
const errorCode = () => shown('properties', 'autoKeyRotationError', 'code');

const letIn = (keys: string[]) =>
  shown('identity', 'principalId').then((objectId) =>
    call('PUT', keyVault, {
      location,
      properties: {
        tenantId: TENANT_ID,
        sku: { family: 'A', name: 'standard' },
        accessPolicies: keys.length === 0 ? [] : [{ tenantId: TENANT_ID, objectId, permissions: { keys } }],
      },
    }),
  );

test('A disk encryption set that is to follow its key takes the newest version within the hour', async () => {
  const first = newVersion();
  expect((await putSet(first, true)).status).toBe(200);
  await letIn(['get', 'wrapKey', 'unwrapKey']);
  const second = newVersion();
  expect(await activeKey()).toBe(first);
  azure.advance(HOUR);
  expect([await activeKey(), await shown('properties', 'previousKeys'), await errorCode()]).toEqual([second, [], undefined]);

  const third = newVersion();
  azure.advance(HOUR);
  expect(await activeKey()).toBe(third);
});

test('One that may not use its key says so, stays with it, and goes on when it may', async () => {
  const before = await activeKey();
  await letIn([]);
  const newest = newVersion();
  azure.advance(HOUR);
  expect([await activeKey(), await errorCode()]).toEqual([before, 'KeyVaultAccessForbidden']);
  await letIn(['get', 'wrapKey', 'unwrapKey']);
  azure.advance(HOUR);
  expect([await activeKey(), await errorCode()]).toEqual([newest, undefined]);
});

test('One that is not to follow any more stays with the version that it names', async () => {
  const named = newVersion();
  expect((await putSet(named, false)).status).toBe(200);
  newVersion();
  azure.advance(24 * HOUR);
  expect([await activeKey(), await shown('properties', 'rotationToLatestKeyVersionEnabled')]).toEqual([named, false]);
});
