import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Received, Reply } from '../testing/loopback-server';
import { startWatchedServer, type WatchedServer } from '../testing/watched-server';
import { METRICS } from './metrics';

const ADA = '11111111-2222-4333-8444-555555555555';
const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const ITEMS = `/api/vaults/${SUBSCRIPTION}/rg/vault/items`;
const ITEMS_ROUTE = '/api/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/items';
const ITEMS_AT_AZURE = 'GET microsoft.recoveryservices/vaults/{}/backupprotecteditems';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

let watched: WatchedServer;

afterEach(() => watched[Symbol.asyncDispose]());

async function serverOver(reply: (request: Received) => Reply | Promise<Reply>): Promise<WatchedServer> {
  watched = await startWatchedServer(reply);
  return watched;
}

const isOfItems = ({ path }: Received) => path.endsWith('/backupProtectedItems');

describe('a request', () => {
  it('goes on with the trace of the page, and Azure is called within it, under the correlation id of the answer', async () => {
    const { as, collected, azure } = await serverOver(() => ({ body: { value: [] } }));
    const response = await as(ADA, ITEMS, { headers: { traceparent: `00-${TRACE}-${PARENT}-00` } });
    expect(response.status).toBe(200);
    const { spans } = await collected();
    const request = spans.find(({ name }) => name === `GET ${ITEMS_ROUTE}`);
    const call = spans.find(({ name }) => name === ITEMS_AT_AZURE);
    expect(request).toMatchObject({ parentSpanContext: { traceId: TRACE, spanId: PARENT } });
    expect(call).toMatchObject({
      parentSpanContext: { traceId: TRACE, spanId: request?.spanContext().spanId },
      attributes: {
        'tresor.azure.service': 'resource-manager',
        'tresor.azure.attempt': 1,
        'http.response.status_code': 200,
        outcome: 'answered',
      },
    });
    const correlation = response.headers.get('x-correlation-id');
    expect([request, call].map((span) => span?.attributes['tresor.correlation_id'])).toEqual([correlation, correlation]);
    const sent = azure.received.find(isOfItems)?.headers;
    expect(sent).toMatchObject({
      traceparent: `00-${TRACE}-${call?.spanContext().spanId}-01`,
      'x-ms-correlation-request-id': correlation,
    });
  });

  it('tells of the token that the sign-in service is asked for, once as long as it is known', async () => {
    const { as, collected } = await serverOver(() => ({ body: { value: [] } }));
    for (let asked = 0; asked < 2; asked += 1) expect((await as(ADA, ITEMS)).status).toBe(200);
    const { spans } = await collected();
    const exchanges = spans.filter(({ name }) => name === 'POST token');
    expect(exchanges).toMatchObject([{ attributes: { 'tresor.azure.service': 'sign-in', outcome: 'answered' } }]);
    const requests = spans.filter(({ name }) => name === `GET ${ITEMS_ROUTE}`).map((span) => span.spanContext().spanId);
    expect(requests).toContain(exchanges[0]?.parentSpanContext?.spanId);
  });

  it.each(['', 'x', `00-${'0'.repeat(32)}-${PARENT}-01`, `ff-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01-more`])(
    'that names no trace (“%s”) begins one',
    async (traceparent) => {
      const { as, collected } = await serverOver(() => ({ body: { value: [] } }));
      await as(ADA, ITEMS, { headers: { traceparent } });
      const { spans } = await collected();
      expect(spans.find(({ name }) => name === `GET ${ITEMS_ROUTE}`)?.parentSpanContext).toBeUndefined();
    },
  );

  it('that Azure throttles tells of each attempt, of the throttle and of the problem', async () => {
    const { as, collected } = await serverOver((request) =>
      isOfItems(request) ? { status: 429, body: { error: { code: 'TooManyRequests', message: 'Wait.' } } } : { body: { value: [] } },
    );
    expect((await as(ADA, ITEMS)).status).toBe(429);
    const { spans, points } = await collected();
    const calls = spans.filter(({ name }) => name === ITEMS_AT_AZURE);
    expect(calls.map(({ attributes }) => attributes['tresor.azure.attempt'])).toEqual([1, 2, 3]);
    const provider = { 'tresor.azure.service': 'resource-manager', 'tresor.azure.provider': 'microsoft.recoveryservices' };
    expect(points('tresor.azure.throttles')).toMatchObject([{ value: 3, attributes: provider }]);
    expect(points('tresor.problems')).toMatchObject([
      { value: 1, attributes: { 'tresor.problem.code': 'azure-throttled', 'http.route': ITEMS_ROUTE } },
    ]);
    expect(points('http.server.request.duration')).toMatchObject([
      { value: { count: 1 }, attributes: { 'http.route': ITEMS_ROUTE, 'http.response.status_code': 429 } },
    ]);
  });

  it('whose stream ends with a problem tells of it', async () => {
    const { as, collected } = await serverOver(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }));
    await (await as(ADA, `/api/vaults/${SUBSCRIPTION}/rg/vault/policies/DailyPolicy/points`)).text();
    const { points } = await collected();
    expect(points('tresor.problems')).toMatchObject([{ attributes: { 'tresor.problem.code': 'forbidden' } }]);
  });
});

it('without names it says nothing of who asks for what, whatever path and person', async () => {
  const { as, collected } = await serverOver(() => ({ body: { value: [] } }));
  const names = { group: 'rg-payroll-secret', vault: 'vault-payroll-secret', machine: 'vm-payroll-secret', person: randomUUID() };
  const place = `${SUBSCRIPTION}/${names.group}/${names.vault}`;
  await as(names.person, `/api/vaults/${place}/items`);
  await as(names.person, `/api/vaults/${place}/items/${names.group}/${names.machine}`);
  await as(names.person, `/api/nothing/${names.machine}`);
  await watched.server.call(`/vaults/${place}/restores/${names.machine}?name=${names.vault}`);
  const { text, spans } = await collected();
  expect(spans.length).toBeGreaterThan(5);
  for (const name of [...Object.values(names), SUBSCRIPTION, 'payroll']) expect(text).not.toContain(name);
});

it('with names it says of whom and what, and no query, which may sign an address', async () => {
  watched = await startWatchedServer(() => ({ body: { value: [] } }), { namesToo: true });
  await watched.as(ADA, ITEMS);
  const { spans, text } = await watched.collected();
  expect(text).toContain(ADA);
  expect(text).toContain(ITEMS);
  expect(text).toContain(`https://management.azure.com/subscriptions/${SUBSCRIPTION}`);
  expect(watched.azure.received.find(isOfItems)?.query.has('api-version')).toBe(true);
  expect(spans.filter(({ attributes }) => String(attributes['url.full']).includes('?'))).toEqual([]);
  expect(text).not.toContain('api-version');
});

it('levels are told that nobody has asked for', async () => {
  const { collected } = await serverOver(() => ({ body: { value: [] } }));
  const { points } = await collected();
  const levels = Object.entries(METRICS).filter(([, { kind }]) => kind === 'level');
  expect(levels.length).toBeGreaterThan(4);
  expect(points('tresor.memory').map(({ attributes }) => attributes['tresor.memory.kind'])).toEqual(['resident', 'heap', 'external']);
  expect(points('tresor.event_loop.delay')).toHaveLength(3);
  for (const name of [
    'tresor.azure.calls.active',
    'tresor.azure.calls.waiting',
    'tresor.azure.writes.waiting',
    'tresor.azure.circuits.open',
  ] as const)
    expect(points(name)).toMatchObject([{ value: 0 }]);
});
