import { canonicalJson } from './canonical-json';
import { bytesOf, fingerprintOf, firstBroken, headOf, SEALED_FORMAT, signedBytes, type Chained, type Sealed } from './sealed';

/**
 * What is wrong with a file. `not-sealed`: it is no sealed evidence of this form; `rewritten`: its text is not the one that was written, though
 * it may mean the same; `record`: the record of this number, from 1, is not as it was, or not in its place; `count`: records are missing or were added;
 * `signature`: what is signed is something else, or the signature is no one's; `other-key`: it was signed, but by none of the keys that are known.
 */
export type SealFault =
  | { fault: 'not-sealed' | 'rewritten' | 'count' | 'signature' }
  | { fault: 'record'; number: number }
  | { fault: 'other-key'; fingerprint: string };

/** `isKnown`: whether one of the keys to compare with signed it; null where there was none to compare with. */
export type SealVerdict =
  | { state: 'sound'; sealed: Sealed; fingerprint: string; isKnown: true | null }
  | { state: 'unsound'; fault: SealFault }
  /** This program cannot check signatures of Ed25519. */
  | { state: 'cannot-check' };

const unsound = (fault: Exclude<SealFault, { number: number } | { fingerprint: string }>['fault']): SealVerdict => ({
  state: 'unsound',
  fault: { fault },
});

/**
 * Whether a file is as it was sealed: each byte of it, each record, their order and number, and by whose key. The same here and in the
 * browser, by WebCrypto. `known`: the public keys of the installation as digits; none: it is not compared by whom.
 */
export async function verifySealed(file: string | Uint8Array, known: readonly string[]): Promise<SealVerdict> {
  const text = typeof file === 'string' ? file : decoded(file);
  const sealed = text === undefined ? undefined : read(text);
  if (!sealed) return unsound('not-sealed');
  if (canonical(sealed) !== text) return unsound('rewritten');
  const { seal, records } = sealed;
  const number = await firstBroken(records);
  if (number !== undefined) return { state: 'unsound', fault: { fault: 'record', number } };
  if (seal.count !== records.length || seal.head !== headOf(records)) return unsound('count');
  const isSigned = await isSignedBy(sealed);
  if (isSigned === undefined) return { state: 'cannot-check' };
  if (!isSigned) return unsound('signature');
  const fingerprint = await fingerprintOf(seal.publicKey);
  if (known.length > 0 && !known.includes(seal.publicKey)) return { state: 'unsound', fault: { fault: 'other-key', fingerprint } };
  return { state: 'sound', sealed, fingerprint, isKnown: known.length > 0 ? true : null };
}

/** Undefined where this browser does not know Ed25519, or the page did not come by https. */
async function isSignedBy({ seal }: Sealed): Promise<boolean | undefined> {
  const key = await importKey(bytesOf(seal.publicKey));
  return key && crypto.subtle.verify('Ed25519', key, bytesOf(seal.signature), signedBytes(seal));
}

const importKey = (bytes: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', bytes, 'Ed25519', true, ['verify']).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NotSupportedError') return undefined;
    throw error;
  });

function canonical(sealed: Sealed): string | undefined {
  try {
    return sealedText(sealed);
  } catch {
    return undefined;
  }
}

/** The file of sealed evidence. */
export const sealedText = ({ seal, records }: Sealed): string =>
  canonicalJson({ records: records.map(({ hash, record }) => ({ hash, record })), seal: { ...seal } });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function read(text: string): Sealed | undefined {
  try {
    const found = JSON.parse(text);
    return isSealed(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown, names: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).toSorted().join() === names;

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === bytes * 2 && /^[\da-f]+$/.test(value);

const isChained = (value: unknown): value is Chained => isObject(value, 'hash,record') && isHex(value['hash'], 32);

function isSealed(value: unknown): value is Sealed {
  if (!isObject(value, 'records,seal')) return false;
  const { seal, records } = value;
  if (!Array.isArray(records) || !records.every(isChained)) return false;
  if (!isObject(seal, 'count,format,head,publicKey,sealedAt,signature')) return false;
  const { count, format, head, publicKey, sealedAt, signature } = seal;
  const isTyped = format === SEALED_FORMAT && Number.isSafeInteger(count) && typeof sealedAt === 'string';
  return isTyped && isHex(head, 32) && isHex(publicKey, 32) && isHex(signature, 64);
}
