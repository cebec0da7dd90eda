import { KeyClient } from '@azure/keyvault-keys';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../index';
import { keyVaultPace } from '../world/time/pace';

let azure: LocalAzure;
let secrets: SecretClient;
let keys: KeyClient;

const SECONDS = 5;
/** Looks often: the time that passes is the world's. */
const often = { intervalInMs: 1 };

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  keyVaultPace.set(azure.world, SECONDS);
  const { credential, httpClient } = await connect(azure, 'adele');
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  secrets = new SecretClient('https://contosokv.vault.azure.net', credential, options);
  keys = new KeyClient('https://contosokv.vault.azure.net', credential, options);
  await secrets.setSecret('busy', 'one');
  await keys.createRsaKey('busy');
});
afterEach(() => azure.stop());

const conflict = (inner: string) => ({ statusCode: 409, message: expect.stringContaining(inner) });
const notFound = { statusCode: 404 };
const exists = (noun: string) => ({
  statusCode: 400,
  code: 'MethodNotAllowed',
  message: expect.stringContaining(`${noun} exists already: busy`),
});
const pass = () => azure.advance(SECONDS * 1000);

it('a deletion answers before the secret lies among the deleted', async () => {
  const poller = await secrets.beginDeleteSecret('busy', often);
  await expect(secrets.getSecret('busy')).rejects.toMatchObject(notFound);
  await expect(secrets.getDeletedSecret('busy')).rejects.toMatchObject({
    ...notFound,
    message: expect.stringContaining('Deleted Secret not found: busy'),
  });
  await expect(secrets.setSecret('busy', 'two')).rejects.toMatchObject(conflict('being deleted'));
  await expect(secrets.purgeDeletedSecret('busy')).rejects.toMatchObject(conflict('Secret is currently being deleted.'));
  expect(poller.isDone()).toBe(false);
  pass();
  expect(await poller.pollUntilDone()).toMatchObject({ name: 'busy' });
});

it('a recovery answers before the key can be read, and until then its name is taken', async () => {
  const deletion = await keys.beginDeleteKey('busy', often);
  pass();
  await deletion.pollUntilDone();
  const poller = await keys.beginRecoverDeletedKey('busy', often);
  await expect(keys.getKey('busy')).rejects.toMatchObject(notFound);
  expect(await keys.getDeletedKey('busy')).toMatchObject({ name: 'busy' });
  await expect(keys.createRsaKey('busy')).rejects.toMatchObject(conflict('being recovered'));
  pass();
  expect(await poller.pollUntilDone()).toMatchObject({ name: 'busy' });
  expect(await keys.getKey('busy')).toMatchObject({ name: 'busy' });
});

it('what is not deleted, or not yet, is not recovered', async () => {
  // The clients ask for a recovery only where they find nothing.
  azure.faults.arm({ operation: 'GET /(?:keys|secrets)/busy', kind: '500', times: 2 });
  await expect(keys.beginRecoverDeletedKey('busy', often)).rejects.toMatchObject(exists('Key'));
  await expect(secrets.beginRecoverDeletedSecret('busy', often)).rejects.toMatchObject(exists('Secret'));
  await expect(keys.beginRecoverDeletedKey('never', often)).rejects.toMatchObject({ ...notFound, code: 'KeyNotFound' });
  await keys.beginDeleteKey('busy', often);
  await expect(keys.beginRecoverDeletedKey('busy', often)).rejects.toMatchObject(conflict('Key busy is currently being deleted.'));
});

it('what was purged is found nowhere, and its name is free a while later', async () => {
  const deletion = await secrets.beginDeleteSecret('busy', often);
  pass();
  await deletion.pollUntilDone();
  await secrets.purgeDeletedSecret('busy');
  await expect(secrets.getDeletedSecret('busy')).rejects.toMatchObject(notFound);
  await expect(secrets.setSecret('busy', 'two')).rejects.toMatchObject({ statusCode: 409 });
  pass();
  expect(await secrets.setSecret('busy', 'two')).toMatchObject({ value: 'two' });
});

it('a backup is not restored over a key that is still purged, nor over one that is there, and both are refused alike', async () => {
  const backup = (await keys.backupKey('busy')) ?? new Uint8Array();
  const refused = {
    statusCode: 409,
    code: 'Conflict',
    message: expect.stringMatching(/conflict restoring the key '.*\/keys\/busy\/\w{32}'/),
  };
  const restore = () => keys.restoreKeyBackup(backup);
  await expect(restore()).rejects.toMatchObject(refused);
  const deletion = await keys.beginDeleteKey('busy', often);
  pass();
  await deletion.pollUntilDone();
  await keys.purgeDeletedKey('busy');
  await expect(restore()).rejects.toMatchObject(refused);
  await expect(restore()).rejects.not.toMatchObject(conflict('ObjectIsBeingDeleted'));
  pass();
  expect(await restore()).toMatchObject({ name: 'busy' });
});

it('what a key vault was at work on is done although Local Azure stood still meanwhile', async () => {
  await secrets.beginDeleteSecret('busy', often);
  azure.advance(3_600_000);
  expect(await secrets.getDeletedSecret('busy')).toMatchObject({ name: 'busy' });
});
