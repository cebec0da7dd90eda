import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError } from '../config';
import { lookForPublicKeys, openEvidenceKeys, renewKey, type KeySettings } from './evidence-keys';

const alone = (): KeySettings & { dataDir: string } => ({
  dataDir: mkdtempSync(join(tmpdir(), 'evidence-')),
  databaseUrl: undefined,
  evidenceKey: undefined,
});

it('a server that is alone makes its key once, for its own account, and has it again after a restart', () => {
  const settings = alone();
  expect(lookForPublicKeys(settings)).toEqual([]);
  const first = openEvidenceKeys(settings)?.publicKeys;
  expect(first).toEqual([expect.stringMatching(/^[\da-f]{64}$/)]);
  expect(openEvidenceKeys(settings)?.publicKeys).toEqual(first);
  expect(readdirSync(settings.dataDir)).toEqual(['evidence-key.pem']);
  if (process.platform !== 'win32') expect(statSync(join(settings.dataDir, 'evidence-key.pem')).mode & 0o077).toBe(0);
});

it('several servers have none of their own, and the one that is named', async () => {
  const settings = { ...alone(), databaseUrl: 'postgresql://tresor@localhost/tresor' };
  expect(openEvidenceKeys(settings)).toBeUndefined();
  const evidenceKey = join(settings.dataDir, 'common.pem');
  await renewKey(evidenceKey);
  expect(openEvidenceKeys({ ...settings, evidenceKey })?.publicKeys).toEqual(lookForPublicKeys({ ...settings, evidenceKey }));
});

it('a key that was renewed is still known, by its public part alone', async () => {
  const settings = alone();
  const [first] = openEvidenceKeys(settings)?.publicKeys ?? [];
  const file = join(settings.dataDir, 'evidence-key.pem');
  const old = readFileSync(file, 'utf8');
  await renewKey(file);
  const renewed = openEvidenceKeys(settings)?.publicKeys;
  expect(renewed).toEqual([expect.not.stringContaining(first ?? ''), first]);
  const text = readFileSync(file, 'utf8');
  expect(text).not.toContain(old.split('\n')[1]);
  expect(text.match(/PRIVATE KEY-----/g)).toHaveLength(2);
});

it.each([
  ['nothing', ''],
  ['another kind of key', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ['something else', 'a key'],
])('%s in the file that is named ends the start with a sentence', (_, text) => {
  const settings = { ...alone(), evidenceKey: '' };
  settings.evidenceKey = join(settings.dataDir, 'named.pem');
  writeFileSync(settings.evidenceKey, text);
  expect(() => openEvidenceKeys(settings)).toThrow(ConfigError);
});
