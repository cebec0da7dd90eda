import { createHash } from 'node:crypto';
import type { Sealing } from './sealing';

/** Collections whose documents hold keys, secrets, or what stands for a person who has signed in. */
export const SEALED: ReadonlySet<string> = new Set([
  'applications',
  'authority',
  'authorization-codes',
  'deployments',
  'device-codes',
  'extension-secrets',
  'key-material',
  'key-vault-keys',
  'key-vault-secrets',
  'password',
  'recovery-point-contents',
  'sign-in-sessions',
  'storage-keys',
]);

/** Collections whose keys are secrets themselves; instead of each its hash is written. */
const KEYED_BY_SECRET: ReadonlySet<string> = new Set(['authorization-codes', 'device-codes', 'sign-in-sessions']);

/** How the key of a document is written. */
export const storedKey = (collection: string, key: string): string =>
  KEYED_BY_SECRET.has(collection) ? createHash('sha256').update(key).digest('base64url') : key;

/** Under what a document is sealed: where it is, with its key as it is written. */
export const documentLabel = (collection: string, key: string): string => `${collection} ${key}`;

/** Under what a piece of a blob is sealed; a copy of the blob has the same. */
export const pieceLabel = (piece: number): string => `contents ${piece}`;

/** The text of a column that may be sealed; undefined when there is none. */
export function openedText(sealing: Sealing | undefined, label: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) return undefined;
  if (!sealing) throw new Error('What is sealed cannot be read in a world without a key.');
  return sealing.open(label, value).toString('utf8');
}
