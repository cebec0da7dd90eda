import { request } from 'node:http';
import { problem } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { API_APP, AUTHORITY, ISSUER, PORTAL_APP, TENANT } from './testing/authority';
import { codeOf, startServedPortal, type ServedPortal } from './testing/served-portal';
import { memoryStores } from './testing/memory/stores';
import { settingsOver, startTestServer } from './testing/start-test-server';

let portal: ServedPortal;
let server: ServedPortal['server'];
let bearer: ServedPortal['bearer'];
let build: string;

beforeAll(async () => {
  portal = await startServedPortal();
  ({ server, bearer, build } = portal);
});

afterAll(() => portal[Symbol.asyncDispose]());

const api = (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  server.call(path, { ...init, headers: { 'x-tresor-build': build, ...bearer, ...headers } });

describe('the API', () => {
  it('answers every failure as a problem with the id of the request', async () => {
    const response = await api('/api/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = problem.parse(await response.json());
    expect(body).toMatchObject({ code: 'route-not-found', correlationId: response.headers.get('x-correlation-id') });
  });

  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['HEAD', '/api/nothing'],
    ['GET', '/api/nothing.html'],
    ['GET', '/api/nothing/openapi.json'],
    ['GET', '/api/assets/app-1234.js'],
  ])('answers an address that there is not as a problem, never as a page: %s %s', async (method, path) => {
    const asked = { method, headers: { accept: 'text/html' } };
    const answers = [await api(path, asked), await server.call(path, asked)];
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(answers.map(() => 'application/problem+json'));
  });

  it('lets nobody in without a token', async () => {
    const response = await server.call('/api/vaults', { headers: { 'x-tresor-build': build } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
    expect(await codeOf(response)).toBe('not-signed-in');
  });

  it('asks a page of another build to reload', async () => {
    expect(await codeOf(await server.call('/api/vaults', { headers: { ...bearer, 'x-tresor-build': 'older' } }))).toBe('version-mismatch');
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is closed to %s', async (_what, headers) => {
    const status = await new Promise<number | undefined>((resolve) => {
      request(`${server.url}/api/vaults`, { headers: { 'x-tresor-build': build, ...bearer, ...headers } }, (res) => {
        resolve(res.statusCode);
        res.destroy();
      }).end();
    });
    expect(status).toBe(403);
  });

  it.each([['evil.example'], ['ours', 'evil.example'], ['evil.example', 'ours']])(
    'is closed to other host names: %s %s',
    async (...names) => {
      const headers = names.flatMap((name) => ['host', name === 'ours' ? new URL(server.url).host : name]);
      const status = await new Promise<number | undefined>((resolve) => {
        request(`${server.url}/api/health`, { headers }, (res) => {
          resolve(res.statusCode);
          res.destroy();
        }).end();
      });
      expect(status).toBe(403);
    },
  );

  it('protects also what it refuses before it knows what is asked for', async () => {
    const refused = [await api('/api/v%61ults'), await fetch(`${server.url}/%zz`)];
    for (const { status, headers } of refused) {
      expect(status).toBe(400);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('never answers that nothing has changed', async () => {
    const response = await api('/api/nothing', { headers: { 'if-none-match': '*' } });
    expect(response.status).toBe(404);
    expect((await fetch(`${server.url}/api/openapi.json`, { headers: { 'if-none-match': '*' } })).status).toBe(200);
  });

  it('names the fields that are wrong', async () => {
    const response = await api('/api/vaults/nonsense/rg/v/items');
    expect(response.status).toBe(400);
    expect(problem.parse(await response.json()).fields).toEqual(['subscriptionId', 'vaultName']);
  });

  const policies = '/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault/policies';

  it('takes no large bodies', async () => {
    expect(await codeOf(await api(policies, { method: 'POST', body: JSON.stringify({ policy: 'x'.repeat(300_000) }) }))).toBe(
      'request-too-large',
    );
  });

  it('takes JSON only', async () => {
    expect(await codeOf(await api(policies, { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } }))).toBe(
      'invalid-request',
    );
    expect(await codeOf(await api(policies, { method: 'POST', body: '{"policy":' }))).toBe('invalid-request');
  });

  it.each([
    ['in UTF-7', 'application/json; charset=utf-7'],
    ['in UTF-16', 'application/json; charset=utf-16'],
    ['in no encoding', 'application/json; charset='],
    ['in two', 'application/json; charset=utf-8; charset=utf-16'],
    ['that is only like JSON', 'application/jsonp'],
    ['of many parts', 'multipart/form-data; boundary=x'],
  ])('takes no body %s', async (_what, type) => {
    const body = problem.parse(await (await api(policies, { method: 'POST', body: '{}', headers: { 'content-type': type } })).json());
    expect(body).toMatchObject({ code: 'invalid-request', fields: ['content-type'] });
  });

  it.each([
    ['a name twice', '{"policy":1,"policy":2}'],
    ['a name twice, written differently', String.raw`{"policy":{"name":1,"n\u0061me":2}}`],
    ['a name twice, far apart', `{"a":{"b":[{"c":1},{"c":2,"d":{},"c":3}]}}`],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0xae, 0x22, 0x3a, 0x31, 0x7d])],
    ['half of it', '{"policy":'],
  ])('takes no body with %s', async (_what, body) => {
    const answer = problem.parse(await (await api(policies, { method: 'POST', body })).json());
    expect(answer).toMatchObject({ code: 'invalid-request', fields: ['body'] });
  });

  it('takes no packed bodies', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(problem.parse(await (await api(policies, { method: 'POST', body: '{}', headers })).json()).fields).toEqual(['content-encoding']);
  });

  it.each(['0x10', '1e1', '10.0', '%2010', '0', '-1', '1&days=2', 'Infinity', ''])('takes no number written as %j', async (days) => {
    const response = await api(`/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault/jobs?days=${days}`);
    expect([response.status, problem.parse(await response.json()).fields]).toEqual([400, ['days']]);
  });

  it('passes on what Azure refused in its own words, without what gives access to anything', async () => {
    const response = await api('/api/vaults');
    expect(response.status).toBe(403);
    const body = problem.parse(await response.json());
    expect(body).toMatchObject({ code: 'forbidden', azureCode: 'AuthorizationFailed' });
    expect(JSON.stringify(body)).not.toContain('SECRET');
  });

  it('logs neither tokens nor secrets', () => {
    const log = server.log();
    expect(log).toContain('/api/vaults');
    for (const secret of ['SECRET', 'of the test', bearer.authorization.slice(7, 40), 'management.azure.com/.default']) {
      expect(log).not.toContain(secret);
    }
  });

  it('describes itself', async () => {
    const described = z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });
    const document = described.parse(await (await fetch(`${server.url}/api/openapi.json`)).json());
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toContain('/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/protection/{batchId}');
  });

  it('is ready when the keys of the authority are known', async () => {
    await expect.poll(async () => (await fetch(`${server.url}/api/ready`)).status).toBe(200);
  });

  it('is not while its clock is ten minutes off, and says why', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
    try {
      const ready = async () => {
        const response = await fetch(`${server.url}/api/ready`);
        return [response.status, await response.text()];
      };
      await expect.poll(ready).toEqual([503, expect.stringContaining('server-clock-wrong')]);
      expect(await codeOf(await api('/api/subscriptions'))).toBe('server-clock-wrong');
    } finally {
      vi.useRealTimers();
    }
    await expect.poll(async () => (await fetch(`${server.url}/api/ready`)).status).toBe(200);
  });
});

