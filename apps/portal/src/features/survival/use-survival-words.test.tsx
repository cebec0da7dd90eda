// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import type { KeySurvival, SurvivalKeyVault } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { isResourceGroupName, isSubscriptionId, isVaultName, isVmName } from '../../api/known-ids';
import { useSurvivalWords } from './use-survival-words';

const keyVault = (name: string, change: Partial<SurvivalKeyVault>): SurvivalKeyVault => ({
  id: `/kv/${name}`,
  name,
  state: 'there',
  keptUntil: null,
  purgeProtected: true,
  service: 'granted',
  lacking: [],
  findings: [],
  ...change,
});

function wordsOf(finding: KeySurvival['findings'][number], keyVaults: KeySurvival['keyVaults']): string {
  const [subscriptionId, resourceGroup, vaultName, vmName] = ['s', 'rg', 'vault', 'vm'];
  if (!isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup) || !isVaultName(vaultName) || !isVmName(vmName)) {
    throw new Error('A name is empty.');
  }
  const item = { subscriptionId, resourceGroup, vaultName, vmGroup: resourceGroup, vmName };
  const { result } = renderHook(() => useSurvivalWords());
  return result.current.ofRow({
    item,
    point: null,
    state: 'gone',
    findings: [finding],
    keyChain: null,
    keyVaults,
    needs: [],
    problem: null,
  });
}

test('of two key vaults, a finding names the one that is concerned', () => {
  const keyVaults = [keyVault('kv-bek', {}), keyVault('kv-kek', { state: 'missing', findings: ['key-vault-gone'] })];
  expect(wordsOf('key-vault-gone', keyVaults)).toBe('The key vault kv-kek no longer exists.');
});

test('where both are deleted, it is told of each how long it is kept, as far as that is known', () => {
  const deleted = { state: 'deleted', findings: ['key-vault-deleted'] } satisfies Partial<SurvivalKeyVault>;
  const keyVaults = [keyVault('kv-bek', { ...deleted, keptUntil: '2026-12-01T12:00:00Z' }), keyVault('kv-kek', deleted)];
  expect(wordsOf('key-vault-deleted', keyVaults)).toMatch(
    /^The key vaults kv-bek and kv-kek are deleted\. Azure keeps kv-bek until [^.]*2026\.$/,
  );
});
