import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../free-port.mjs';

/** A server that is alive, and not ready, under this name alone. */
async function listen(address: string, name: string): Promise<string> {
  const port = await freePort();
  const server = createServer(({ url, headers }, response) => {
    response.statusCode = headers.host === name && url === '/api/health' ? 200 : 503;
    response.end();
  });
  server.listen(port, address);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `${port}`;
}

async function check(env: Record<string, string>, ...args: string[]): Promise<unknown> {
  const [code] = await once(spawn(process.execPath, [join(import.meta.dirname, 'health.mjs'), ...args], { env }), 'exit');
  return code;
}

it.each([
  [undefined, '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '0.0.0.0'],
  ['::1', '::1'],
  ['[::1]', '::1'],
  ['::', '::'],
  ['[::]', '::'],
  ['localhost', 'localhost'],
])('with TRESOR_HOST=%s the server is asked where it listens', async (host, address) => {
  const settings = {
    TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example',
    TRESOR_PORT: await listen(address, 'tresor.contoso.example'),
    ...(host !== undefined && { TRESOR_HOST: host }),
  };
  expect(await check(settings)).toBe(0);
  expect(await check(settings, 'ready')).toBe(1);
});

it('where nobody listens, nobody is alive', async () => {
  expect(await check({ TRESOR_HOST: '::1', TRESOR_PORT: `${await freePort()}` })).toBe(1);
});
