import { Agent } from 'node:http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { Destination, TelemetrySettings } from '../../config/telemetry';
import { httpsAgent } from '../../network';
import type { Exporters } from './watched-by';

/** Out of this server as everything else leaves it. Without TLS only a collector beside it is told, which no proxy knows. */
const agentFor = (protocol: string) => (protocol === 'https:' ? httpsAgent() : new Agent({ keepAlive: true }));

const options = ({ url, headers, timeoutMs }: Destination) => ({
  url,
  headers,
  timeoutMillis: timeoutMs,
  /** What a collector does not take in time is dropped; nothing piles up behind it. */
  concurrencyLimit: 2,
  httpAgentOptions: agentFor,
});

/** By OTLP over HTTP, in protobuf. */
export const otlpExporters = ({ traces, metrics }: TelemetrySettings): Exporters => ({
  ...(traces && { spans: new OTLPTraceExporter(options(traces)) }),
  ...(metrics && { metrics: new OTLPMetricExporter(options(metrics)) }),
});
