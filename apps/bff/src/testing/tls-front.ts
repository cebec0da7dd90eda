import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { freePort } from './free-port';

interface TlsFront extends AsyncDisposable {
  port: number;
}

/** Ends TLS and asks a server of this computer; `headers` says what else it passes on, `answerHeaders` what else it answers, or leaves out. */
export async function startTlsFront(
  tls: ServerOptions,
  to: () => number,
  headers: (host: string) => Record<string, string> = (host) => ({ host }),
  answerHeaders: () => Record<string, string | undefined> = () => ({}),
): Promise<TlsFront> {
  const server = createServer(tls, (incoming, response) => {
    const { method, url: path } = incoming;
    const forwarded = { ...incoming.headers, ...headers(incoming.headers.host ?? '') };
    const onward = request({ host: '127.0.0.1', port: to(), method, path, headers: forwarded }, (answer) => {
      const passed = Object.entries({ ...answer.headers, ...answerHeaders() }).filter(([, value]) => value !== undefined);
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(passed));
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    incoming.pipe(onward);
  });
  server.on('tlsClientError', () => undefined);
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
