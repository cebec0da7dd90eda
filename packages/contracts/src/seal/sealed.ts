import { canonicalJson, type Json } from './canonical-json';

/** Version of the form; another one is read by another verifier. */
export const SEALED_FORMAT = 'tresor-evidence/1';

/** A record with its link of the chain. */
export interface Chained {
  /** SHA-256 over the hash before and the record, both as canonical JSON; hexadecimal digits in small letters, as everywhere here. */
  hash: string;
  record: Json;
}

/** What is signed: with the last hash every record, their order and their number. */
export interface SealStatement {
  format: typeof SEALED_FORMAT;
  count: number;
  /** The last hash of the chain. */
  head: string;
  /** Ed25519, 32 bytes (RFC 8032). */
  publicKey: string;
  /** ISO 8601 in UTC, by Azure's clock. */
  sealedAt: string;
}

export interface Sealed {
  seal: SealStatement & { /** Ed25519 over the statement as canonical JSON, 64 bytes. */ signature: string };
  records: readonly Chained[];
}

/** The hash before the first record. */
export const NOTHING_BEFORE = '0'.repeat(64);

const utf8 = (text: string) => new TextEncoder().encode(text);

const hexOf = (bytes: ArrayBuffer | Uint8Array): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes that two hexadecimal digits each write. */
export const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** SHA-256 of some bytes. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => hexOf(await crypto.subtle.digest('SHA-256', bytes));

/** What is hashed of a record in its place: `record` as canonical JSON, `before` the hash before it. */
export const linkText = (before: string, record: string): string => `["${before}",${record}]`;

const linkOf = (before: string, record: Json): Promise<string> => sha256(utf8(linkText(before, canonicalJson(record))));

/** Binds each record to those before it. */
export async function chain(records: readonly Json[]): Promise<Chained[]> {
  const chained: Chained[] = [];
  for (const record of records) chained.push({ hash: await linkOf(headOf(chained), record), record });
  return chained;
}

/** The hash in hexadecimal digits of the last record, by which all before it are fixed; of none, that of nothing. */
export const headOf = (records: readonly Chained[]): string => records.at(-1)?.hash ?? NOTHING_BEFORE;

/** Number of the first record, from 1, that is not bound to those before it as it says; undefined where all are. */
export async function firstBroken(records: readonly Chained[]): Promise<number | undefined> {
  let before = NOTHING_BEFORE;
  for (const [position, { hash, record }] of records.entries()) {
    if ((await linkOf(before, record)) !== hash) return position + 1;
    before = hash;
  }
  return undefined;
}

/** The bytes that are signed. */
export const signedBytes = ({ format, count, head, publicKey, sealedAt }: SealStatement): Uint8Array<ArrayBuffer> =>
  utf8(canonicalJson({ format, count, head, publicKey, sealedAt }));

/** Before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI = '302a300506032b6570032100';

/** SHA-256 over the public key in DER, in pairs of digits: what `openssl pkey -pubin -outform DER | sha256sum` shows. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const digits = await sha256(bytesOf(SPKI + publicKey));
  return digits.toUpperCase().match(/../g)?.join(':') ?? '';
}

/** The public key as PEM, as OpenSSL reads it. */
export const pemOf = (publicKey: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...bytesOf(SPKI + publicKey)))}\n-----END PUBLIC KEY-----\n`;

/** The key of a PEM or of its 64 digits; undefined where it is no public key of Ed25519. */
export function publicKeyIn(text: string): string | undefined {
  const digits = text.trim().toLowerCase();
  if (/^[\da-f]{64}$/.test(digits)) return digits;
  const body = /-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----/.exec(text)?.[1];
  if (body === undefined) return undefined;
  const der = hexOf(Uint8Array.from(atob(body.replaceAll(/\s/g, '')), (letter) => letter.codePointAt(0) ?? 0));
  return der.startsWith(SPKI) && der.length === SPKI.length + 64 ? der.slice(SPKI.length) : undefined;
}
