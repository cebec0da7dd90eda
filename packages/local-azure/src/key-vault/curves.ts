import type { Curve } from '../world/key-vault/key-vault-objects';

/** A point of a curve by its coordinates; undefined is the point at infinity. */
export type Point = readonly [x: bigint, y: bigint] | undefined;

interface Field {
  p: bigint;
  a: bigint;
  /** Order of the generator. */
  n: bigint;
  generator: Point;
  /** Length of a coordinate. */
  bytes: number;
}

const hex = (digits: string): bigint => BigInt(`0x${digits.replaceAll(' ', '')}`);

function field(bytes: number, p: bigint, a: bigint, n: string, x: string, y: string): Field {
  return { p, a, n: hex(n), generator: [hex(x), hex(y)], bytes };
}

const P256 = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const P384 = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
const P521 = 2n ** 521n - 1n;
const K256 = 2n ** 256n - 2n ** 32n - 977n;

/** The curves of key vaults: those of FIPS 186-4, D.1.2, and secp256k1 of SEC 2. */
export const curves: Readonly<Record<Curve, Field>> = {
  'P-256': field(
    32,
    P256,
    P256 - 3n,
    'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
    '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  ),
  'P-384': field(
    48,
    P384,
    P384 - 3n,
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
    'aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7',
    '3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f',
  ),
  'P-521': field(
    66,
    P521,
    P521 - 3n,
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
    'c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66',
    '011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650',
  ),
  'P-256K': field(
    32,
    K256,
    0n,
    'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141',
    '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
    '483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8',
  ),
};

/** The remainder that is not negative, where that of `%` has the sign of the value. */
export const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

/** The inverse of a number that has one. */
export function inverse(value: bigint, by: bigint): bigint {
  let [low, high, left, right] = [modulo(value, by), by, 1n, 0n];
  while (low > 1n) {
    const quotient = high / low;
    [low, high, left, right] = [high - quotient * low, low, right - quotient * left, left];
  }
  return modulo(left, by);
}

/** Jacobian coordinates: x is X/Z², y is Y/Z³; where Z is nothing the point is at infinity. */
type Jacobian = readonly [bigint, bigint, bigint];

const INFINITY: Jacobian = [1n, 1n, 0n];

function doubled({ p, a }: Field, [x, y, z]: Jacobian): Jacobian {
  if (z === 0n || y === 0n) return INFINITY;
  const squareY = (y * y) % p;
  const s = (4n * x * squareY) % p;
  const m = (3n * x * x + a * z ** 4n) % p;
  const x3 = modulo(m * m - 2n * s, p);
  return [x3, modulo(m * (s - x3) - 8n * squareY * squareY, p), (2n * y * z) % p];
}

function added(field: Field, one: Jacobian, other: Jacobian): Jacobian {
  const { p } = field;
  const [x1, y1, z1] = one;
  const [x2, y2, z2] = other;
  if (z1 === 0n) return other;
  if (z2 === 0n) return one;
  const [square1, square2] = [(z1 * z1) % p, (z2 * z2) % p];
  const [u1, u2] = [(x1 * square2) % p, (x2 * square1) % p];
  const [s1, s2] = [(y1 * square2 * z2) % p, (y2 * square1 * z1) % p];
  const h = modulo(u2 - u1, p);
  const r = modulo(s2 - s1, p);
  if (h === 0n) return r === 0n ? doubled(field, one) : INFINITY;
  const h2 = (h * h) % p;
  const h3 = (h2 * h) % p;
  const x3 = modulo(r * r - h3 - 2n * u1 * h2, p);
  return [x3, modulo(r * (u1 * h2 - x3) - s1 * h3, p), (h * z1 * z2) % p];
}

function multiplied(field: Field, point: Jacobian, factor: bigint): Jacobian {
  return Array.from(factor.toString(2)).reduce<Jacobian>((sum, bit) => {
    const twice = doubled(field, sum);
    return bit === '1' ? added(field, twice, point) : twice;
  }, INFINITY);
}

/** The sum of points of a curve, each so many times. */
export function sumOf(field: Field, parts: readonly (readonly [factor: bigint, point: Point])[]): Point {
  const [x, y, z] = parts.reduce<Jacobian>((sum, [factor, point]) => {
    return point ? added(field, sum, multiplied(field, [...point, 1n], factor)) : sum;
  }, INFINITY);
  if (z === 0n) return undefined;
  const inverted = inverse(z, field.p);
  return [(x * inverted ** 2n) % field.p, (y * inverted ** 3n) % field.p];
}
