import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface UpstreamToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Renewed this long before the end, as the SDKs do with tokens of their own. */
const MARGIN_MS = 5 * 60_000;

/**
 * Tokens for Azure, one partition per assertion: whoever does not hold the assertion cannot name the entry, and what lies in it is
 * sealed with a key that lives and dies with this process.
 */
export class SealedTokens {
  readonly #naming = randomBytes(32);
  readonly #sealing = randomBytes(32);
  readonly #entries = new LRUCache<string, Buffer>({ max: 10_000, ttl: 60 * 60_000, ttlResolution: 1_000 });

  get(assertion: string, scope: string): UpstreamToken | undefined {
    const partition = this.partition(assertion, scope);
    const sealed = this.#entries.get(partition);
    return sealed && this.#open(sealed, partition);
  }

  set(assertion: string, scope: string, token: UpstreamToken): void {
    const ttl = token.expiresAt - MARGIN_MS - Date.now();
    if (ttl <= 0) return;
    const partition = this.partition(assertion, scope);
    this.#entries.set(partition, this.#seal(token, partition), { ttl });
  }

  partition(assertion: string, scope: string): string {
    return `${createHmac('sha256', this.#naming).update(assertion).digest('base64url')} ${scope}`;
  }

  #seal(token: UpstreamToken, partition: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce).setAAD(Buffer.from(partition));
    const text = Buffer.concat([cipher.update(JSON.stringify(token), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  #open(sealed: Buffer, partition: string): UpstreamToken {
    const decipher = createDecipheriv('aes-256-gcm', this.#sealing, sealed.subarray(0, 12))
      .setAAD(Buffer.from(partition))
      .setAuthTag(sealed.subarray(12, 28));
    const token: UpstreamToken = JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'));
    return token;
  }
}
