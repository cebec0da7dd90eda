import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLOUD, problemsOf } from '../testing/settings';

const folder = mkdtempSync(join(tmpdir(), 'tresor-config-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const problemsWith = (named: string) => problemsOf({ ...CLOUD, TRESOR_EVIDENCE_KEY: named });

it('takes a key of evidence, and one that was renewed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = pem(privateKey) + publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(problemsWith(file('renewed.pem', text))).toEqual([]);
});

it.each([
  ['that is not there', join(folder, 'nowhere.pem'), 'does not exist'],
  ['that is a folder', folder, 'is a folder'],
  ['that is empty', file('empty.pem', ''), 'holds no private key of Ed25519'],
  ['with another kind of key', file('other.pem', pem(generateKeyPairSync('x25519').privateKey)), 'holds no private key of Ed25519'],
])('names beside all other problems a key of evidence %s', (_what, named, why) => {
  expect(problemsWith(named)).toEqual([expect.stringContaining(why)]);
  expect(problemsOf({ ...CLOUD, TRESOR_EVIDENCE_KEY: named, TRESOR_PORT: 'x' })).toHaveLength(2);
});
