import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOf, pemOf, publicKeyIn } from '@tresor/contracts/seal';
import { ConfigError, type Config } from '../config';
import { privateKeyIn } from '../config/evidence-key';
import { keepPrivate } from './private-files';

/** By what evidence is sealed, and by what it was before. */
export interface EvidenceKeys {
  privateKey: KeyObject;
  /** 64 digits each; the first is the private key's. */
  publicKeys: [string, ...string[]];
}

const FILE = 'evidence-key.pem';
const PUBLIC = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/** What says where the key is. */
export type KeySettings = Pick<Config, 'evidenceKey' | 'databaseUrl' | 'dataDir'>;

/** The file of the key: the one that is named, else in the folder of a server that is alone. Several servers need one that all of them read. */
export function keyFileOf({ evidenceKey, databaseUrl, dataDir }: KeySettings): string | undefined {
  return evidenceKey ?? (databaseUrl === undefined ? join(dataDir, FILE) : undefined);
}

/** The installation's keys; a server that is alone makes its own. Undefined where the settings name none. @throws ConfigError */
export function openEvidenceKeys(settings: KeySettings): EvidenceKeys | undefined {
  const file = keyFileOf(settings);
  if (file === undefined) return undefined;
  if (settings.evidenceKey === undefined && !isThere(file)) writeNew(file, newPem([]));
  return readKeys(file);
}

/** The public keys, where there are any; none is made. @throws ConfigError */
export function lookForPublicKeys(settings: KeySettings): string[] {
  const file = keyFileOf(settings);
  return file !== undefined && isThere(file) ? readKeys(file).publicKeys : [];
}

/** Puts a new key in place of the old one, which stays known by its public part; without an old one it is the first. Answers the new fingerprint. */
export async function renewKey(file: string): Promise<string> {
  if (isThere(file)) {
    const next = `${file}.${randomUUID()}`;
    writeFileSync(next, newPem(readKeys(file).publicKeys), { mode: 0o600, flag: 'wx' });
    renameSync(next, file);
  } else writeNew(file, newPem([]));
  return fingerprintOf(readKeys(file).publicKeys[0]);
}

const newPem = (earlier: readonly string[]): string =>
  [generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), ...earlier.map(pemOf)].join('');

function isThere(file: string): boolean {
  try {
    return readFileSync(file).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new ConfigError([`the key for evidence, ${file}, cannot be read`]);
  }
}

/** Whole or not at all; where another process was faster, its key is the one. */
function writeNew(file: string, pem: string): void {
  const draft = `${file}.${randomUUID()}`;
  keepPrivate(dirname(file), draft);
  writeFileSync(draft, pem);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

function readKeys(file: string): EvidenceKeys {
  try {
    const text = readFileSync(file, 'utf8');
    const privateKey = privateKeyIn(text);
    const own = publicKeyIn(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString());
    const earlier = (text.match(PUBLIC) ?? []).map(publicKeyIn);
    if (own !== undefined && earlier.every((key) => key !== undefined)) return { privateKey, publicKeys: [own, ...earlier] };
  } catch {
    // Said below: what OpenSSL says of a key helps nobody.
  }
  throw new ConfigError([`the key for evidence, ${file}, is no private key of Ed25519 in PEM, followed by public ones`]);
}
