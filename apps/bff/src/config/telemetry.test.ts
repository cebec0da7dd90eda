import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOfTelemetry, telemetryOf, telemetryVariables } from './telemetry';

const variables = z.object(telemetryVariables);
const read = (env: Record<string, string>) => telemetryOf(variables.parse(env));
const refused = (env: Record<string, string>) => variables.safeParse(env).error?.issues.map(({ path }) => path[0]);

const problems = (url: string, mode: 'local' | 'cloud') => problemsOfTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: url }, mode);

describe('OpenTelemetry’s variables', () => {
  it.each([
    {},
    { OTEL_SERVICE_NAME: 'tresor', OTEL_RESOURCE_ATTRIBUTES: 'a=b' },
    { OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.contoso.com' },
    { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.contoso.com' },
  ])('%j: nothing is told', (env) => {
    expect(read(env)).toBeUndefined();
  });

  it('one address serves both, one of its own each', () => {
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.contoso.com/otlp/' })).toMatchObject({
      traces: { url: 'https://collector.contoso.com/otlp/v1/traces' },
      metrics: { url: 'https://collector.contoso.com/otlp/v1/metrics' },
    });
    expect(read({ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://metrics.contoso.com/in' })).toMatchObject({
      traces: undefined,
      metrics: { url: 'https://metrics.contoso.com/in' },
    });
    expect(read({ OTEL_TRACES_EXPORTER: 'otlp' })).toMatchObject({
      traces: { url: 'http://localhost:4318/v1/traces' },
      metrics: undefined,
    });
  });

  it('headers of one signal count before those of all, and the service has one name', () => {
    const settings = read({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.contoso.com',
      OTEL_EXPORTER_OTLP_HEADERS: 'a=1,b=2%2C3',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=4',
      OTEL_SERVICE_NAME: 'one',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,team=backup',
    });
    expect(settings?.traces?.headers).toEqual({ a: '4', b: '2,3' });
    expect(settings?.metrics?.headers).toEqual({ a: '1', b: '2,3' });
    expect(settings?.resource).toEqual({ 'service.name': 'one', team: 'backup' });
  });

  it.each([
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    { OTEL_TRACES_EXPORTER: 'zipkin' },
    { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
    { OTEL_TRACES_SAMPLER_ARG: '2' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'no pair' },
    { OTEL_RESOURCE_ATTRIBUTES: 'a=%zz' },
    { OTEL_BSP_MAX_QUEUE_SIZE: '100000000' },
  ])('%j is refused', (env: Record<string, string>) => {
    expect(refused(env)).toEqual(Object.keys(env));
  });
});

describe('where it may go', () => {
  it('from a tenant by https alone, or to a collector on the same computer', () => {
    expect(problems('https://collector.contoso.com', 'cloud')).toEqual([]);
    expect(problems('http://localhost:4318', 'cloud')).toEqual([]);
    expect(problems('http://collector.contoso.com:4318', 'cloud')).toHaveLength(1);
    expect(problems('https://somebody@collector.contoso.com', 'cloud')).toHaveLength(1);
  });

  it('from local mode nowhere else than to this computer', () => {
    expect(problems('http://127.0.0.1:4318', 'local')).toEqual([]);
    expect(problems('https://collector.contoso.com', 'local')).toHaveLength(1);
  });

  it('certificates that would be passed over are refused', () => {
    expect(problemsOfTelemetry({ OTEL_EXPORTER_OTLP_CLIENT_KEY: 'file' }, 'cloud')).toHaveLength(1);
  });
});
