import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { get } from 'node:https';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { certificateNames as namesOf } from '../http/names';
import { cloudNamed } from '../world/cloud';
import { makeTlsMaterial, openTlsMaterial } from './material';

const certificateNames = namesOf(cloudNamed('public'));
const folder = mkdtempSync(join(tmpdir(), 'local-azure-tls-'));
let azure: LocalAzure;
let port: number;
let ca: string;

beforeAll(async () => {
  azure = await startLocalAzure({ file: join(folder, 'state.sqlite'), seed: 'empty', tlsPort: 0 });
  port = Number(new URL(azure.tls?.url ?? '').port);
  ca = azure.tls?.ca ?? '';
});

afterAll(async () => {
  await azure.stop();
  rmSync(folder, { recursive: true });
});

/** Asks over TLS under a name, which need not be resolvable. */
function ask(host: string, path: string, trusted = ca, socket?: Socket): Promise<{ status: number; body: string; challenge: string }> {
  return new Promise((resolve, reject) => {
    const hostname = host.replace(/:\d+$/, '');
    const options = { host: '127.0.0.1', port, path, headers: { host }, agent: false } as const;
    const secure = { ca: trusted, servername: hostname === '127.0.0.1' ? '' : hostname };
    get({ ...options, ...secure, ...(socket && { createConnection: () => connect({ socket, ...secure }) }) }, (answer) => {
      answer.setEncoding('utf8');
      let body = '';
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, challenge: answer.headers['www-authenticate'] ?? '' }));
    }).on('error', reject);
  });
}

/** Asks the plain port for a tunnel. */
function tunnel(target: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: Number(new URL(azure.url).port), method: 'CONNECT', path: target })
      .on('connect', (answer, socket) => resolve({ status: answer.statusCode ?? 0, socket }))
      .on('response', (answer) => reject(new Error(String(answer.statusCode))))
      .on('error', reject)
      .end();
  });
}

describe('a client that trusts the authority of Local Azure', () => {
  it('accepts each of its names', async () => {
    const names = [...certificateNames.map((name) => name.replace('*', 'some-name')), 'demo2.vault.localhost'].filter(
      (name) => name !== '::1',
    );
    for (const name of names) expect((await ask(name, '/metadata/endpoints?api-version=2022-09-01')).status).toBeGreaterThan(0);
  });

  it('accepts no other name, and no certificate of another authority', async () => {
    await expect(ask('example.com', '/')).rejects.toThrow(/altnames/);
    await expect(ask('localhost', '/', makeTlsMaterial(['localhost']).ca)).rejects.toThrow(/certificate|signature/);
  });

  it('learns all addresses from the one of Resource Manager', async () => {
    const { body } = await ask(`localhost:${port}`, '/metadata/endpoints?api-version=2022-09-01');
    expect(JSON.parse(body)).toMatchObject({
      resourceManager: `https://localhost:${port}/`,
      authentication: { loginEndpoint: `https://localhost:${port}/`, audiences: expect.arrayContaining([`https://localhost:${port}/`]) },
      microsoftGraphResourceId: `https://graph.localhost:${port}/`,
      suffixes: { keyVaultDns: `vault.localhost:${port}`, storage: `core.localhost:${port}` },
    });
    expect(JSON.parse((await ask('management.azure.com', '/metadata/endpoints?api-version=2019-05-01')).body)).toMatchObject([
      { resourceManager: 'https://management.azure.com/', suffixes: { keyVaultDns: 'vault.azure.net' } },
    ]);
  });

  it('is sent for its token to where it came from', async () => {
    const { status, challenge } = await ask(`localhost:${port}`, '/subscriptions?api-version=2022-12-01');
    expect(status).toBe(401);
    expect(challenge).toContain(`authorization_uri="https://localhost:${port}/${azure.tenantId}"`);
    const vault = await ask(`some-vault.vault.localhost:${port}`, '/secrets?api-version=7.4');
    expect(vault.challenge).toBe(`Bearer authorization="https://localhost:${port}/${azure.tenantId}", resource="https://vault.localhost"`);
  });
});

describe('the plain port', () => {
  it('leads tunnels to the names of Local Azure, and to those of Azure that it stands for', async () => {
    for (const target of [`kv1.vault.localhost:${port}`, `st1.blob.core.localhost:${port}`, 'localhost:443', 'management.azure.com:443']) {
      const { status, socket } = await tunnel(target);
      expect(status).toBe(200);
      const { body } = await ask(
        target.replace(/^(?:kv1\.vault|st1\.blob\.core)\./, ''),
        '/metadata/endpoints?api-version=2022-09-01',
        ca,
        socket,
      );
      expect(JSON.parse(body)).toHaveProperty('resourceManager');
    }
  });

  it.each(['example.com:443', 'management.azure.com:80', 'localhost:22', 'localhost', 'evil-localhost:443', '192.168.0.1:443'])(
    'refuses a tunnel to %s',
    async (target) => {
      const { status, socket } = await tunnel(target);
      socket.destroy();
      expect(status).toBe(403);
    },
  );
});

describe('the certificates beside the state file', () => {
  const file = join(folder, 'state.sqlite');

  it('stay from start to start, and the key is for its owner only', () => {
    expect(azure.tls?.caFile).toBe(join(folder, 'state-ca.pem'));
    expect(openTlsMaterial(file, certificateNames).ca).toBe(ca);
    expect(readFileSync(join(folder, 'state-ca.pem'), 'utf8')).toBe(ca);
    expect(statSync(join(folder, 'state-server.pem')).mode & 0o777).toBe(0o600);
  });

  it('are made again when a name is missing in them', () => {
    const other = join(folder, 'other.sqlite');
    const before = openTlsMaterial(other, ['localhost']);
    const after = openTlsMaterial(other, ['localhost', '*.vault.localhost', '::1']);
    expect(after.ca).not.toBe(before.ca);
    const names = new X509Certificate(after.certificate).subjectAltName;
    expect(names).toBe('DNS:localhost, DNS:*.vault.localhost, IP Address:0:0:0:0:0:0:0:1');
  });
});
