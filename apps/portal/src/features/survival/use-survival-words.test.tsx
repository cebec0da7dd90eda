// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { KeySurvival, SurvivalKeyVault } from '@tresor/contracts';
import type { PropsWithChildren } from 'react';
import { expect, test, vi } from 'vitest';
import { isResourceGroupName, isSubscriptionId, isVaultName, isVmName } from '../../api/known-ids';
import { subscriptionsQuery } from '../../api/queries';
import { useSurvivalWords } from './use-survival-words';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
const Provided = ({ children }: PropsWithChildren) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;

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

function wordsOf(finding: KeySurvival['findings'][number], keyVaults: KeySurvival['keyVaults'], needs: KeySurvival['needs'] = []): string {
  const [subscriptionId, resourceGroup, vaultName, vmName] = ['s', 'rg', 'vault', 'vm'];
  if (!isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup) || !isVaultName(vaultName) || !isVmName(vmName)) {
    throw new Error('A name is empty.');
  }
  const item = { subscriptionId, resourceGroup, vaultName, vmGroup: resourceGroup, vmName };
  const { result } = renderHook(() => useSurvivalWords(), { wrapper: Provided });
  return result.current.ofRow({
    item,
    point: null,
    state: 'gone',
    findings: [finding],
    keyChain: null,
    keyVaults,
    needs,
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

test('where somebody needs a right, a subscription is called by its name, and by its id where that is all that is seen', () => {
  const unread = [keyVault('kv', { state: 'unreadable', findings: ['key-vault-unreadable'] })];
  const needed = (id: string) => wordsOf('key-vault-unreadable', unread, [{ right: 'read-key-vaults', at: [`/subscriptions/${id}`] }]);
  const [seen, hidden] = ['f2edfd5d-5496-4683-b94f-b3588c579009', '0e9f7a11-0000-4000-8000-000000000001'];
  if (!isSubscriptionId(seen)) throw new Error('It is an id.');
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: seen, name: 'Contoso Production', state: 'Enabled', customerTenantId: null },
  ]);
  expect(needed(seen)).toBe('You can’t read kv. To see this, you need the role “Reader” on the subscription Contoso Production.');
  expect(needed(hidden)).toMatch(`on the subscription ${hidden} (you can’t see its name).`);
});

test('of a customer’s key vault nobody here is told to ask for a right that no role gives', () => {
  const seen = 'f2edfd5d-5496-4683-b94f-b3588c579009';
  const at = `/subscriptions/${seen}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`;
  const unread = [keyVault('kv', { state: 'unreadable', findings: ['key-vault-unreadable'] })];
  const needed = (customerTenantId: string | null) => {
    if (!isSubscriptionId(seen)) throw new Error('It is an id.');
    client.setQueryData(subscriptionsQuery().queryKey, [{ subscriptionId: seen, name: 'Fabrikam', state: 'Enabled', customerTenantId }]);
    return wordsOf('key-vault-unreadable', unread, [{ right: 'read-keys', at: [at] }]);
  };
  expect(needed(null)).toMatch(/you need read access to keys and secrets in kv\.$/);
  expect(needed('fabrikam')).toMatch(
    /you need the customer’s help with kv \(you can’t read keys and secrets there, whatever role you have\)\.$/,
  );
});
