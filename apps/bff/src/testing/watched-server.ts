import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from '../config/telemetry';
import type { MetricName } from '../telemetry/metrics';
import { watchedBy } from '../telemetry/sdk/watched-by';
import type { Received, Reply } from './loopback-server';
import { exchanging, startTestAzure } from './open-session';
import { settingsOver, startTestServer, type TestServer } from './start-test-server';

const DESTINATION = { url: 'http://localhost:4318', headers: {}, timeoutMs: 1_000, everyMs: 60_000 };

/** What a server is told to send, all of it. */
const WATCHED: TelemetrySettings = {
  resource: { 'service.name': 'tresor' },
  namesToo: false,
  traces: { ...DESTINATION, sampler: 'always_on', ratio: 1, mostWaiting: 10_000 },
  metrics: DESTINATION,
};

interface Point {
  value: unknown;
  attributes: Record<string, unknown>;
}

export interface WatchedServer extends AsyncDisposable {
  server: TestServer;
  azure: { received: Received[] };
  as: (oid: string, path: string, init?: RequestInit) => Promise<Response>;
  /** What has been told so far, once nothing is under way. */
  collected: () => Promise<{ spans: ReadableSpan[]; points: (name: MetricName) => Point[]; text: string }>;
}

/** The real server with a collector in memory. */
export async function startWatchedServer(
  reply: (request: Received) => Reply | Promise<Reply>,
  more: Partial<TelemetrySettings> = {},
): Promise<WatchedServer> {
  const upstream = await startTestAzure(reply, exchanging);
  const spans = new InMemorySpanExporter();
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  // Stopping would empty them.
  spans.shutdown = () => Promise.resolve();
  metrics.shutdown = () => Promise.resolve();
  const telemetry = watchedBy({ ...WATCHED, ...more }, { spans, metrics }, () => undefined);
  const server = await startTestServer(settingsOver(upstream), { telemetry });
  const tokens = new Map<string, Promise<string>>();
  return {
    server,
    azure: upstream.azure,
    async as(oid, path, init = {}) {
      // As the portal, which keeps its token: one of another second is another one.
      const token = tokens.get(oid) ?? upstream.authority.token({ oid });
      tokens.set(oid, token);
      const authorization = `Bearer ${await token}`;
      return server.call(path, { ...init, headers: { authorization, ...Object.fromEntries(new Headers(init.headers)) } });
    },
    async collected() {
      await telemetry.stop(5_000);
      const all = metrics.getMetrics().at(-1);
      const data = all?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      const finished = spans.getFinishedSpans();
      const seen = finished.map(({ name, attributes, status, events, links, resource }) => ({
        name,
        attributes,
        status,
        events,
        links,
        resource: resource.attributes,
      }));
      return {
        spans: finished,
        points: (name) => data.filter(({ descriptor }) => descriptor.name === name).flatMap(({ dataPoints }): Point[] => [...dataPoints]),
        text: JSON.stringify([seen, all]),
      };
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}
