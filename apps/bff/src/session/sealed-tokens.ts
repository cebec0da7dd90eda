import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { atMost, timedCache } from '../caches';
import type { Principal } from './principal';

const NONCE = 12;
const TAG = 16;

/** Seals a text with a key of 32 bytes; only under the same label does it open again. */
function seal(key: KeyObject, text: string, label: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the key or the label is another one, or the bytes have been changed. */
function unseal(key: KeyObject, sealed: Buffer, label: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(label))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}

export interface UpstreamToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Renewed this long before the end, as the SDKs do with tokens of their own. */
const MARGIN_MS = 5 * 60_000;

/** For how many milliseconds a token may be given out. */
const usableFor = ({ expiresAt }: UpstreamToken): number => expiresAt - MARGIN_MS - Date.now();

type Holder = Pick<Principal, 'assertion'>;

/**
 * Tokens for Azure, one partition per assertion: anyone who does not hold the assertion cannot name the entry, and what lies in it is
 * sealed with a key that lives and dies with this process.
 */
export class SealedTokens {
  readonly #naming = randomBytes(32);
  readonly #sealing = createSecretKey(randomBytes(32));
  readonly #entries = timedCache<string, { sealed: Buffer; expiresAt: number }>(60 * 60_000, atMost(10_000));
  /** Of those whose assertion is held anyway. */
  readonly #names = new WeakMap<Holder, string>();

  get(holder: Holder, scope: string): UpstreamToken | undefined {
    const partition = this.partition(holder, scope);
    const entry = this.#entries.get(partition);
    return entry && { token: unseal(this.#sealing, entry.sealed, partition), expiresAt: entry.expiresAt };
  }

  set(holder: Holder, scope: string, token: UpstreamToken): void {
    const ttl = usableFor(token);
    if (ttl <= 0) return;
    const partition = this.partition(holder, scope);
    const sealed = seal(this.#sealing, token.token, partition);
    this.#entries.set(partition, { sealed, expiresAt: token.expiresAt }, { ttl });
  }

  partition(holder: Holder, scope: string): string {
    const name = this.#names.get(holder) ?? createHmac('sha256', this.#naming).update(holder.assertion).digest('base64url');
    this.#names.set(holder, name);
    return `${name} ${scope}`;
  }
}
