import { once } from 'node:events';
import { createServer } from 'node:https';
import type { VaultPath } from '@tresor/contracts';
import { itemPath, vaultPath } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../testing/free-port';
import type { Received, Reply } from '../../testing/loopback-server';
import { serveLoopback } from '../../testing/loopback-server';
import { exchanging, principal, startTestAzure, type TestAzure } from '../../testing/open-session';
import { selfSigned } from '../../testing/self-signed';
import { listItems } from '../items/items';
import { triggerBackup } from '../items/item-commands';
import { protectMachine } from '../items/protection';
import { readVersions } from '../keys/versions';
import { listVaults } from '../vaults/vaults';
import { MOST_BYTES } from './answer-size';
import { callKeyVault } from '../keys/key-vault-call';
import type { AzureAnswer } from './command-in-hand';
import { toProblem } from './failures';

const VAULT: VaultPath = vaultPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
});
const VM = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
const ITEM = itemPath.parse({ ...VAULT, vmGroup: 'rg', vmName: 'vm' });

let started: TestAzure | undefined;

afterEach(() => started?.[Symbol.asyncDispose]());

async function azureThat(reply: (request: Received) => Reply | Promise<Reply>): Promise<TestAzure> {
  started = await startTestAzure(reply);
  return started;
}

const refusal = (code: string, message = code) => ({ error: { code, message } });

