import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port';

/** What a network between a server and its database does: it may be late, swallow everything, refuse, or lead elsewhere. */
export class DatabaseProxy implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Where new connections lead. */
  target: number;
  /** So long every answer takes. */
  delayMs = 0;
  /** Nothing gets through, and nobody is told. */
  isSilent = false;
  /** New connections are refused. */
  isShut = false;

  private constructor(port: number, target: number) {
    [this.port, this.target] = [port, target];
    this.#server = createServer({ noDelay: true }, (socket) => this.#lead(socket));
  }

  static async start(target: number): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(await freePort(), target);
    await once(proxy.#server.listen(proxy.port, '127.0.0.1'), 'listening');
    return proxy;
  }

  /** Ends all connections that there are, as a database does that fails over. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }

  #lead(socket: Socket): void {
    if (this.isShut) return void socket.destroy();
    const onward = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    this.#carry(socket, onward, () => 0);
    this.#carry(onward, socket, () => this.delayMs);
  }

  #carry(from: Socket, to: Socket, delay: () => number): void {
    this.#sockets.add(from);
    let before: Promise<unknown> = Promise.resolve();
    from.on('data', (chunk) => {
      if (this.isSilent) return;
      const due = delay() === 0 ? undefined : wait(delay());
      before = before.then(() => due).then(() => void to.write(chunk));
    });
    from.on('error', () => undefined);
    from.once('close', () => {
      this.#sockets.delete(from);
      if (!this.isSilent) to.destroy();
    });
  }
}
