import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestAzure, type TestAzure } from './testing/open-session';
import { settingsOver, startTestServer, type TestServer } from './testing/start-test-server';

const PER_USER = 4;
const PER_ADDRESS = 20;

let upstream: TestAzure;
let server: TestServer;

async function startServer(trustedProxies: string[]): Promise<void> {
  upstream = await startTestAzure(() => ({ body: { value: [] } }));
  server = await startTestServer({
    ...settingsOver(upstream),
    requestsPerMinute: PER_USER,
    trustedProxies,
  });
}

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

async function ask(token: string, more: Record<string, string> = {}): Promise<number> {
  const response = await server.call('/api/subscriptions', { headers: { authorization: `Bearer ${token}`, ...more } });
  await response.arrayBuffer();
  return response.status;
}

const someone = () => upstream.authority.token({ oid: randomUUID() });
const expired = () => upstream.authority.token({ oid: randomUUID() }, { expires: Math.floor(Date.now() / 1000) - 3_600 });
const times = (count: number) => Array.from({ length: count });

describe('behind one address', () => {
  beforeEach(() => startServer([]));

  it('bad tokens are limited, and nobody else is for it', async () => {
    const good = await someone();
    const bad = await Promise.all(times(PER_ADDRESS * 2).map((_, at) => ask(`a.b.${at}`)));
    expect(bad.filter((status) => status === 401)).toHaveLength(PER_ADDRESS);
    expect(bad.filter((status) => status === 429)).toHaveLength(PER_ADDRESS);
    expect(await ask(good)).toBe(200);
    expect(await ask(await someone())).toBe(200);
  });

  it.each([
    ['tokens that have expired', 401, async () => ({ authorization: `Bearer ${await expired()}` })],
    ['foreign pages', 403, async () => ({ authorization: `Bearer ${await someone()}`, origin: 'https://elsewhere.example' })],
  ])('%s are limited as bad tokens are', async (_what, refused, headersOf) => {
    const answers = await Promise.all(times(PER_ADDRESS + 3).map(async () => ask('', await headersOf())));
    expect(answers.filter((status) => status === refused)).toHaveLength(PER_ADDRESS);
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    expect(await ask(await someone())).toBe(200);
  });

  it('pages of another build are told so, however many there are', async () => {
    const answers = await Promise.all(times(PER_ADDRESS + 3).map(() => ask('', { 'x-tresor-build': 'other' })));
    expect(new Set(answers)).toEqual(new Set([409]));
    expect(await ask('a.b.c')).toBe(401);
  });

  it('good users are limited each alone, however many there are', async () => {
    const tokens = await Promise.all(times(PER_ADDRESS / PER_USER + 3).map(someone));
    for (const token of tokens) {
      const answers = await Promise.all(times(PER_USER + 2).map(() => ask(token)));
      expect(answers.filter((status) => status === 429)).toHaveLength(2);
    }
    expect(await ask('a.b.c')).toBe(401);
  });
});

describe('reports of browsers', () => {
  beforeEach(() => startServer([]));
  afterEach(() => vi.useRealTimers());

  it('are limited, fill no log, and are counted beyond that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const one = { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'https://elsewhere.example/x' } };
    const init = {
      method: 'POST',
      body: JSON.stringify(times(20).map(() => one)),
      headers: { 'content-type': 'application/reports+json' },
    };
    const answers = await Promise.all(times(63).map(async () => (await server.call('/api/csp-reports', init)).status));
    expect(answers.filter((status) => status === 204)).toHaveLength(60);
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    expect(server.log().match(/a browser refused part of our page/g)).toHaveLength(100);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.log()).toContain('"more":1100');
  });
});

describe('a proxy', () => {
  it('that nobody told us of is noticed and said, once', async () => {
    await startServer([]);
    const good = await someone();
    await ask(good, { 'x-forwarded-for': '203.0.113.7' });
    await ask(good, { forwarded: 'for=203.0.113.8' });
    expect(server.log().match(/TRESOR_TRUSTED_PROXIES/g)).toHaveLength(1);
  });

  it('that is trusted says who asks, and nothing is said of it', async () => {
    await startServer(['127.0.0.1', '::1']);
    for (const [at] of times(PER_ADDRESS * 2).entries()) expect(await ask('a.b.c', { 'x-forwarded-for': `203.0.113.${at}` })).toBe(401);
    expect(server.log()).not.toContain('TRESOR_TRUSTED_PROXIES');
  });
});
