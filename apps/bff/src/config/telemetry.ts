import * as z from 'zod';
import { own } from '../own';
import { isLocalUrl } from './local-address';
import { optional, wholeNumber } from './variables';

const exporter = z
  .enum(['otlp', 'none'], { error: 'only "otlp" and "none" are known; an OpenTelemetry collector serves every other system' })
  .optional();
const endpoint = z.url({ protocol: /^https?$/ }).optional();
const protocol = z.literal('http/protobuf', { error: 'only "http/protobuf" is spoken, by default at port 4318 of a collector' }).optional();
const milliseconds = wholeNumber.pipe(z.int().min(100).max(3_600_000));

/** Pairs as the standard writes them: `key=value,key=value`, percent-encoded. */
const pairs = z
  .string()
  .default('')
  .transform((text, context) => {
    try {
      return Object.fromEntries(
        text
          .split(',')
          .filter((pair) => pair.trim() !== '')
          .map((pair): [string, string] => {
            const at = pair.indexOf('=');
            if (at < 1) throw new Error();
            return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
          }),
      );
    } catch {
      context.addIssue('must be key=value pairs, separated by commas and percent-encoded');
      return z.NEVER;
    }
  });

const SAMPLERS = ['always_on', 'always_off', 'traceidratio'] as const;
const sampler = z
  .string()
  .default('always_on')
  .transform((name) => name.replace(/^parentbased_/, ''))
  .pipe(z.enum(SAMPLERS, { error: 'must be always_on, always_off or traceidratio; parentbased_ before it changes nothing' }));

const OF_TRACES = 'the same of traces alone';
const OF_METRICS = 'the same of metrics alone';

/** OpenTelemetry's own variables, as far as they are heard, and the one of ours beside them. */
export const telemetryVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.describe(
    'address of an OpenTelemetry collector that is told of requests, calls of Azure and orders ([Watching](watching.md)); without it nothing is told',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint.describe('the whole address for traces alone'),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: endpoint.describe('the whole address for metrics alone'),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.describe('headers that the collector wants, `name=value` separated by commas, percent-encoded'),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs.describe(OF_TRACES),
  OTEL_EXPORTER_OTLP_METRICS_HEADERS: pairs.describe(OF_METRICS),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.describe('`http/protobuf`, the only one'),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.describe(OF_TRACES),
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: protocol.describe(OF_METRICS),
  // The exporters read it themselves.
  OTEL_EXPORTER_OTLP_COMPRESSION: z.enum(['gzip', 'none']).optional().describe('`gzip`: what is sent is packed'),
  OTEL_EXPORTER_OTLP_TIMEOUT: milliseconds.default(10_000).describe('milliseconds after which something sent is given up'),
  OTEL_TRACES_EXPORTER: exporter.describe('`none`: no traces; `otlp`: traces even without an address, to a collector on this computer'),
  OTEL_METRICS_EXPORTER: exporter.describe('the same of metrics'),
  OTEL_SERVICE_NAME: optional.describe('name under which the server is told of, otherwise `tresor`'),
  OTEL_RESOURCE_ATTRIBUTES: pairs.describe('what is said of the server besides, `name=value` separated by commas'),
  OTEL_TRACES_SAMPLER: sampler.describe('which traces are kept: `always_on`, `always_off`, or `traceidratio`, so many of them'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).describe('how many with `traceidratio`: from 0 to 1'),
  OTEL_BSP_SCHEDULE_DELAY: milliseconds.default(5_000).describe('milliseconds between two sendings of traces'),
  OTEL_BSP_MAX_QUEUE_SIZE: wholeNumber
    .pipe(z.int().min(1).max(100_000))
    .default(2_048)
    .describe('how many spans may wait to be sent; those beyond are dropped'),
  OTEL_METRIC_EXPORT_INTERVAL: milliseconds.default(60_000).describe('milliseconds between two sendings of metrics'),
  OTEL_SDK_DISABLED: optional.transform((word) => word?.toLowerCase() === 'true').describe('`true`: nothing is told'),
  TRESOR_TELEMETRY_NAMES: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .describe('`true`: traces also tell paths and addresses, with the names of resources in them, and the object id of the person'),
};

