import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keyChain, recoveryPoint, restore } from '@tresor/contracts';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from './testing/ask';
import { keyVaultId, OPERATIONS, vmId } from './testing/contoso-places';
import { direct } from './testing/direct';
import { freePort } from './testing/free-port';
import { restoreDisks, restorePath } from './testing/restoring';
import { startContoso, type Contoso } from './testing/start-contoso';
import type { TestServer } from './testing/start-test-server';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(root, 'test-results/program');
const folder = mkdtempSync(join(tmpdir(), 'tresor-heap-'));

let contoso: Contoso;
let child: ChildProcess;
let url: string;
const ask = asker(() => contoso);

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('The server says nothing.');
  for await (const line of createInterface({ input: stdout })) if (line.startsWith('{"ready":true')) break;
  stdout.resume();
}

/** The server as a program of its own, so that nothing but what it keeps is in its memory. */
beforeAll(async () => {
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
  contoso = await startContoso();
  const { azure } = contoso;
  const base = `${azure.url}/${azure.tenantId}`;
  const metadata = await (await fetch(`${base}/v2.0/.well-known/openid-configuration`)).text();
  const port = await freePort();
  url = `http://localhost:${port}`;
  child = spawn(
    process.execPath,
    ['--heapsnapshot-signal=SIGUSR2', '--heap-snapshot-string-limit=100000000', `--diagnostic-dir=${folder}`, join(outDir, 'main.js')],
    {
      env: {
        PATH: process.env['PATH'],
        TRESOR_MODE: 'local',
        TRESOR_PORT: String(port),
        TRESOR_DATA: join(folder, 'data'),
        TRESOR_TENANT_ID: azure.tenantId,
        TRESOR_PORTAL_CLIENT_ID: azure.portalAppId,
        TRESOR_API_CLIENT_ID: azure.apiAppId,
        TRESOR_API_CLIENT_SECRET: azure.apiAppSecret,
        TRESOR_AUTHORITY_METADATA: metadata,
        TRESOR_ISSUER: z.object({ issuer: z.string() }).parse(JSON.parse(metadata)).issuer,
        TRESOR_JWKS_URL: `${base}/discovery/v2.0/keys`,
        TRESOR_AZURE_URL: azure.url,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await ready(child);
});

afterAll(async () => {
  child.kill('SIGKILL');
  await contoso[Symbol.asyncDispose]();
  rmSync(outDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true });
});

const server: Pick<TestServer, 'call'> = {
  call: (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('x-tresor-build', 'dev');
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    return fetch(url + path, { ...init, headers });
  },
};

/** What is in the server's memory after a collection of all garbage. */
async function heap(): Promise<Buffer> {
  const before = readdirSync(folder);
  child.kill('SIGUSR2');
  const written = () => readdirSync(folder).find((name) => name.endsWith('.heapsnapshot') && !before.includes(name));
  await expect.poll(written, { timeout: 10_000 }).toBeDefined();
  // While it writes, the server answers nobody.
  await server.call('/api/health');
  return readFileSync(join(folder, written() ?? ''));
}

function pointIdOf(vm: string, point: string): string {
  const vault = vmId('OperationsRG', 'OperationsVault').replace('Microsoft.Compute/virtualMachines', 'Microsoft.RecoveryServices/vaults');
  const container = `IaasVMContainer;iaasvmcontainerv2;OperationsRG;${vm}`;
  const protectedItem = `VM;iaasvmcontainerv2;OperationsRG;${vm}`;
  return `${vault}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${protectedItem}/recoveryPoints/${point}`;
}

const base64url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');

const heldKeys = z.object({
  properties: z.object({
    keyAndSecret: z.object({ kekDetails: z.object({ keyBackupData: z.string() }), bekDetails: z.object({ secretData: z.string() }) }),
  }),
});

it('of keys that were restored nothing stays in memory', async () => {
  const jobId = await restoreDisks(contoso, ask, 'LostKeysVM1');
  const item = `${OPERATIONS}/items/OperationsRG/LostKeysVM1`;
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`, { server });
  const how = { way: 'restore', keyVaultId: keyVaultId('KeyVaultRG', 'ContosoKV') };
  expect(await ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how }, { server })).toMatchObject({
    secret: { state: 'present' },
  });
  await ask.get(restore, restorePath(jobId), { server });
  const found = await heap();

  const { body } = await direct(contoso.azure, 'adele', 'GET', `${pointIdOf('LostKeysVM1', point?.id ?? '')}?api-version=2023-02-01`);
  const { kekDetails, bekDetails } = heldKeys.parse(body).properties.keyAndSecret;
  for (const value of [kekDetails.keyBackupData, bekDetails.secretData]) {
    // A part is enough to give it away; what is not cut into lines is found in one piece.
    const part = value.slice(20, 60);
    expect(part).toHaveLength(40);
    expect([found.includes(part), found.includes(base64url(part))]).toEqual([false, false]);
  }
  expect(found.includes('management.azure.com')).toBe(true);
});
