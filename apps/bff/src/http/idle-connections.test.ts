import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../testing/free-port';
import { closeIdleOnceRead } from './idle-connections';

const IDLE_MS = 5;
/** What Node itself adds to the idle time, and a little. */
const STALL_MS = IDLE_MS + 1_050;

const request = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';

const STALLED_MS = 100;

async function openConnection(answer: string | Buffer = 'here') {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, (_incoming, outgoing) => outgoing.end(answer));
  closeIdleOnceRead(server, STALLED_MS);
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return Object.assign(socket, { open: promisify(server.getConnections.bind(server)) });
}

const standStill = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

test('a request that came while the server stood still is answered', async () => {
  const socket = await openConnection();
  socket.write(request);
  await once(socket, 'data');

  socket.write(request);
  standStill(STALL_MS);

  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  expect(answer).toContain('here');
});

test('a connection on which nothing comes is closed', async () => {
  const socket = await openConnection();
  socket.write(request);
  await once(socket, 'data');

  standStill(STALL_MS);

  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});

test('an answer that nobody reads is given up', async () => {
  const socket = await openConnection(Buffer.alloc(64 * 1024 * 1024));
  socket.write(request);
  await once(socket, 'readable');
  await expect.poll(() => socket.open()).toBe(0);
});