const environment = z.object(telemetryVariables);
type Variables = z.infer<typeof environment>;

/** Where a signal goes. */
export interface Destination {
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
}

export interface TelemetrySettings {
  /** What the server says of itself. */
  resource: Record<string, string>;
  /** Whether names of people and resources may be told. */
  namesToo: boolean;
  traces: (Destination & { sampler: (typeof SAMPLERS)[number]; ratio: number; everyMs: number; mostWaiting: number }) | undefined;
  metrics: (Destination & { everyMs: number }) | undefined;
}

const SIGNALS = { TRACES: 'traces', METRICS: 'metrics' } as const;
const DEFAULT_ENDPOINT = 'http://localhost:4318';

/** Undefined where nothing of the signal is sent: unlike the standard, which sends to this computer unless told not to. */
function destinationOf(read: Variables, signal: keyof typeof SIGNALS): Destination | undefined {
  const exporter = read[`OTEL_${signal}_EXPORTER`];
  const own = read[`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`];
  const base = read.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (read.OTEL_SDK_DISABLED || exporter === 'none' || (exporter === undefined && own === undefined && base === undefined))
    return undefined;
  return {
    url: own ?? `${(base ?? DEFAULT_ENDPOINT).replace(/\/$/, '')}/v1/${SIGNALS[signal]}`,
    headers: { ...read.OTEL_EXPORTER_OTLP_HEADERS, ...read[`OTEL_EXPORTER_OTLP_${signal}_HEADERS`] },
    timeoutMs: read.OTEL_EXPORTER_OTLP_TIMEOUT,
  };
}

/** What is to be told of the server, and where to; undefined where nobody watches. */
export function telemetryOf(read: Variables): TelemetrySettings | undefined {
  const [traces, metrics] = [destinationOf(read, 'TRACES'), destinationOf(read, 'METRICS')];
  if (!traces && !metrics) return undefined;
  return {
    resource: {
      'service.name': 'tresor',
      ...read.OTEL_RESOURCE_ATTRIBUTES,
      ...(read.OTEL_SERVICE_NAME !== undefined && { 'service.name': read.OTEL_SERVICE_NAME }),
    },
    namesToo: read.TRESOR_TELEMETRY_NAMES,
    traces: traces && {
      ...traces,
      sampler: read.OTEL_TRACES_SAMPLER,
      ratio: read.OTEL_TRACES_SAMPLER_ARG,
      everyMs: read.OTEL_BSP_SCHEDULE_DELAY,
      mostWaiting: read.OTEL_BSP_MAX_QUEUE_SIZE,
    },
    metrics: metrics && { ...metrics, everyMs: read.OTEL_METRIC_EXPORT_INTERVAL },
  };
}

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT'] as const;
/** They would be passed over without a word: connections over TLS leave the server in one way. */
const NOT_SUPPORTED = ['CERTIFICATE', 'CLIENT_KEY', 'CLIENT_CERTIFICATE'].flatMap((what) =>
  ['', 'TRACES_', 'METRICS_'].map((signal) => `OTEL_EXPORTER_OTLP_${signal}${what}`),
);

/** What is wrong with where telemetry would go. */
export function problemsOfTelemetry(env: NodeJS.ProcessEnv, mode: 'local' | 'cloud'): string[] {
  const problems = NOT_SUPPORTED.filter((name) => own(env, name)).map(
    (name) => `${name} is not heard; name the authorities in NODE_EXTRA_CA_CERTS, or send to a collector on this computer`,
  );
  for (const name of ENDPOINTS) {
    const url = env[name];
    if (!url || !URL.canParse(url)) continue;
    const { protocol, username, password } = new URL(url);
    if (username || password) problems.push(`${name} must not hold a name or a password; OTEL_EXPORTER_OTLP_HEADERS may`);
    if (mode === 'local' && !isLocalUrl(url)) problems.push(`${name} must lead to this computer in local mode`);
    if (mode === 'cloud' && protocol !== 'https:' && !isLocalUrl(url))
      problems.push(`${name} must be https where it does not lead to this computer`);
  }
  return problems;
}
