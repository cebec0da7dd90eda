import type * as z from 'zod';
import { BUILD_HEADER } from '../../http/same-site';
import { asker, type Ask } from '../ask';

/** So long a page waits for an answer. */
const PATIENCE_MS = 10_000;
const TRIES = 20;

/** A person at a page that asks whichever server it comes to. */
export class Visitor {
  readonly ask: Ask;
  /** How often no answer came, or one that says nothing of the order. */
  unanswered = 0;
  readonly #url: string;
  readonly #token: string;
  readonly #refusals = new Map<string, string>();

  constructor(url: string, token: string) {
    [this.#url, this.#token] = [url, token];
    this.ask = asker(() => ({ as: (_person: string, path: string, init?: RequestInit) => this.#fetch(path, init) }));
  }

  /** Undefined where nothing is known afterwards. */
  async tryRequest(method: string, path: string, body?: unknown): Promise<unknown> {
    try {
      const answer = await this.#fetch(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
      if (answer.ok) return await answer.json();
      this.#refusals.set(path, await answer.text());
    } catch (error) {
      // As good as none.
      this.#refusals.set(path, String(error));
    }
    this.unanswered += 1;
    return undefined;
  }

  /** Why nothing was known the last time, for an order that comes to no end. */
  refusals(): string[] {
    return [...this.#refusals].map(([path, refusal]) => `${path}: ${refusal}`);
  }

  /** What there is to see, from the first server that shows it. */
  async read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const read = schema.safeParse(await this.tryRequest('GET', path));
      if (read.success) return read.data;
    }
    throw new Error(`No server shows ${path}.`);
  }

  #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, [BUILD_HEADER]: 'dev', 'content-type': 'application/json' };
    return fetch(this.#url + path, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  }
}
