import type { KeyLink, KeyState } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { chainMessages } from './chain-messages';
import { keyRows } from './chain-rows';

const keyVaultId = '/subscriptions/s/resourceGroups/IgniteRG/providers/Microsoft.KeyVault/vaults/IgniteDemoKV';
const now = Date.parse('2026-11-25T09:00:00Z');

const link = (state: KeyState, more: Partial<KeyLink> = {}): KeyLink => ({
  url: 'https://ignitedemokv.vault.azure.net/keys/DBVM2/1f',
  name: 'DBVM2',
  version: '1f',
  keyVaultId,
  keyVaultName: 'IgniteDemoKV',
  state,
  expires: null,
  newest: true,
  ...more,
});

const words = (row: ReturnType<typeof keyRows>[number] | undefined) => row?.facts.map(({ word }) => word.de);

test('the chain goes down to the key vault, which is named once', () => {
  const rows = keyRows({ secret: link('present'), key: link('missing', { keyVaultId: keyVaultId.toLowerCase() }) }, now);
  expect(rows.map((row) => row.link)).toEqual(['secret', 'key', 'keyVault']);
  expect(rows.map(({ facts }) => facts[0]?.status)).toEqual(['success', 'error', 'success']);
});

test('without a key encryption key it has no link for it', () => {
  const rows = keyRows({ secret: link('vault-deleted'), key: null }, now);
  expect(rows.map((row) => row.link)).toEqual(['secret', 'keyVault']);
  expect(words(rows[1])?.[0]).toContain('zurückholen');
});

test('a key that runs out within three months, or has a newer version, says so', () => {
  const soon = new Date(now + 89 * 86_400_000).toISOString();
  const later = new Date(now + 91 * 86_400_000).toISOString();
  const [, key] = keyRows({ secret: link('present'), key: link('present', { expires: soon, newest: false }) }, now);
  expect(words(key)).toEqual(['vorhanden', 'läuft bald ab', 'es gibt eine neuere Version']);
  const [secret] = keyRows({ secret: link('present', { expires: later }), key: null }, now);
  expect(words(secret)).toEqual(['vorhanden']);
});

test('of what could not be looked at nobody says that it never runs out', () => {
  const unread = { newest: null };
  const [secret, key] = keyRows({ secret: link('unreadable', unread), key: link('missing', unread) }, now);
  expect([secret?.expires, key?.expires]).toEqual([chainMessages.expiryUnknown, chainMessages.expiryUnknown]);
  const [seen] = keyRows({ secret: link('disabled'), key: null }, now);
  expect(seen?.expires).toBe(chainMessages.never);
});

test('what else is known of a key vault stands with it', () => {
  const granted = { status: 'success', word: { de: 'darf', en: 'may' } } as const;
  const rows = keyRows({ secret: link('present'), key: null }, now, (id) => (id === keyVaultId ? [granted] : []));
  expect(rows.at(-1)?.facts).toContain(granted);
});
