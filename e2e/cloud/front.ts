import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { connect, createServer as createTcpServer, type Server } from 'node:net';

export interface Place {
  /** How many connections have come. */
  connections: number;
  stop(): Promise<void>;
}

async function listen(server: Server, port: number, address: string): Promise<Place> {
  const place = {
    connections: 0,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  server.on('connection', () => (place.connections += 1));
  server.listen(port, address);
  await once(server, 'listening');
  return place;
}

export interface Onward {
  host: string;
  /** Each request goes to the next one, whatever became of that one. */
  ports: readonly number[];
  headers?: Record<string, string>;
}

/** Ends TLS, and passes on what was asked. */
export async function startFront(address: string, tls: ServerOptions, { host, ports, headers }: Onward): Promise<Place> {
  let asked = 0;
  const server = createServer(tls, (incoming, response) => {
    const { method, url: path, socket } = incoming;
    const forwarded = { ...incoming.headers, 'x-forwarded-for': socket.remoteAddress ?? '', ...headers };
    const port = ports[asked % ports.length];
    asked += 1;
    const onward = request({ host, port, method, path, headers: forwarded }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  const place = await listen(server, 443, address);
  return {
    get connections() {
      return place.connections;
    },
    stop() {
      const stopped = place.stop();
      server.closeAllConnections();
      return stopped;
    },
  };
}

/** A network interface that leads elsewhere, as a private endpoint does. */
export function startRelay(address: string, port: number, to: number): Promise<Place> {
  const server = createTcpServer((socket) => {
    const onward = connect(to, '127.0.0.1');
    for (const end of [socket, onward]) {
      end.on('error', () => undefined);
      end.on('close', () => [socket, onward].forEach((one) => one.destroy()));
    }
    socket.pipe(onward).pipe(socket);
  });
  return listen(server, port, address);
}
