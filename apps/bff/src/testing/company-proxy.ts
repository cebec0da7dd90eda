import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { freePort } from './free-port';

/** What becomes of a tunnel to a host: it leads to a port of this computer, is refused with a status, ends without a word, or leads to nobody who speaks. */
type Passage = { port: number } | { status: number } | 'cut' | 'silent';

export interface CompanyProxy extends AsyncDisposable {
  url: string;
  /** By host; all others lead where `otherwise` says. */
  passages: Map<string, Passage>;
}

const FORBIDDEN = 403;

function join(socket: Duplex, port: number): void {
  const onward = connect(port, '127.0.0.1');
  for (const end of [socket, onward]) {
    end.on('error', () => undefined);
    end.on('close', () => [socket, onward].forEach((one) => one.destroy()));
  }
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  socket.pipe(onward).pipe(socket);
}

/** A proxy as companies have it, that knows where each host is, and whom it lets through. */
export async function startCompanyProxy(otherwise: Passage): Promise<CompanyProxy> {
  const passages = new Map<string, Passage>();
  const tunnels = new Set<Duplex>();
  const server = createServer((_req, res) => res.writeHead(FORBIDDEN).end());
  server.on('connect', ({ url = '' }, socket: Duplex) => {
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket)).on('error', () => socket.destroy());
    const passage = passages.get(url.replace(/:443$/, '').toLowerCase()) ?? otherwise;
    if (passage === 'silent') socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    else if (passage === 'cut') {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.destroy();
    } else if ('status' in passage) socket.end(`HTTP/1.1 ${passage.status} Refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
    else join(socket, passage.port);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    passages,
    async [Symbol.asyncDispose]() {
      for (const socket of tunnels) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
