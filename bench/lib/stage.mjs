// The product as it is started for people, with the large world, and a counter between the BFF and Local Azure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.mjs';
import { startCountingProxy } from './counting-proxy.mjs';
import { own } from './own.mjs';

/** Starts Local Azure, which refuses nobody for asking too often unless told to, the counter and the BFF; `starts` holds how long each program took until it was ready, in milliseconds. */
export async function startStage({ startLocalAzure, startBff }, { nodeOptions, ...world }) {
  process.env.TRESOR_REQUESTS_PER_MINUTE = '1000000';
  const data = mkdtempSync(join(tmpdir(), 'tresor-bench-'));
  const started = performance.now();
  const port = await freePort();
  const localAzure = startLocalAzure({ port: await freePort(), portalPort: port, data, nodeOptions, throttle: false, ...world });
  own(localAzure.child);
  const azure = await localAzure.ready;
  const azureReady = performance.now();
  const proxy = await startCountingProxy(azure.url);
  const bffStarted = performance.now();
  const bff = startBff({ port, data, nodeOptions, azure: { ...azure, url: proxy.url } });
  own(bff.child);
  await bff.ready;
  return {
    url: `http://localhost:${port}`,
    azure,
    azurePid: localAzure.child.pid,
    bffPid: bff.child.pid,
    children: [localAzure.child, bff.child],
    proxy,
    starts: { localAzure: azureReady - started, bff: performance.now() - bffStarted },
    async stop() {
      await bff.stop();
      proxy.stop();
      await localAzure.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
