import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Writes bytes so that they are nothing without the key (AES-256-GCM), and nothing in another place than that of their label. */
export class Sealing {
  readonly #key: Buffer;

  /** `key` has 32 bytes. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  seal(label: string, plain: string | Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(label));
    const bytes = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    return Buffer.concat([nonce, bytes, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws when the key or the label is another one, or the bytes have been changed */
  open(label: string, sealed: Uint8Array): Buffer {
    const end = sealed.length - TAG;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(label)).setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, end)), decipher.final()]);
  }
}
