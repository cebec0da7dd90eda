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
const machine = { id: '/vm', name: 'VM1' };
const found = (secret: KeyState, key: KeyState | null) =>
  brokenKeysOf([{ machine, chain: { secret: link('bek', secret), key: key && link('kek', key) } }]);

const NONE = { broken: [], withoutVault: [], unseen: 0 };

test('keys and secrets that are disabled, expired or gone are told', () => {
  expect(found('present', 'disabled')).toEqual({ ...NONE, broken: [{ machine, link: 'key', name: 'kek', state: 'disabled' }] });
  expect(found('missing', 'expired').broken.map(({ state }) => state)).toEqual(['missing', 'expired']);
});

test('what lay in a key vault that is gone is told apart from them', () => {
  expect(found('vault-deleted', null)).toEqual({
    ...NONE,
    withoutVault: [{ machine, link: 'secret', name: 'bek', state: 'vault-deleted' }],
  });
  expect(found('missing', 'vault-missing')).toMatchObject({ broken: [{ link: 'secret' }], withoutVault: [{ link: 'key' }] });
});

test('what cannot be seen is not called sound', () => {
  expect(found('present', 'unreadable')).toEqual({ ...NONE, unseen: 1 });
  expect(brokenKeysOf([{ machine, chain: null }]).unseen).toBe(1);
});
