import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import { portalFile } from './places';

const closed = (server: { close(done: () => void): unknown; closeAllConnections?: () => void }) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections?.();
  });

/** What ends TLS before the server, as companies have it: the server itself listens on this computer alone, by IPv6. */
export async function startFront(port: number): Promise<{ stop(): Promise<void> }> {
  const material = readFileSync(portalFile(), 'utf8');
  const server = createServer({ cert: material, key: material, minVersion: 'TLSv1.2' }, (incoming, response) => {
    const { method, url: path, headers, socket } = incoming;
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress ?? '' };
    const onward = request({ host: '::1', port, method, path, headers: forwarded }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.listen(443, '127.0.0.1');
  await once(server, 'listening');
  return { stop: () => closed(server) };
}

/** A network interface that leads elsewhere, as a private endpoint does. Counts who came that way. */
export async function startRelay(address: string, port: number, to: number) {
  const relay = { connections: 0, stop: () => closed(server) };
  const server = createTcpServer((socket) => {
    relay.connections += 1;
    const onward = connect(to, '127.0.0.1');
    for (const end of [socket, onward]) {
      end.on('error', () => undefined);
      end.on('close', () => [socket, onward].forEach((one) => one.destroy()));
    }
    socket.pipe(onward).pipe(socket);
  });
  server.listen(port, address);
  await once(server, 'listening');
  return relay;
}
