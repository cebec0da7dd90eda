import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { freePort } from '../free-port';

/**
 * What stands before servers where nobody looks after it: each request goes to any of them, whatever became of that one. By lot, not in
 * turn: a page that asks for two things in turn would ask for one of them at the dead server forever.
 */
export class DumbProxy implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;
  readonly #ports: readonly number[];

  private constructor(port: number, ports: readonly number[]) {
    this.url = `http://127.0.0.1:${port}`;
    this.#ports = ports;
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
  }

  static async start(ports: readonly number[]): Promise<DumbProxy> {
    const port = await freePort();
    const proxy = new DumbProxy(port, ports);
    await once(proxy.#server.listen(port, '127.0.0.1'), 'listening');
    return proxy;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const port = this.#ports[Math.floor(Math.random() * this.#ports.length)];
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, host: `localhost:${port}` } }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  }
}
