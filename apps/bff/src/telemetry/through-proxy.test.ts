import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCompanyProxy } from '../testing/company-proxy';
import { serveLoopback } from '../testing/loopback-server';
import { selfSigned } from '../testing/self-signed';
import { startTlsFront } from '../testing/tls-front';

const COLLECTOR = 'collector.contoso.example';

/** A process that tells the collector of one request and leaves, in the environment of a server; Node reads its proxy and its authorities at the start. */
const PROGRAM = `
const { runnerImport } = await import('vite');
const load = async (file) => (await runnerImport('${join(import.meta.dirname, '..')}/' + file)).module;
const { telemetryOf, telemetryVariables } = await load('config/telemetry.ts');
const [{ watchedBy }, { otlpExporters }] = [await load('telemetry/sdk/watched-by.ts'), await load('telemetry/sdk/otlp-exporters.ts')];
const z = await import('zod');
const settings = telemetryOf(z.object(telemetryVariables).parse(process.env));
const telemetry = watchedBy(settings, otlpExporters(settings), () => undefined);
telemetry.openRequest('GET /api', undefined, {}).end({}, false);
await telemetry.stop(2000);
process.exit(0);`;

async function sendTelemetry(variables: Record<string, string>): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', OTEL_METRICS_EXPORTER: 'none', ...variables };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    env,
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
}

it('a collector is told over TLS through the company’s proxy, and one that cannot prove itself is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-through-proxy-'));
  try {
    const { certificate, key } = selfSigned(undefined, COLLECTOR);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, certificate);
    await using collector = await serveLoopback(() => ({ headers: { 'content-type': 'application/x-protobuf' } }));
    await using front = await startTlsFront({ cert: certificate, key }, () => Number(new URL(collector.url).port));
    await using proxy = await startCompanyProxy({ status: 403 });
    proxy.passages.set(COLLECTOR, { port: front.port });
    const variables = { HTTPS_PROXY: proxy.url, OTEL_EXPORTER_OTLP_ENDPOINT: `https://${COLLECTOR}` };
    await sendTelemetry(variables);
    expect(collector.received).toEqual([]);
    await sendTelemetry({ ...variables, NODE_EXTRA_CA_CERTS: authority });
    expect(collector.received).toMatchObject([{ path: '/v1/traces', headers: { host: COLLECTOR } }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
