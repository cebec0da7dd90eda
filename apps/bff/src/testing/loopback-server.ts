import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { freePort } from './free-port';

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, a string and bytes as they are. */
  body?: unknown;
  /** The answer has no end. */
  unfinished?: boolean;
}

export interface LoopbackServer extends AsyncDisposable {
  url: string;
  received: Received[];
  /** What its answers say the time is, where it is not that of this computer. */
  date?: Date;
  /** How many connections are open. */
  connections(): Promise<number>;
  /** Waits for the first request. */
  firstRequest(): Promise<unknown>;
}

/** A small server on loopback that remembers what it was asked: another host, an authority, an Azure that misbehaves. */
export async function serveLoopback(reply: (request: Received) => Reply | Promise<Reply>): Promise<LoopbackServer> {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(Buffer.from(chunk));
    const url = new URL(req.url ?? '/', 'http://localhost');
    const request = {
      method: req.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      body: Buffer.concat(chunks).toString(),
    };
    received.push(request);
    for (const resume of waiting.splice(0)) resume();
    const { status = 200, headers = {}, body, unfinished = false } = await reply(request);
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : body === undefined ? '' : JSON.stringify(body);
    const date = made.date && { date: made.date.toUTCString() };
    res.writeHead(status, { 'content-type': 'application/json', ...date, ...headers });
    if (unfinished) res.write(text);
    else res.end(text);
  };
  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const made: LoopbackServer = {
    url: `http://localhost:${port}`,
    received,
    connections: () => promisify(server.getConnections.bind(server))(),
    firstRequest: () => new Promise<void>((resolve) => (received.length > 0 ? resolve() : waiting.push(resolve))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}
