import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startLocalAzure, type LocalAzure } from './index';
import { signInAs } from './testing/connect';
import { putBytes, putContainer } from './world/storage/blobs';
import { record, text } from './world/json';
import { putSecret } from './world/key-vault/key-vault-objects';
import { plainSecretsIn } from './testing/plain-secrets';
import { keysOf } from './world/storage/storage-accounts';

let folder: string;
let azure: LocalAzure;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  azure = await startLocalAzure({ file: join(folder, 'state.sqlite'), seed: 'contoso', clock: { mode: 'standing' }, tlsPort: 0 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const fresh = () => randomBytes(24).toString('base64url');

/** What the token service gives a program that waits for a person. */
async function deviceCodes(): Promise<Record<string, string>> {
  const answer = await fetch(`${azure.url}/organizations/oauth2/v2.0/devicecode`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', scope: 'https://management.azure.com/.default' }),
  });
  const body = record(await answer.json());
  return { deviceCode: text(body['device_code']) ?? '', userCode: text(body['user_code']) ?? '' };
}

/** A value of every kind that opens something. */
async function plant(): Promise<Record<string, string>> {
  const { world } = azure;
  const [bek, upload] = [fresh(), fresh()];
  putSecret(world, { vaultName: 'ContosoKV', name: 'planted', value: bek });
  putContainer(world, 'contosostaging', 'planted');
  const place = { account: 'contosostaging', container: 'planted', name: 'keys.json' };
  putBytes(world, place, Buffer.from(JSON.stringify({ SecretData: upload }), 'utf16le'), 'application/json');
  const { refresh_token: refreshToken } = await signInAs(azure, 'adele.vance@contoso.example');
  const [session] = world.documents<{ id: string }>('sign-in-sessions').list();
  const signing = world.documents<{ privateJwk: { d: string } }>('authority').get('signing-key');
  return {
    bek,
    upload,
    refreshToken: text(refreshToken) ?? '',
    session: session?.id ?? '',
    signingKey: signing?.privateJwk.d ?? '',
    password: azure.password,
    apiSecret: azure.apiAppSecret,
    accountKey: keysOf(world, 'contosostaging').key1,
    ...(await deviceCodes()),
  };
}

it('no key, no secret and nothing that stands for a sign-in is found in the files of a state', async () => {
  const planted = await plant();
  expect(Object.entries(planted).filter(([, value]) => value.length < 8)).toEqual([]);
  azure.world.save(join(folder, 'monday.world'));
  expect(existsSync(join(folder, 'state.sqlite-wal'))).toBe(true);
  expect(plainSecretsIn(folder, planted)).toEqual([]);
  await azure.stop();
  expect(readdirSync(folder)).toContain('state.sqlite.last');
  expect(plainSecretsIn(folder, planted)).toEqual([]);
  // Those that programs outside read.
  const withKeys = readdirSync(folder).filter((name) => readFileSync(join(folder, name), 'latin1').includes('BEGIN PRIVATE KEY'));
  expect(withKeys).toEqual(['state-api.pem', 'state-client.pem']);
});
