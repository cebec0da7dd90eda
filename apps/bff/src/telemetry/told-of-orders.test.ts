import { expect, it } from 'vitest';
import * as z from 'zod';
import { telemetryOf, telemetryVariables } from '../config/telemetry';
import { vmId } from '../testing/contoso-places';
import { enabler, finished } from '../testing/enabler';
import { serveLoopback } from '../testing/loopback-server';
import { startContoso } from '../testing/start-contoso';
import { METRICS } from './metrics';

/** Azure throttles in no world by itself. */
const NEEDS_A_FAULT = ['tresor.azure.throttles'];

const MACHINE = vmId('dbvm1', 'DBVM1Restore');

it('an order in the demo company is told to a collector with all that is measured, and without a name of the company', async () => {
  await using collector = await serveLoopback(() => ({ headers: { 'content-type': 'application/x-protobuf' } }));
  await using contoso = await startContoso();
  const settings = z.object(telemetryVariables).parse({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const server = await contoso.startAnother({ telemetry: telemetryOf(settings) });
  const { enable, watch } = enabler(() => contoso);
  const { batchId } = await enable([MACHINE], { server });
  await watch(batchId, finished, { server, minutes: 2 });
  expect((await contoso.as('adele', '/api/vaults/nothing', {}, server)).status).toBe(404);
  await server.running.stop();

  const bodies = (signal: string) =>
    collector.received
      .filter(({ path }) => path === `/v1/${signal}`)
      .map(({ body }) => body)
      .join('\n');
  const [metrics, traces] = [bodies('metrics'), bodies('traces')];
  for (const name of Object.keys(METRICS).filter((one) => !NEEDS_A_FAULT.includes(one))) expect(metrics).toContain(name);
  for (const state of ['waiting', 'enabling', 'protected']) expect(metrics).toContain(state);
  expect(traces).toContain('PUT microsoft.recoveryservices/vaults/{}/backupfabrics/{}/protectioncontainers/{}/protecteditems/{}');
  for (const name of ['DBVM1', 'dbvm1', 'IgniteDemoVault', 'Ignite', 'adele', 'Adele', 'contoso', contoso.azure.tenantId])
    expect(`${metrics}\n${traces}`.includes(name), name).toBe(false);
});
