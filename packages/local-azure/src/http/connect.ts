import type { IncomingMessage, Server } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Cloud } from '../world/cloud';
import { isAzureHost, isLocalHost } from './names';

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
export function answerConnect(cloud: Cloud, plain: Server, tls: TlsServer, tlsPort: number): () => void {
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
