import type { KeyLink, KeyState } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { brokenKeysOf } from './broken-keys';

const link = (name: string, state: KeyState): KeyLink => ({
  url: '',
  name,
  version: '',
  keyVaultId: '',
  keyVaultName: '',
  state,
  expires: null,
  newest: true,
});
const machine = { id: '/vm', name: 'VM1', resourceGroup: 'rg' };
const found = (secret: KeyState, key: KeyState | null) =>
  brokenKeysOf([{ machine, chain: { secret: link('bek', secret), key: key && link('kek', key) } }]);

test('keys and secrets that are disabled, expired or gone are told, also where they went with their key vault', () => {
  expect(found('present', 'disabled')).toEqual({ broken: [{ machine, link: 'key', name: 'kek', state: 'disabled' }], unseen: 0 });
  expect(found('missing', 'expired').broken.map(({ state }) => state)).toEqual(['missing', 'expired']);
  expect(found('vault-deleted', 'vault-missing').broken.map(({ state }) => state)).toEqual(['vault-deleted', 'vault-missing']);
});

test('what cannot be seen is not called sound', () => {
  expect(found('present', 'unreadable')).toEqual({ broken: [], unseen: 1 });
  expect(brokenKeysOf([{ machine, chain: null }]).unseen).toBe(1);
});
