import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from './free-port.mjs';
import { startLocalAzure } from './product.mjs';

it.each([true, false])('why Local Azure does not start is said once, whether or not its log is shown: %s', async (shown) => {
  const data = mkdtempSync(join(tmpdir(), 'product-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const said: string[] = [];
  const onLog = shown ? (text: string) => void said.push(text) : undefined;
  const { ready } = startLocalAzure({ port: await freePort(), data, seed: 'nowhere', source: true, onLog });
  await ready.catch(({ message }: Error) => said.push(message));
  expect(said.join('').match(/nowhere/g)).toHaveLength(1);
});

it.each([
  [['--port', '65535'], '--port must be a port between 1 and 65534.'],
  [['--port', '0', '--tls-port', '1'], '--port must be a port between 1 and 65535.'],
  [['--tls-port', '65536'], '--tls-port must be a port between 1 and 65535.'],
])('npm run local-azure refuses %s by the name that was given', (args, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'local-azure.mjs'), ...args], { encoding: 'utf8' });
  expect(stderr).toBe(`Tresor: ${sentence}\n`);
  expect(status).toBe(1);
});
