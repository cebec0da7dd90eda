import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { telemetryOf, telemetryVariables } from '../config/telemetry';
import * as z from 'zod';
import { freePort } from '../testing/free-port';
import { serveLoopback } from '../testing/loopback-server';
import { startTestAzure, type TestAzure } from '../testing/open-session';
import { settingsOver, startTestServer, type TestServer } from '../testing/start-test-server';

const ADA = '11111111-2222-4333-8444-555555555555';
const ITEMS = '/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg-payroll/vault-payroll/items';

const HOUR = '3600000';

let upstream: TestAzure;

beforeEach(async () => {
  upstream = await startTestAzure(() => ({ body: { value: [] } }));
});

afterEach(() => upstream[Symbol.asyncDispose]());

const serverWatchedAt = (variables: Record<string, string>): Promise<TestServer> =>
  startTestServer({ ...settingsOver(upstream), telemetry: telemetryOf(z.object(telemetryVariables).parse(variables)) });

async function ask(server: TestServer): Promise<number> {
  const authorization = `Bearer ${await upstream.authority.token({ oid: ADA })}`;
  const response = await server.call(ITEMS, { headers: { authorization } });
  await response.text();
  return response.status;
}

it('a collector is sent all there is when the server leaves, with the headers and the name that were asked for', async () => {
  await using collector = await serveLoopback(() => ({ headers: { 'content-type': 'application/x-protobuf' } }));
  const server = await serverWatchedAt({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'api-key=of%20the%20test',
    OTEL_BSP_SCHEDULE_DELAY: HOUR,
    OTEL_METRIC_EXPORT_INTERVAL: HOUR,
    OTEL_SERVICE_NAME: 'tresor-north',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=proof',
  });
  expect(await ask(server)).toBe(200);
  await server.running.stop();
  expect(collector.received.map(({ path }) => path).toSorted()).toEqual(['/v1/metrics', '/v1/traces']);
  for (const { headers, body } of collector.received) {
    expect(headers).toMatchObject({ 'api-key': 'of the test', 'content-type': 'application/x-protobuf' });
    expect(body).toContain('tresor-north');
    expect(body).toContain('proof');
    expect(body).not.toContain('payroll');
    expect(body).not.toContain(ADA);
  }
  expect(collector.received.find(({ path }) => path === '/v1/metrics')?.body).toContain('http.server.request.duration');
});

describe('no request waits for a collector', () => {
  const SENDING = { OTEL_BSP_SCHEDULE_DELAY: '100', OTEL_METRIC_EXPORT_INTERVAL: '100', OTEL_BSP_MAX_QUEUE_SIZE: '5' };

  /** Who waited for the collector, as a request or at the end, would wait for an hour. */
  async function servesBesides(url: string): Promise<void> {
    const server = await serverWatchedAt({ ...SENDING, OTEL_EXPORTER_OTLP_TIMEOUT: HOUR, OTEL_EXPORTER_OTLP_ENDPOINT: url });
    // More than may wait.
    for (let asked = 0; asked < 20; asked += 1) expect(await ask(server)).toBe(200);
    expect((await server.call('/api/ready')).status).toBe(200);
    await server.running.stop();
  }

  it('that is not there', async () => {
    await servesBesides(`http://localhost:${await freePort()}`);
  });

  it('that refuses', async () => {
    await using collector = await serveLoopback(() => ({ status: 400, body: 'no' }));
    await servesBesides(collector.url);
    expect(collector.received.length).toBeGreaterThan(0);
  });

  it('that takes all and never answers', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => undefined)).size);
    const port = await freePort();
    await new Promise<void>((resolve) => {
      silent.listen(port, '127.0.0.1', resolve);
    });
    await servesBesides(`http://127.0.0.1:${port}`);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});
