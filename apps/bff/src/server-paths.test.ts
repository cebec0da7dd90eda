import { problem } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNormal } from './http/normal-path';
import { hostilePaths } from './testing/hostile-paths';
import { startTestAzure, type TestAzure } from './testing/open-session';
import { rawRequest } from './testing/raw-request';
import { settingsOver, startTestServer, type TestServer } from './testing/start-test-server';

const VAULT = '/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault';

let upstream: TestAzure;
let server: TestServer;
let headers: Record<string, string>;

beforeAll(async () => {
  upstream = await startTestAzure(() => ({ status: 204 }));
  server = await startTestServer(settingsOver(upstream));
  headers = { host: new URL(server.url).host, 'x-tresor-build': 'dev', authorization: `Bearer ${await upstream.authority.token()}` };
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

const ask = (method: string, target: string, more: Record<string, string> = {}) =>
  rawRequest(server.url, method, target, { ...headers, ...more });

/** The other name this computer has. */
const alias = () => ({ host: `127.0.0.1:${new URL(server.url).port}` });

describe('a path that climbs', () => {
  it.each(['%2e%2e', '.%2e', '%2E%2E/', '..', 'a/../..', '%252e%252e', '..%2f', '..%5c', '.%2e%2f', '\\..'])(
    'to the vault by %s deletes nothing',
    async (climb) => {
      const before = upstream.azure.received.length;
      const { status, body } = await ask('DELETE', `${VAULT}/policies/${climb}`);
      expect([status, problem.parse(JSON.parse(body)).code]).toEqual([400, 'invalid-request']);
      expect(upstream.azure.received).toHaveLength(before);
    },
  );

  it('never reaches Azure as another path, for two hundred targets', async () => {
    for (const target of hostilePaths(200, `${VAULT}/policies/Daily`)) {
      const before = upstream.azure.received.length;
      const { status } = await ask('DELETE', target);
      const deleted = upstream.azure.received.slice(before).map(({ path }) => path.split('/').slice(-2).join('/'));
      if (!isNormal(target)) expect([target, status, deleted]).toEqual([target, 400, []]);
      else for (const path of deleted) expect(path).toBe(`backupPolicies/${target.split('?')[0]?.split('/').at(-1)}`);
    }
  });
});

describe('a browser that goes to what cannot be an address', () => {
  const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each(['/vaults/s/rg/a%2Fb', '/vaults/s/rg/a%2fb?c=d', '/vaults//rg', '/%zz', '//evil.example/x'])(
    'is led from %s to the page that says so',
    async (target) => {
      const { status, headers: answered } = await ask('GET', target, page);
      expect([status, answered.location, answered['cache-control']]).toEqual([303, '/not-found', 'no-store']);
    },
  );

  it.each([
    ['GET', `${VAULT}%2Fb`],
    ['POST', '/vaults/s/rg/a%2Fb'],
  ])('is refused where that is no page: %s %s', async (method, target) => {
    const { status, body } = await ask(method, target, page);
    expect([status, problem.parse(JSON.parse(body)).code]).toEqual([400, 'invalid-request']);
  });
});

describe('under the address of this computer', () => {
  it('a page leads to the name people open, query and all', async () => {
    const answer = await ask('GET', '/vaults/a?b=c%2Fd', alias());
    expect([answer.status, answer.headers.location]).toEqual([308, `${server.url}/vaults/a?b=c%2Fd`]);
  });

  it.each(['//evil.example/x', '///evil.example', '/\\evil.example', '//', '/\\/evil.example', 'http://evil.example/', '@evil.example'])(
    '%s leads nowhere',
    async (target) => {
      const answer = await ask('GET', target, alias());
      expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    },
  );

  it('none of two hundred targets leads elsewhere or fails', async () => {
    for (const target of hostilePaths(200)) {
      const { status, headers: answered } = await ask('GET', target, alias());
      expect(status).toBeLessThan(500);
      if (answered.location !== undefined) expect(new URL(answered.location, 'http://evil.example').origin).toBe(server.url);
    }
  });
});
