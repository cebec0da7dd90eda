import { expect, it } from 'vitest';
import { firstWay, isKeyForeign, linksOf, revivedBy } from './key-recovery';

const keyVaultId = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';
const link = (state: string) => ({ state, keyVaultId });
const lost = { secret: link('missing'), key: link('missing') };
const own = (reason: string | null) => [{ id: keyVaultId.toUpperCase(), reason }];

it('what can be made good where it is, is; what is gone comes back to where it was, or to a key vault of its own', () => {
  expect(firstWay({ secret: link('missing'), key: link('deleted') }, own(null))).toBe('recover');
  expect(firstWay(lost, own('not-enabled-for-disk-encryption'))).toBe('recover');
  expect(firstWay(lost, own(null))).toBe('restore');
  expect(firstWay(lost, own('other-region'))).toBe('create');
  expect(firstWay(lost, [{ id: `${keyVaultId}2`, reason: null }])).toBe('create');
});

it('a key of another subscription or geography is put back nowhere, a secret is', () => {
  for (const state of ['vault-other-subscription', 'vault-other-geography']) {
    expect(isKeyForeign({ secret: link('missing'), key: link(state) })).toBe(true);
    expect(isKeyForeign({ secret: link(state), key: null })).toBe(false);
    expect(firstWay({ secret: link('missing'), key: link(state) }, own(null))).toBe('create');
  }
});

it('the key comes before the secret that it unwraps, each by its own step', () => {
  expect(linksOf({ secret: link('expired'), key: link('vault-deleted') }).map(revivedBy)).toEqual(['recover-key-vault', 'renew-keys']);
  expect(linksOf({ secret: link('present'), key: null }).map(revivedBy)).toEqual([undefined]);
});
