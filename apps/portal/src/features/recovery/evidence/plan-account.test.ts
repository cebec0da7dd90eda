import type { EvidenceRecord, SealedEvidence } from '@tresor/contracts';
import { expect, test } from 'vitest';
import type { Text } from '../../../language/use-text';
import { keyVersions } from './plan-account';

const VERSION = '3b98def4663a5c3eaf53282f11c06d99';
const text: Text = (message, values?: object) => `${message.en} ${Object.values(values ?? {}).join(' ')}`.trim();

/** Evidence in which Azure showed these things, of the restores that are named. */
function evidence(
  ...seen: readonly [restore: string, what: 'point' | 'secret' | 'key', facts: Record<string, string>][]
): Pick<SealedEvidence, 'records'> {
  const records = seen.map(([restore, what, facts], position): { hash: string; record: EvidenceRecord } => ({
    hash: '',
    record: { kind: 'entry', position, commandId: '', restore, entry: { kind: 'seen', at: '', what, facts } },
  }));
  return { records };
}

const secret = { url: `https://kv.vault.azure.net/secrets/BEK/${VERSION}` };
const key = { url: `https://kv.vault.azure.net/keys/KEK/${VERSION}` };

test('a machine is told with the versions of its own restore alone', () => {
  const sealed = evidence(
    ['one', 'secret', secret],
    ['one', 'key', key],
    ['other', 'secret', { url: secret.url.replace('BEK', 'Foreign') }],
  );
  expect(keyVersions(sealed, 'ONE', text)).toContain(`BEK ${VERSION} kv`);
  expect(keyVersions(sealed, 'one', text)).toContain(`KEK ${VERSION} kv`);
  expect(keyVersions(sealed, 'one', text)).not.toContain('Foreign');
});

test('what nobody saw is told as not seen, and what has no key as that', () => {
  expect(keyVersions(evidence(['one', 'secret', { hidden: 'read-keys' }]), 'one', text)).toBe('not seen');
  expect(keyVersions(evidence(), null, text)).toBe('not seen');
  expect(keyVersions(evidence(['one', 'point', { encrypted: 'false' }]), 'one', text)).toBe('not encrypted');
  expect(keyVersions(evidence(['one', 'secret', secret]), 'one', text)).toContain('No KEK');
});
