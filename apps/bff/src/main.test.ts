import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from './testing/free-port';
import { serveLoopback } from './testing/loopback-server';
import { LOCAL } from './testing/settings';

const LOADER = pathToFileURL(resolve(import.meta.dirname, '../../../scripts/from-source.mjs')).href;

/** Makes a mistake in no request of anybody's, each time the program is told so. */
const MISTAKE = `data:text/javascript,process.on('SIGUSR2', () => void Promise.reject(new Error('a mistake of ours')))`;

/** The program with these settings, in an environment of its own. */
function run(settings: Record<string, string>) {
  return spawn(process.execPath, ['--import', MISTAKE, '--import', LOADER, join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], ...LOCAL, TRESOR_DATA: mkdtempSync(join(tmpdir(), 'tresor-main-')), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Without a request, which would keep the server from its end. */
async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

it.each([
  ['it is told to end, however often', ['SIGTERM', 'SIGTERM', 'SIGINT'], 0],
  ['a mistake nobody foresaw ends it, however often', ['SIGUSR2', 'SIGUSR2', 'SIGTERM'], 1],
] as const)('answers what it was asked before %s', async (_why, [first, ...others], code) => {
  const answer = new EventEmitter();
  await using authority = await serveLoopback(async () => {
    await once(answer, 'given');
    return { body: { keys: [] } };
  });
  const port = await freePort();
  const server = run({ TRESOR_PORT: `${port}`, TRESOR_JWKS_URL: `${authority.url}/keys` });
  server.stderr.resume();
  for await (const line of createInterface(server.stdout)) if (line.includes('"listening":true')) break;
  const ended = once(server, 'exit');
  const question = request(`http://localhost:${port}/api/ready`, { headers: { expect: '100-continue' } });
  const answered = once(question, 'response');
  question.end();
  // The server has read it.
  await once(question, 'continue');
  server.kill(first);
  await expect.poll(() => isListening(port)).toBe(false);
  for (const signal of others) server.kill(signal);
  answer.emit('given');
  expect(await answered).toMatchObject([{ statusCode: 200 }]);
  expect(await ended).toEqual([code, null]);
});

it('says that it is ready only once it would answer so, and until then why not', async () => {
  let keys: string | undefined;
  await using authority = await serveLoopback(() => (keys === undefined ? { status: 503, body: {} } : { body: { keys: [] } }));
  const port = await freePort();
  const server = run({ TRESOR_PORT: `${port}`, TRESOR_JWKS_URL: `${authority.url}/keys` });
  onTestFinished(() => void server.kill('SIGKILL'));
  const said: string[] = [];
  const ready = async () => (await fetch(`http://localhost:${port}/api/ready`)).status;
  createInterface(server.stdout).on('line', (line) => said.push(line));
  const [why] = await once(createInterface(server.stderr), 'line');
  expect(why).toMatch(/"code":"not-ready".*the server is not ready yet/);
  await expect.poll(() => said).toEqual([`{"listening":true,"url":"http://localhost:${port}"}`]);
  expect(await ready()).toBe(503);
  expect(said).toHaveLength(1);
  keys = 'there';
  await expect.poll(() => said.at(1)).toBe(`{"ready":true,"url":"http://localhost:${port}"}`);
  expect(await ready()).toBe(200);
});
