import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { connect } from '../../testing/connect';
import { takeEffect } from '../../testing/take-effect';

let azure: LocalAzure;
let token: string;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential } = await connect(azure, 'Adele');
  ({ token } = await credential.getToken('https://management.azure.com/.default'));
});
afterAll(() => azure.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = (name: string) => `${subscription}/resourceGroups/${name}`;

async function ask(method: string, path: string, body?: unknown) {
  const answer = await fetch(path.startsWith('http') ? path : `${azure.url}${path}?api-version=2024-03-01`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** Asks for a group to be deleted; answers where to ask how far it is. */
async function begin(name: string): Promise<string> {
  const { status, location } = await ask('DELETE', group(name));
  expect(status).toBe(202);
  return location;
}

test('A group goes with all that is in it, which takes as long as the slowest', async () => {
  const poll = await begin('dbvm3');
  expect((await ask('GET', poll)).status).toBe(202);
  expect((await ask('GET', group('dbvm3'))).text).toContain('"provisioningState":"Deleting"');
  const account = `${group('dbvm3')}/providers/Microsoft.Storage/storageAccounts/toolate`;
  expect((await ask('PUT', account, { location: 'westeurope' })).text).toContain('ResourceGroupBeingDeleted');
  azure.advance(2 * 60_000);
  expect((await ask('GET', poll)).status).toBe(200);
  expect((await ask('GET', group('dbvm3'))).status).toBe(404);
  expect(azure.world.resources.below(group('dbvm3'))).toEqual([]);
});

test('A group stays when a vault in it holds backups; what could go has gone', async () => {
  const poll = await begin('OperationsRG');
  azure.advance(5 * 60_000);
  const { status, text } = await ask('GET', poll);
  expect(status).toBe(409);
  expect(text).toContain('ResourceGroupDeletionBlocked');
  expect(text).toContain('/vaults/OperationsVault');
  expect((await ask('GET', group('OperationsRG'))).text).toContain('"provisioningState":"Succeeded"');
  takeEffect(azure);
  expect((await ask('GET', `${group('OperationsRG')}/resources`)).text).not.toContain('AppVM1');
});

test('Key vaults of a group that is gone can be recovered', async () => {
  await begin('KeyVaultRG');
  azure.advance(60_000);
  expect((await ask('GET', group('KeyVaultRG'))).status).toBe(404);
  expect((await ask('GET', `${subscription}/providers/Microsoft.KeyVault/deletedVaults`)).text).toContain('ContosoKV');
});
