// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { jobId as jobIdOf, keysHow, type KeyChain, type KeysHow } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyVaultTargetsQuery } from '../../../api/restore-queries';
import { useKeyForm } from './use-key-form';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, within } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';

beforeEach(adeleWasHere);
afterEach(forgetSession);

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000001');
const keyVaultId = (name: string) => `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`;
const target = (name: string) => ({ id: keyVaultId(name), name, location: 'westeurope', reason: null });
const chain: KeyChain = {
  secret: {
    name: 'bek',
    version: '1',
    url: 'https://old.vault.example/secrets/bek/1',
    keyVaultId: keyVaultId('OldKV'),
    keyVaultName: 'OldKV',
    state: 'missing',
    expires: null,
    newest: null,
  },
  key: null,
};

function formAfter(before: KeysHow | null, isolatedGroup: string | null = null, of = chain) {
  const client = knownOnly();
  client.setQueryData(keyVaultTargetsQuery(VAULT, jobId).queryKey, [target('OldKV'), target('OtherKV')]);
  const wrapper = within(client);
  return renderHook(() => useKeyForm(VAULT, jobId, of, { vmGroup: 'VmRG', isolatedGroup }, before), { wrapper }).result.current;
}

const howAfter = (...given: Parameters<typeof formAfter>): KeysHow => formAfter(...given).how();

test('key and secret come back the way that was chosen before', () => {
  const other = keysHow.parse({ way: 'restore', keyVaultId: keyVaultId('OtherKV') });
  const made = keysHow.parse({ way: 'create', name: 'OurKV', group: 'KeyRG' });
  expect(howAfter(other)).toEqual(other);
  expect(howAfter(made)).toEqual(made);
});

test('where nothing was chosen before, they go where they were', () => {
  expect(howAfter(null)).toEqual({ way: 'restore', keyVaultId: keyVaultId('OldKV') });
});

test('a new key vault for an isolated machine goes to the group in which that is isolated, whatever was chosen before', () => {
  const made = keysHow.parse({ way: 'create', name: 'OurKV', group: 'KeyRG' });
  expect(howAfter(made, 'tresor-isolated-1')).toEqual({ ...made, group: 'tresor-isolated-1' });
});

test('where Azure would take the key back nowhere, no way is chosen and the reason is said', () => {
  const foreign: KeyChain = { ...chain, key: { ...chain.secret, state: 'vault-other-subscription' } };
  const { way, whyNot } = formAfter(null, null, foreign);
  expect(way).toBeNull();
  expect(whyNot()?.en).toContain('subscription and geography');
});
