import { randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import type { Curve } from '../world/key-vault/key-vault-objects';
import { curves, inverse, modulo, sumOf, type Point } from './curves';

const numberOf = (bytes: Buffer): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`));
const coordinate = (text = ''): bigint => numberOf(Buffer.from(text, 'base64url'));
const bytesOf = (value: bigint, length: number): Buffer => Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex');

/** The leftmost bits of a digest, as many as the order of the curve has. */
function truncated(digest: Buffer, n: bigint): bigint {
  const surplus = 8 * digest.length - n.toString(2).length;
  return surplus > 0 ? numberOf(digest) >> BigInt(surplus) : numberOf(digest);
}

function drawn(n: bigint, bytes: number): bigint {
  const k = modulo(numberOf(randomBytes(bytes + 8)), n);
  return k === 0n ? drawn(n, bytes) : k;
}

/**
 * Signs a digest by ECDSA (FIPS 186-4, 6.4): r and s, one after the other. Key vaults are given the digest, which Node's own functions
 * would make themselves.
 */
export function signDigest(curve: Curve, key: JsonWebKey, digest: Buffer): Buffer {
  const field = curves[curve];
  const { n, generator, bytes } = field;
  const k = drawn(n, bytes);
  const r = modulo(sumOf(field, [[k, generator]])?.[0] ?? 0n, n);
  const s = modulo(inverse(k, n) * (truncated(digest, n) + r * coordinate(key.d)), n);
  if (r === 0n || s === 0n) return signDigest(curve, key, digest);
  return Buffer.concat([bytesOf(r, bytes), bytesOf(s, bytes)]);
}

/** Whether a digest was signed with the private part of a key. */
export function isSignatureOf(curve: Curve, key: JsonWebKey, digest: Buffer, signature: Buffer): boolean {
  const field = curves[curve];
  const { n, generator, bytes } = field;
  if (signature.length !== 2 * bytes) return false;
  const [r, s] = [numberOf(signature.subarray(0, bytes)), numberOf(signature.subarray(bytes))];
  if (r === 0n || r >= n || s === 0n || s >= n) return false;
  const w = inverse(s, n);
  const point: Point = [coordinate(key.x), coordinate(key.y)];
  const found = sumOf(field, [
    [modulo(truncated(digest, n) * w, n), generator],
    [modulo(r * w, n), point],
  ]);
  return found !== undefined && modulo(found[0], n) === r;
}
