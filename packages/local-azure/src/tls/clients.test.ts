import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { list, record } from '../world/json';

const folder = mkdtempSync(join(tmpdir(), 'local-azure-clients-'));
let azure: LocalAzure;
let found: Record<string, unknown>;

/** The environment that a person sets for the SDKs. */
function environment(): Record<string, string> {
  const [program] = azure.programs;
  return {
    ...Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    NODE_EXTRA_CA_CERTS: azure.tls?.caFile ?? '',
    HTTPS_PROXY: azure.url.replace('localhost', '127.0.0.1'),
    NO_PROXY: '',
    AZURE_AUTHORITY_HOST: azure.tls?.url ?? '',
    AZURE_TENANT_ID: azure.tenantId,
    AZURE_CLIENT_ID: program?.appId ?? '',
    AZURE_CLIENT_SECRET: program?.secret ?? '',
    SUBSCRIPTION_ID: PRODUCTION_SUBSCRIPTION_ID,
  };
}

beforeAll(async () => {
  azure = await startLocalAzure({ file: join(folder, 'state.sqlite'), tlsPort: 0, clock: { mode: 'standing' } });
  const script = fileURLToPath(new URL('sdk-client.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: environment() });
  found = record(JSON.parse(stdout));
});

afterAll(async () => {
  await azure.stop();
  rmSync(folder, { recursive: true });
});

it('is Azure to an official client that is told its address', () => {
  expect(found['withEndpoint']).toContain('DemoVault');
});

it('is Azure to an official client that is told nothing', () => {
  expect(found['withoutEndpoint']).toEqual(found['withEndpoint']);
});

it('serves a key vault under both of its names', () => {
  const { port } = new URL(azure.tls?.url ?? '');
  expect(list(found['local'])[0]).toBe(`https://rbacreadykv.vault.localhost:${port}`);
  expect(list(found['azure'])[0]).toBe('https://rbacreadykv.vault.azure.net');
});
