import { keyLink, itemPath } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { expiringKeys } from './key-expiry-rows';

const NOW = Date.parse('2026-06-30T00:00:00.000Z');
const item = (vmName: string) =>
  itemPath.parse({
    subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
    resourceGroup: 'rg',
    vaultName: 'vault',
    vmGroup: 'rg',
    vmName,
  });
const link = (name: string, expires: string | null) =>
  keyLink.parse({
    url: 'https://kv/x',
    name,
    version: '1',
    keyVaultId: '/kv',
    keyVaultName: 'kv',
    state: 'present',
    expires,
    newest: true,
  });

test('keys and secrets that run out stand in the order in which they do, each with how near that is', () => {
  const rows = [
    { item: item('vm1'), keyChain: { secret: link('bek', '2027-01-01T00:00:00.000Z'), key: link('kek', '2026-06-29T00:00:00.000Z') } },
    { item: item('vm2'), keyChain: { secret: link('bek', '2026-07-30T00:00:00.000Z'), key: null } },
    { item: item('vm3'), keyChain: { secret: link('bek', null), key: null } },
    { item: item('vm4'), keyChain: null },
  ];
  expect(expiringKeys(rows, NOW).map(({ item: { vmName }, kind, name, state }) => [vmName, kind, name, state])).toEqual([
    ['vm1', 'key', 'kek', 'past'],
    ['vm2', 'secret', 'bek', 'soon'],
    ['vm1', 'secret', 'bek', 'later'],
  ]);
});