describe('a link of Azure to another host', () => {
  it('is never followed, so that host never sees a token', async () => {
    await using stranger = await serveLoopback(() => ({ body: { value: [] } }));
    const { session, azure } = await azureThat(() => ({ body: { value: [], nextLink: `${stranger.url}/subscriptions/next` } }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(azure.received).toHaveLength(1);
    expect(stranger.received).toHaveLength(0);
  });

  it('is not followed to another host of Azure either', async () => {
    const { session, azure } = await azureThat(() => ({ body: { value: [], nextLink: 'https://other.vault.azure.net/secrets' } }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(azure.received).toHaveLength(1);
  });

  it('that leads on and on is given up, also in a key vault', async () => {
    let page = 0;
    const { session, azure } = await azureThat(({ path }) => {
      page += 1;
      return { body: { value: [], nextLink: `https://contosokv.vault.azure.net${path}?api-version=7.4&$skiptoken=${page}` } };
    });
    const versions = readVersions(await session('ada'), { kind: 'secrets', keyVaultName: 'contosokv', name: 'bek' });
    await expect(versions).rejects.toMatchObject({ kind: 'unreadable', details: { azureMessage: 'The list does not end.' } });
    expect(azure.received).toHaveLength(100);
  });

  it('is not followed as a redirect', async () => {
    await using stranger = await serveLoopback(() => ({ body: { value: [] } }));
    const { session } = await azureThat(() => ({ status: 307, headers: { location: `${stranger.url}/` } }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(stranger.received).toHaveLength(0);
  });
});

describe('an answer', () => {
  it.each(['web-1', 'Überwachung', 'テスト 🔑'])('is read in the letters it was written in: %s', async (name) => {
    const { session } = await azureThat(() => ({ body: { value: [{ id: VM, properties: { friendlyName: name } }] } }));
    await expect(listItems(await session('ada'), VAULT)).resolves.toMatchObject([{ name }]);
  });
});

/** What a key vault's 401 is told as. */
const refusedBy = async (authenticate: string) => {
  const { session } = await azureThat(() => ({
    status: 401,
    headers: { 'www-authenticate': authenticate },
    body: { error: { code: 'Unauthorized', message: 'AKV10032: Invalid issuer.' } },
  }));
  const opened = await session('ada');
  const { tid } = opened.principal;
  const told = await callKeyVault(opened, 'read', 'contosokv', 'GET', 'secrets').catch((error: unknown) =>
    toProblem(error, 'key-vault-not-found'),
  );
  return { tid, told };
};

/** Gives another token to whom names a moment. */
const provingWhen = (form: URLSearchParams): Reply => ({
  body: { ...Object(exchanging(form).body), access_token: form.get('claims')?.includes('1603742800') ? 'of now' : 'of before' },
});

describe('a refused token', () => {
  const OTHER = '11111111-2222-4333-8444-555555555555';
  it.each([
    `Bearer authorization="https://login.microsoftonline.com/${OTHER}", resource="https://vault.azure.net"`,
    `Bearer authorization_uri=https://login.microsoftonline.com/${OTHER}/oauth2/authorize resource_id=https://storage.azure.com`,
  ])('where tokens of another tenant are asked for does not mean that the sign-in has ended: %s', async (authenticate) => {
    expect((await refusedBy(authenticate)).told).toMatchObject({ code: 'other-tenant' });
  });

  it('of the user’s own tenant, or where none is named, does', async () => {
    const { tid, told } = await refusedBy('Bearer authorization="https://login.microsoftonline.com/common"');
    expect(told).toMatchObject({ code: 'session-expired' });
    const own = await refusedBy(
      `Bearer authorization="https://login.microsoftonline.com/${tid.toUpperCase()}", resource="https://vault.azure.net"`,
    );
    expect(own.told).toMatchObject({ code: 'session-expired' });
  });

  it('with claims asks for more than was proved', async () => {
    const claims = Buffer.from('{"access_token":{}}').toString('base64');
    const { told } = await refusedBy(`Bearer authorization="https://login.microsoftonline.com/${OTHER}", claims="${claims}"`);
    expect(told).toMatchObject({ code: 'step-up-required' });
  });

  it('is asked for once more with the claims that Azure names, and the call made again', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1603742800"}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    started = await startTestAzure(({ headers: { authorization } }) => {
      if (authorization === 'Bearer of now') return { body: { value: [] } };
      return { status: 401, headers: { 'www-authenticate': challenge }, body: refusal('InvalidAuthenticationToken') };
    }, provingWhen);
    await expect(listItems(await started.session('ada'), VAULT)).resolves.toEqual([]);
    expect(started.azure.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer of before', 'Bearer of now']);
  });
});

it('nothing is changed outside of a command', async () => {
  const { session, azure } = await azureThat(() => ({ status: 202 }));
  const { command: _, ...outside } = await session('ada');
  await expect(triggerBackup(outside, ITEM, undefined, 'request')).rejects.toThrow('no command asked for');
  expect(azure.received).toHaveLength(0);
});

/** A session whose command keeps what it is told was done. */
async function asked(reply: Reply) {
  const done: number[] = [];
  const session = await (await azureThat(() => reply)).session('ada');
  const command = {
    join: () => undefined,
    async send(request: () => Promise<AzureAnswer>) {
      const answer = await request();
      done.push(answer.status);
      return answer;
    },
  };
  return { session: { ...session, command }, done };
}

describe('an answer to what changes something', () => {
  const html = { 'content-type': 'text/html' };

  it.each<[string, Reply]>([
    ['leads elsewhere', { status: 302, headers: { location: 'https://proxy.contoso.example/sign-in' } }],
    ['is a page', { headers: html, body: '<html>Please sign in.</html>' }],
    ['is empty', { status: 200 }],
    ['is empty, of something that was made', { status: 201 }],
    ['broke off', { body: '{"id":' }],
  ])('that %s says nothing was done, and is in doubt', async (_, reply) => {
    const { session, done } = await asked(reply);
    const protecting = protectMachine(session, VAULT, VM, 'DefaultPolicy');
    await expect(protecting).rejects.toMatchObject({ kind: 'unreadable', inDoubt: true });
    expect(done).toEqual([]);
  });

  it.each([{}, { location: '/operations/1' }, { location: 'nowhere' }])(
    'that accepts and leads to %j does not say that it is done',
    async (headers) => {
      const { session, done } = await asked({ status: 202, headers });
      expect(await protectMachine(session, VAULT, VM, 'DefaultPolicy')).toBeNull();
      expect(done).toEqual([202]);
    },
  );

  it('that begins something accepts it, or is in doubt', async () => {
    const { session } = await asked({ status: 200 });
    await expect(triggerBackup(session, ITEM, undefined, 'request')).rejects.toMatchObject({ kind: 'unreadable', inDoubt: true });
  });
});

describe('a failing call', () => {
  it('that reads is tried three times', async () => {
    const { session, azure } = await azureThat(() => ({ status: 503, body: refusal('ServiceUnavailable') }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({
      details: { status: 503, azureCode: 'ServiceUnavailable' },
    });
    expect(azure.received).toHaveLength(3);
  });

  it('that reads succeeds when Azure recovers', async () => {
    let calls = 0;
    const { session } = await azureThat(() => ((calls += 1) === 1 ? { status: 500 } : { body: { value: [] } }));
    await expect(listItems(await session('ada'), VAULT)).resolves.toEqual([]);
  });

  it('that posts what starts something is never repeated', async () => {
    const { session, azure } = await azureThat(() => ({ status: 500, body: refusal('InternalServerError') }));
    await expect(triggerBackup(await session('ada'), ITEM, undefined, 'request')).rejects.toMatchObject({ details: { status: 500 } });
    expect(azure.received).toHaveLength(1);
  });

  it('that protects a machine is repeated, since twice makes one item', async () => {
    let calls = 0;
    const { session, azure } = await azureThat(() => ((calls += 1) === 1 ? { status: 500 } : { status: 200, body: {} }));
    await expect(protectMachine(await session('ada'), VAULT, VM, 'DefaultPolicy')).resolves.toBeUndefined();
    expect(azure.received.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  it.each([
    ['that writes and is refused when it is repeated is in doubt, for it may have met its own first attempt', 500, true],
    ['that writes and is refused at once is refused', 409, false],
  ])('%s', async (_what, first, inDoubt) => {
    let calls = 0;
    const { session } = await azureThat(() => ({ status: (calls += 1) === 1 ? first : 409, body: refusal('Conflict') }));
    await expect(protectMachine(await session('ada'), VAULT, VM, 'DefaultPolicy')).rejects.toMatchObject({
      kind: 'refused',
      inDoubt,
      details: { status: 409 },
    });
  });

  it.each([
    ['Azure', { 'retry-after': '3600' }],
    ['Resource Graph', { 'x-ms-user-quota-resets-after': '01:00:00' }],
  ])('is not repeated when %s asks for a wait beyond the deadline', async (_who, headers) => {
    const { session, azure } = await azureThat(() => ({ status: 429, headers, body: refusal('TooManyRequests') }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ details: { retryAfter: 3600 } });
    expect(azure.received).toHaveLength(1);
  });

  it.each([
    ['half a document', { body: '{"value":[' }],
    ['a page of a proxy', { headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['nothing', { body: '' }],
    ['another shape', { body: { value: 'none' } }],
  ])('is told when Azure answers %s', async (_what, reply) => {
    const { session } = await azureThat(() => reply);
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('is told, and cut, when the answer of Azure grows beyond all bounds', async () => {
    const body = `{"value":["${'x'.repeat(MOST_BYTES)}`;
    const { session, azure } = await azureThat(() => ({ body, unfinished: true }));
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(azure.received).toHaveLength(1);
    await expect.poll(() => azure.connections()).toBe(0);
  });
});

describe('an Azure that lets us wait', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  it.each([
    ['does not answer', () => new Promise<Reply>(() => undefined)],
    ['never ends its answer', () => ({ body: '{"value":[', unfinished: true })],
  ])('and %s is given up after ten seconds', async (_what, reply) => {
    const { session, azure } = await azureThat(reply);
    const asking = listItems(await session('ada'), VAULT).catch((error: unknown) => toProblem(error, 'vault-not-found'));
    await azure.firstRequest();
    vi.advanceTimersByTime(10_000);
    expect(await asking).toMatchObject({ code: 'azure-timeout', details: { retryAfter: 5 } });
    expect(azure.received).toHaveLength(1);
  });

  it('and throttles is asked again after the wait, and its refusal passed on when there is no time for another', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { session, azure } = await azureThat(() => {
      vi.advanceTimersByTime(4_600);
      return { status: 429, headers: { 'retry-after': '0' }, body: refusal('TooManyRequests') };
    });
    await expect(listItems(await session('ada'), VAULT)).rejects.toMatchObject({ details: { status: 429, retryAfter: 0 } });
    expect(azure.received).toHaveLength(2);
  });
});

async function reach({ authority, elsewhere }: TestAzure, url: string): Promise<unknown> {
  const session = elsewhere(url)(await principal(authority, 'ada'), 'correlation', new AbortController().signal);
  return listItems(session, VAULT).catch((error: unknown) => toProblem(error, 'vault-not-found'));
}

describe('an Azure that cannot be reached', () => {
  it('is told so, whether nobody listens or nobody knows its name', async () => {
    const azure = await azureThat(() => ({}));
    const outcomes = await Promise.all(['http://127.0.0.1:9', 'http://nowhere.invalid'].map((url) => reach(azure, url)));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 'azure-unreachable', details: { retryAfter: 5 } });
  });

  it('because its certificate is not to be trusted is not tried again', async () => {
    const { certificate, key } = selfSigned();
    const server = createServer({ cert: certificate, key });
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const port = await freePort();
    await once(server.listen(port, '127.0.0.1'), 'listening');
    expect(await reach(await azureThat(() => ({})), `https://localhost:${port}`)).toMatchObject({ code: 'azure-untrusted' });
    expect(connections).toBe(1);
    server.close();
  });
});

describe('identical reads', () => {
  it('of one user at once are one call', async () => {
    const { session, azure } = await azureThat(() => ({ body: { value: [] } }));
    const ada = await session('ada');
    await Promise.all(Array.from({ length: 50 }, () => listItems(ada, VAULT)));
    expect(azure.received).toHaveLength(1);
  });

  it('of one user are one call through Resource Graph too', async () => {
    const { session, azure } = await azureThat(() => ({ body: { totalRecords: 0, data: [] } }));
    const ada = await session('ada');
    await Promise.all(Array.from({ length: 50 }, () => listVaults(ada)));
    expect(azure.received).toHaveLength(1);
  });

  it('of two users are never shared', async () => {
    const { session, azure } = await azureThat(() => ({ body: { value: [] } }));
    await Promise.all([listItems(await session('ada'), VAULT), listItems(await session('bob'), VAULT)]);
    expect(azure.received.map(({ headers }) => String(headers['authorization'])).toSorted()).toEqual([
      'Bearer ada https://management.azure.com/.default',
      'Bearer bob https://management.azure.com/.default',
    ]);
  });

  it('do not outlive a write of that user', async () => {
    const { session, azure } = await azureThat(({ method }) => ({ body: method === 'GET' ? { value: [] } : {} }));
    const ada = await session('ada');
    await listItems(ada, VAULT);
    await protectMachine(ada, VAULT, VM, 'DefaultPolicy');
    await listItems(ada, VAULT);
    expect(azure.received.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
  });
});

it('every call names the request it is made for', async () => {
  const { session, azure } = await azureThat(() => ({ body: { value: [] } }));
  await listItems(await session('ada'), VAULT);
  expect(azure.received[0]?.headers['x-ms-correlation-request-id']).toBe('correlation');
});
