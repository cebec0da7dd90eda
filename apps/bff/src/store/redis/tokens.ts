import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { seal, unseal } from '../../session/seal';
import { usableFor, type SharedTokens, type UpstreamToken } from '../../session/sealed-tokens';
import { json } from '../json-text';
import type { RedisConnection } from './connection';

const stored = json(z.object({ token: z.string(), expiresAt: z.number() }));

/**
 * Name and seal of an entry are made of the assertion, which is never stored: anyone who reads Redis can neither say whose token it is nor
 * open it, and every process that is shown the same assertion can.
 */
const derive = (assertion: string, purpose: string) => createHmac('sha256', assertion).update(purpose).digest();

const tokenKey = (assertion: string, scope: string) => `token:${derive(assertion, `name ${scope}`).toString('base64url')}`;

export class RedisTokens implements SharedTokens {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async get(assertion: string, scope: string): Promise<UpstreamToken | undefined> {
    const key = tokenKey(assertion, scope);
    try {
      const sealed = await this.#redis.ask((client) => client.get(key));
      return sealed === null ? undefined : stored.parse(unseal(derive(assertion, 'seal'), Buffer.from(sealed, 'base64'), key));
    } catch {
      return undefined;
    }
  }

  async set(assertion: string, scope: string, token: UpstreamToken): Promise<void> {
    const milliseconds = Math.floor(usableFor(token));
    if (milliseconds <= 0) return;
    const key = tokenKey(assertion, scope);
    const sealed = seal(derive(assertion, 'seal'), JSON.stringify(token), key).toString('base64');
    await this.#redis.ask((client) => client.set(key, sealed, { expiration: { type: 'PX', value: milliseconds } })).catch(() => undefined);
  }
}
