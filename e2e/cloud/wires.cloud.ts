import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { freePort } from '../../scripts/free-port.mjs';
import { expect, test } from '../support/test';
import { OPERATIONS_VAULT, PRODUCTION } from '../support/wizard';
import { askAsAdele, isReady } from './api';
import { startFront, startRelay, type Place } from './front';
import { ELSEWHERE, elsewhereFile, foreignFile, IDENTITY_ENDPOINT, PROXY, tools, trustedFile } from './places';
import { settingsOf, startServer } from './server';
import type { Tenant } from './tenant';

const POINTS = `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1/recovery-points`;
const ACCESS = {
  edition: 'current',
  keyVaultIds: [`/subscriptions/${PRODUCTION}/resourceGroups/IgniteRG/providers/Microsoft.KeyVault/vaults/IgniteDemoKV`],
  needsKeys: true,
};
const ENCRYPTED = expect.arrayContaining([expect.objectContaining({ encrypted: true })]);
const VAULTS = expect.arrayContaining([expect.objectContaining({ name: 'OperationsVault' })]);

test.describe('the wires of the server', { tag: '@cloud' }, () => {
  test('lead nowhere but through the proxy: no name of Azure is known here, and no other way leads out', async () => {
    for (const name of ['login.microsoftonline.com', 'ignitedemokv.vault.azure.net']) {
      await expect(lookup(name)).rejects.toThrow(/EAI_AGAIN|ENOTFOUND/);
    }
    await expect(once(connect(443, '198.51.100.1'), 'connect')).rejects.toThrow(/ENETUNREACH/);
  });

  test('all go through the proxy: keys, tokens, Resource Manager, Graph and key vaults', async ({ tenant, world: _fresh }) => {
    expect(await isReady(tenant.port)).toBe(true);
    const before = tenant.proxy.hosts().length;
    expect(await askAsAdele(tenant, tenant.port, '/vaults')).toEqual(VAULTS);
    expect(await askAsAdele(tenant, tenant.port, POINTS)).toEqual(ENCRYPTED);
    expect(await askAsAdele(tenant, tenant.port, '/key-vault-access', ACCESS)).toHaveLength(1);
    const hosts = tenant.proxy.hosts();
    expect(hosts.length).toBeGreaterThan(before);
    for (const host of ['login.microsoftonline.com', 'management.azure.com', 'graph.microsoft.com']) expect(hosts).toContain(host);
    expect(hosts.filter((host) => host.endsWith('.vault.azure.net'))).not.toEqual([]);
  });
});

/** How a place proves who it is, that one believes or not. */
function proofs(): Record<'foreign' | 'old' | 'sound', ServerOptions> {
  const [sound, foreign] = [elsewhereFile(), foreignFile()].map((file) => readFileSync(file, 'utf8'));
  const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  return {
    foreign: { cert: foreign, key: foreign },
    old: { cert: sound, key: sound, ...old },
    sound: { cert: sound, key: sound },
  };
}

const openAt = (tenant: Tenant, { address, for: host }: (typeof ELSEWHERE)[keyof typeof ELSEWHERE], how: ServerOptions): Promise<Place> => {
  const headers = { host: 'localhost', 'x-forwarded-host': host, 'x-forwarded-proto': 'https' };
  return startFront(address, how, { host: '127.0.0.1', ports: [Number(new URL(tenant.azure.url).port)], headers });
};

test(
  'each wire leaves the proxy out where NO_PROXY says so, and believes no foreign authority and nothing older than TLS 1.2',
  { tag: '@cloud' },
  async ({ tenant, world: _fresh }) => {
    test.slow();
    const names = Object.values(ELSEWHERE).map(({ name }) => name);
    const { tenantId } = tenant.registered;
    const port = await freePort();
    const server = await startServer(
      {
        ...settingsOf(tenant.registered, port),
        TRESOR_DATA: `${tools.home()}/elsewhere`,
        TRESOR_AUTHORITY: `https://${ELSEWHERE.signIn.name}/${tenantId}`,
        TRESOR_JWKS_URL: `https://${ELSEWHERE.keys.name}/${tenantId}/discovery/v2.0/keys`,
        NO_PROXY: [...names, '.vault.azure.net'].join(','),
      },
      'listening',
    );
    const wires = [
      { place: ELSEWHERE.keys, ask: () => isReady(port), refused: false, answered: true },
      {
        place: ELSEWHERE.signIn,
        ask: () => askAsAdele(tenant, port, '/vaults'),
        refused: 'sign-in-service-unavailable',
        answered: 'azure-unreachable',
      },
      { place: ELSEWHERE.resourceManager, ask: () => askAsAdele(tenant, port, '/vaults'), refused: 'azure-untrusted', answered: VAULTS },
      {
        place: ELSEWHERE.graph,
        ask: () => askAsAdele(tenant, port, '/key-vault-access', ACCESS),
        refused: [expect.objectContaining({ state: 'unknown' })],
        answered: [expect.objectContaining({ state: 'granted' })],
      },
      { place: ELSEWHERE.keyVault, ask: () => askAsAdele(tenant, port, POINTS), refused: 'azure-untrusted', answered: ENCRYPTED },
    ];
    const opened: Place[] = [];
    try {
      for (const { place, ask, refused, answered } of wires) {
        for (const how of ['foreign', 'old'] as const) {
          const unsound = await openAt(tenant, place, proofs()[how]);
          const asked = async () => ({ answer: await ask(), connected: unsound.connections > 0 });
          // What failed a moment ago is not tried again at once: keys have a pause of half a minute.
          const message = `${place.name}, ${how}`;
          await expect.poll(asked, { message, timeout: 40_000 }).toEqual({ answer: refused, connected: true });
          await unsound.stop();
        }
        const sound = await openAt(tenant, place, proofs().sound);
        opened.push(sound);
        await expect.poll(ask, { message: place.name, timeout: 40_000 }).toEqual(answered);
        expect(sound.connections, place.name).toBeGreaterThan(0);
      }
    } finally {
      await server.kill();
      for (const place of opened) await place.stop();
    }
  },
);

test('a server that speaks TLS 1.1 alone is there for anyone who asks for that', { tag: '@cloud' }, async ({ tenant }) => {
  const old = await openAt(tenant, ELSEWHERE.keys, proofs().old);
  const socket = connectSecurely({
    host: ELSEWHERE.keys.address,
    port: 443,
    servername: ELSEWHERE.keys.name,
    ca: readFileSync(trustedFile()),
    minVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  await once(socket, 'secureConnect');
  expect(socket.getProtocol()).toBe('TLSv1.1');
  socket.destroy();
  await old.stop();
});

test(
  'the server proves who it is with the managed identity of its computer, which no proxy is asked for',
  { tag: '@cloud' },
  async ({ tenant, world: _fresh }) => {
    const endpoint = await startRelay(IDENTITY_ENDPOINT, 80, Number(new URL(tenant.azure.url).port));
    const port = await freePort();
    const { TRESOR_API_CERTIFICATE: _certificate, TRESOR_API_CERTIFICATE_KEY: _key, ...settings } = settingsOf(tenant.registered, port);
    const server = await startServer({
      ...settings,
      TRESOR_DATA: `${tools.home()}/identity`,
      TRESOR_MANAGED_IDENTITY: 'system',
      HTTP_PROXY: PROXY,
    });
    try {
      expect(await askAsAdele(tenant, port, '/vaults')).toEqual(VAULTS);
      expect(endpoint.connections).toBeGreaterThan(0);
    } finally {
      await server.kill();
      await endpoint.stop();
    }
  },
);
