// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import { machinePath, type KeyState } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { machineEncryptionQuery } from '../../api/queries';
import { mount } from '../../testing/mount';
import { armId, VAULT } from '../../testing/places';
import { BrokenKeysNotice } from './broken-keys-notice';

const { subscriptionId } = VAULT;

/** What is said of machines with the same kind of secret each. */
function say(count: number, state: KeyState) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const machines = Array.from({ length: count }, (_, at) => ({
    id: armId('Microsoft.Compute/virtualMachines', `VM${String(at)}`),
    name: `VM${String(at)}`,
    resourceGroup: 'rg',
    osType: 'Windows' as const,
    encryption: { kind: 'bek' as const, pass: 'dual' as const, keyVaultIds: [] },
  }));
  for (const { name: vmName } of machines) {
    const { queryKey } = machineEncryptionQuery(machinePath.parse({ subscriptionId, vmGroup: 'rg', vmName }));
    client.setQueryData([...queryKey], { keyChain: { secret: { name: 'bek', state }, key: null } });
  }
  mount(<BrokenKeysNotice path={VAULT} machines={machines} />, { client });
  return screen.getByRole('status').textContent;
}

test('a key that cannot be read is named, with its machine, also where it went with its key vault', () => {
  expect(say(1, 'vault-missing')).toContain('VM0: Secret (BEK) bek: key vault no longer there');
  expect(screen.getByRole('link').getAttribute('href')).toContain('/encryption/rg/VM0');
});

test('machines whose keys nobody has looked at are not passed over', () => {
  expect(say(22, 'present')).toContain('Whether keys and secrets can be read can’t be seen for 2 virtual machines.');
  cleanup();
  expect(say(1, 'unreadable')).toContain('can’t be seen for one virtual machine.');
});

test('where all can be read nothing is said', () => {
  expect(say(1, 'present')).toBe('');
});
