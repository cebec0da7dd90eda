import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { Problem } from '../../problem';
import { READ_OR_WRITE } from './scripts';

const COMMAND_MS = 2_000;
const LONGEST_GAP_MS = 2_000;
/** Longer than any page repeats an order of its own accord. */
const DOUBT_MS = 5 * 60_000;

/** Every key of ours begins with it. */
const PREFIX = 'tresor:';
const MARKER = 'marker';

const open = (url: string) =>
  createClient({
    url,
    keyPrefix: PREFIX,
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    socket: { connectTimeout: COMMAND_MS, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, LONGEST_GAP_MS) },
  });

type Client = ReturnType<typeof open>;

/**
 * The way to Redis. Commands fail at once while it is away and the connection comes back by itself. A marker tells whether Redis has
 * been emptied under us: then an order that we do not find may have been carried out, and orders are refused for a while.
 */
export class RedisConnection {
  readonly #client: Client;
  #marker: string | undefined;
  #doubtUntil = 0;

  constructor(url: string, report: (error: unknown) => void) {
    this.#client = open(url);
    let told = false;
    this.#client.on('error', (error: unknown) => {
      if (!told) report(error);
      told = true;
    });
    this.#client.on('ready', () => {
      told = false;
    });
    this.#client.connect().catch(report);
  }

  /** Runs a command; what fails is a problem that the caller may answer with. */
  async ask<T>(command: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await command(this.#client);
    } catch (cause) {
      throw new Problem('store-unavailable', { retryAfter: 5, cause });
    }
  }

  /** Runs a script, which Redis does as one step. */
  run(script: string, keys: string[], values: (string | number)[]): Promise<unknown> {
    return this.ask((client) => client.eval(script, { keys, arguments: values.map(String) }));
  }

  /** Throws while an order that is not found may still have been carried out. */
  async ensureMemory(): Promise<void> {
    const marker = String(await this.run(READ_OR_WRITE, [MARKER], [randomUUID()]));
    if (this.#marker !== undefined && marker !== this.#marker) this.#doubtUntil = performance.now() + DOUBT_MS;
    this.#marker = marker;
    if (performance.now() < this.#doubtUntil) throw new Problem('store-unavailable', { retryAfter: 60 });
  }

  close(): void {
    this.#client.destroy();
  }
}
