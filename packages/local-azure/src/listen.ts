import type { Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import { answerConnect } from './http/connect';
import { createHttpServer, createTlsServer } from './server';
import type { Rooms } from './server';
import type { TlsMaterial } from './tls/material';
import { cloudOf } from './world/cloud';

export interface Listeners {
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