/** How often a server removes what is old at its begin, with a clock that is so far ahead. */
async function sweepsOf(aheadMs: number): Promise<number> {
  let sweeps = 0;
  const kept = memoryStores();
  const stores = {
    ...kept,
    sweep: async () => {
      sweeps += 1;
      return kept.sweep();
    },
  };
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + aheadMs });
  try {
    await using other = await startTestServer(settingsOver(portal.upstream), { stores });
    await expect.poll(async () => (await other.call('/api/ready')).status).toBe(aheadMs === 0 ? 200 : 503);
    return sweeps;
  } finally {
    vi.useRealTimers();
  }
}

describe('what is old is removed', () => {
  it('when a server begins', async () => expect(await sweepsOf(0)).toBe(1));

  it('but not by a clock that is two years ahead, to which everything is old', async () => {
    expect(await sweepsOf(2 * 365 * 86_400_000)).toBe(0);
  });
});

it('a second server on the same port says which port', async () => {
  const port = Number(new URL(server.url).port);
  await expect(
    startTestServer({
      port,
      tenantId: TENANT,
      portalClientId: PORTAL_APP,
      apiClientId: API_APP,
      credential: { kind: 'secret', secret: 'x' },
      authority: AUTHORITY,
      authorityMetadata: undefined,
      issuer: ISSUER,
      jwksUrl: portal.upstream.authority.jwksUrl,
      azureUrl: portal.upstream.azure.url,
    }),
  ).rejects.toThrow(`Port ${port} is in use`);
});
