import { constants, createHash, privateEncrypt, publicDecrypt, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export type Hash = 'sha256' | 'sha384' | 'sha512';

/** What stands before a digest in a signature of PKCS #1 v1.5 (RFC 8017, 9.2, note 1). */
const prefixes: Readonly<Record<Hash, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
};

const infoOf = (hash: Hash, digest: Buffer) => Buffer.concat([Buffer.from(prefixes[hash], 'hex'), digest]);

/** Signs a digest by RSASSA-PKCS1-v1_5. */
export const signPkcs1 = (key: KeyObject, hash: Hash, digest: Buffer): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, infoOf(hash, digest));

const isEqual = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

/** Whether a digest was signed so. */
export function isPkcs1(key: KeyObject, hash: Hash, digest: Buffer, signature: Buffer): boolean {
  try {
    return isEqual(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature), infoOf(hash, digest));
  } catch {
    return false;
  }
}

const hashOf = (hash: Hash, ...parts: Buffer[]): Buffer => createHash(hash).update(Buffer.concat(parts)).digest();

/** Mask generation function 1 of RFC 8017, B.2.1. */
function mask(hash: Hash, seed: Buffer, length: number): Buffer {
  const size = seed.length;
  const blocks = Array.from({ length: Math.ceil(length / size) }, (_, i) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(i);
    return hashOf(hash, seed, counter);
  });
  return Buffer.concat(blocks).subarray(0, length);
}

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, place) => byte ^ (other[place] ?? 0)));

const saltedHash = (hash: Hash, digest: Buffer, salt: Buffer) => hashOf(hash, Buffer.alloc(8), digest, salt);

/** Signs a digest by RSASSA-PSS (RFC 8017, 9.1.1) with a salt as long as the digest. Moduli have a multiple of 8 bits. */
export function signPss(key: KeyObject, hash: Hash, digest: Buffer): Buffer {
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const salt = randomBytes(digest.length);
  const seed = saltedHash(hash, digest, salt);
  const filled = Buffer.concat([Buffer.alloc(length - 2 * digest.length - 2), Buffer.from([1]), salt]);
  const masked = xor(filled, mask(hash, seed, filled.length));
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.concat([masked, seed, Buffer.from([0xbc])]));
}

/** Whether a digest was signed so (RFC 8017, 9.1.2). */
export function isPss(key: KeyObject, hash: Hash, digest: Buffer, signature: Buffer): boolean {
  const encoded = opened(key, signature);
  if (encoded?.at(-1) !== 0xbc) return false;
  const at = encoded.length - digest.length - 1;
  const masked = encoded.subarray(0, at);
  const seed = encoded.subarray(at, -1);
  const filled = xor(masked, mask(hash, seed, masked.length));
  filled[0] = (filled[0] ?? 0) & 0x7f;
  const salt = filled.subarray(filled.length - digest.length);
  const before = Buffer.concat([Buffer.alloc(filled.length - digest.length - 1), Buffer.from([1])]);
  return isEqual(filled.subarray(0, before.length), before) && isEqual(seed, saltedHash(hash, digest, salt));
}

function opened(key: KeyObject, signature: Buffer): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}
