// @vitest-environment jsdom
import type { KeyChain, KeyState, KeyVaultTarget } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { isChainComplete, isKeyVaultName, keyOffers } from './key-offers';
import { suggestedKeyVaultName } from '../../../kept/item-drafts';

const keyVaultId = '/subscriptions/s/resourceGroups/IgniteRG/providers/Microsoft.KeyVault/vaults/IgniteDemoKV';
const link = (kind: 'secrets' | 'keys', state: KeyState) => ({
  url: `https://ignitedemokv.vault.azure.net/${kind}/DBVM2/1f`,
  name: 'DBVM2',
  version: '1f',
  keyVaultId: kind === 'keys' ? keyVaultId.toLowerCase() : keyVaultId,
  keyVaultName: 'IgniteDemoKV',
  state,
  expires: null,
  newest: true,
});
const chain = (secret: KeyState, key: KeyState | null): KeyChain => ({
  secret: link('secrets', secret),
  key: key === null ? null : link('keys', key),
});
const target = (reason: KeyVaultTarget['reason']): KeyVaultTarget => ({
  id: keyVaultId,
  name: 'IgniteDemoKV',
  location: 'westeurope',
  reason,
});
const open = (...given: Parameters<typeof keyOffers>) =>
  keyOffers(...given).flatMap(({ way, reason }) => (reason === undefined ? [way] : []));

describe('bringing key and secret back', () => {
  test('by recovering comes first where anything is only soft-deleted, the key vault too', () => {
    expect(open(chain('deleted', 'present'), [target(null)])).toEqual(['recover', 'restore', 'create']);
    expect(open(chain('vault-deleted', 'vault-deleted'), [target('deleted')])).toEqual(['recover', 'create']);
  });

  test('from the backup is barred where the key was in another subscription or geography', () => {
    for (const state of ['vault-other-subscription', 'vault-other-geography'] as const) {
      expect(open(chain(state, state), [target(null)])).toEqual([]);
    }
    expect(open(chain('vault-other-region', 'vault-other-region'), [target(null)])).toEqual(['restore', 'create']);
  });

  test('by recovering is barred where everything was purged', () => {
    expect(open(chain('missing', 'missing'), [target(null)])).toEqual(['restore', 'create']);
    expect(keyOffers(chain('missing', 'missing'), [target(null)])[0]?.reason?.de).toContain('bewahrt nichts');
  });

  test('by recovering opens the original key vault where everything was purged and it is closed to disk encryption', () => {
    expect(open(chain('missing', 'missing'), [target('not-enabled-for-disk-encryption')])).toEqual(['recover', 'create']);
  });

  test('leaves only a new key vault where no other can take them', () => {
    expect(open(chain('vault-missing', 'vault-missing'), [target('other-region'), target('no-rights')])).toEqual(['create']);
  });

  test('by making good what is there where it is only disabled, expired or closed to disk encryption', () => {
    for (const state of ['disabled', 'expired', 'vault-not-enabled'] as const) {
      expect(open(chain('present', state), [target(null)])).toContain('recover');
    }
    expect(open(chain('vault-other-region', 'vault-other-region'), [target('other-region')])).toEqual(['create']);
  });

  test('by recovering is barred for an isolated machine, whose keys stay in its own group', () => {
    const offers = keyOffers(chain('deleted', 'present'), [target(null)], undefined, true);
    expect(offers[0]?.reason?.en).toContain('in isolation');
  });

  test('is not needed for a chain that is whole, with or without a key', () => {
    expect([chain('present', 'present'), chain('present', null), chain('present', 'expired')].map(isChainComplete)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the name of a new key vault', () => {
  test('is suggested after the original one and fits its rules', () => {
    for (const original of ['IgniteDemoKV', 'a-very-long-key-vault-24', 'kv--x'.slice(0, 3)]) {
      expect(isKeyVaultName(suggestedKeyVaultName(original)), original).toBe(true);
    }
  });

  test('is refused with two hyphens in a row, one at the end, or too short', () => {
    expect(['a--b', 'abc-', 'ab', '1abc'].map(isKeyVaultName)).toEqual([false, false, false, false]);
  });
});
