import type { IncomingMessage, Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { isAzureHost, isLocalHost } from './http/names';
import { createHttpServer, createTlsServer } from './server';
import type { Rooms } from './server';
import type { TlsMaterial } from './tls/material';
import { cloudOf, type Cloud } from './world/cloud';

interface Listeners {
  /** `http://localhost:<port>` */
  url: string;
  /** `https://localhost:<port>`, when TLS is served. */
  secureUrl?: string;
  close(): Promise<void>;
}

/** Binds a server to a loopback port, any free one for 0. Answers the port. */
async function bind(server: Server | SecureServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The server has no port.');
}

async function close(server: Server | SecureServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/**
 * Serves the rooms on a plain port and, when wanted, on one with TLS.
 * @throws an Error with code EADDRINUSE when a port is taken
 */
export async function listen(rooms: Rooms, port: number, secure: { port: number; material: TlsMaterial } | undefined): Promise<Listeners> {
  const plain = createHttpServer(rooms);
  const url = `http://localhost:${await bind(plain, port)}`;
  if (!secure) return { url, close: () => close(plain) };
  const tls = createTlsServer(rooms, secure.material);
  try {
    const tlsPort = await bind(tls, secure.port);
    const endTunnels = answerConnect(cloudOf(rooms.world), plain, tls, tlsPort);
    const closeAll = async () => {
      endTunnels();
      await Promise.all([close(tls), close(plain)]);
    };
    return { url, secureUrl: `https://localhost:${tlsPort}`, close: closeAll };
  } catch (error) {
    await close(plain);
    throw error;
  }
}

const HTTPS = 443;

/** The port a tunnel asks for when it leads to one of our names. */
function portFor(cloud: Cloud, target: string): number | undefined {
  const [, hostname = '', port] = /^(.+):(\d{1,5})$/.exec(target.toLowerCase()) ?? [];
  if (isAzureHost(cloud, hostname)) return Number(port) === HTTPS ? HTTPS : undefined;
  return isLocalHost(hostname) ? Number(port) : undefined;
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
}

/**
 * Lets the plain port answer CONNECT, for most clients cannot resolve `*.localhost`: tunnels to our own names, and to Azure's that we
 * stand for, end at the TLS server without ever leaving this process. Every other target is refused. Port 443 stands for the TLS
 * port, whatever that is: sign-in with a password forgets the port of the token service. Answers what ends all tunnels.
 */
function answerConnect(cloud: Cloud, plain: Server, tls: SecureServer, tlsPort: number): () => void {
  const tunnels = new Set<Duplex>();
  plain.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const port = portFor(cloud, request.url ?? '');
    if (port !== HTTPS && port !== tlsPort) return refuse(socket);
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tls.emit('connection', socket);
  });
  return () => {
    for (const socket of tunnels) socket.destroy();
  };
}
