import { MemoryStore, type IncrementResponse, type Options, type Store } from 'express-rate-limit';
import * as z from 'zod';
import type { RedisConnection } from './connection';
import { COUNT } from './scripts';

const counted = z.tuple([z.int(), z.int()]);

/** Counts for all processes together; while Redis is away each process counts by itself. */
export class RedisCounters implements Store {
  readonly localKeys = false;
  readonly prefix: string;
  readonly #redis: RedisConnection;
  readonly #alone = new MemoryStore();
  #windowMs = 60_000;

  constructor(redis: RedisConnection, name: string) {
    this.#redis = redis;
    this.prefix = `rate:${name}:`;
  }

  init(options: Options): void {
    this.#windowMs = options.windowMs;
    this.#alone.init(options);
  }

  async increment(key: string): Promise<IncrementResponse> {
    try {
      const [totalHits, left] = counted.parse(await this.#redis.run(COUNT, [this.prefix + key], [this.#windowMs]));
      return { totalHits, resetTime: new Date(Date.now() + left) };
    } catch {
      return this.#alone.increment(key);
    }
  }

  async decrement(key: string): Promise<void> {
    await this.#redis.ask((client) => client.decr(this.prefix + key));
  }

  async resetKey(key: string): Promise<void> {
    await this.#redis.ask((client) => client.del(this.prefix + key));
  }

  shutdown(): void {
    this.#alone.shutdown();
  }
}
