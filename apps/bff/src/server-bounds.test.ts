import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { BOUNDS } from './http/bounds';
import { startTestAzure, type TestAzure } from './testing/open-session';
import { settingsOver, startTestServer, type TestServer } from './testing/start-test-server';

/** All is a hundred times as fast; what has no bound of its own keeps that of Node, which no test waits for. */
const { maxHeaderSize: _size, ...times } = BOUNDS;
const fast = Object.fromEntries(Object.entries(times).map(([name, milliseconds]) => [name, milliseconds / 100]));

let upstream: TestAzure;
let server: TestServer;

beforeAll(async () => {
  upstream = await startTestAzure(() => ({ body: { value: [] } }));
  server = await startTestServer(settingsOver(upstream), { bounds: fast });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

/** A connection on which that was sent, and is left open. */
function sent(request: string): Socket {
  const { host, port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(request.replace('localhost', host).replaceAll('\n', '\r\n'));
  return socket;
}

const HEAD = 'GET /api/health HTTP/1.1\nhost: localhost\n';

it('headers of more than 16 kB are refused', async () => {
  expect(await text(sent(`${HEAD}x-much: ${'x'.repeat(15_000)}\nconnection: close\n\n`))).toMatch(/^HTTP\/1.1 200 /);
  expect(await text(sent(`${HEAD}x-much: ${'x'.repeat(17_000)}\n\n`))).toMatch(/^HTTP\/1.1 431 /);
});

it.each([
  ['its headers', `${HEAD}x-more`],
  ['its body', 'PUT /api/me HTTP/1.1\nhost: localhost\ncontent-length: 1000\n\n{'],
])('a request that stops in the middle of %s is cut off', async (_what, request) => {
  expect(await text(sent(request))).toContain('HTTP/1.1 408 ');
});

it('a connection is not kept for long once it was answered', async () => {
  const socket = sent(`${HEAD}\n`);
  await once(socket, 'data');
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});
