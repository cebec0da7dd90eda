import { createPrivateKey, type KeyObject } from 'node:crypto';
import { parsed, read } from './files';

const NAME = 'TRESOR_EVIDENCE_KEY';
const PRIVATE = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/;

/** The private key of a file that may hold public ones, too. @throws what OpenSSL says */
export const privateKeyIn = (text: string): KeyObject => createPrivateKey(PRIVATE.exec(text)?.[0] ?? '');

/** What is wrong with the file of the key that signs evidence, where one is named. */
export function problemsOfEvidenceKey({ [NAME]: file }: NodeJS.ProcessEnv): string[] {
  if (!file) return [];
  const found = read(NAME, file);
  if ('problem' in found) return [found.problem];
  const key = parsed(() => privateKeyIn(found.text));
  return key?.asymmetricKeyType === 'ed25519' ? [] : [`${NAME}: ${file} holds no private key of Ed25519 in PEM`];
}
