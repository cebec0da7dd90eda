// @vitest-environment jsdom
import { vault, type ItemInVault } from '@tresor/contracts';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingsQuery } from '../../../azure/items/standings';
import { setLanguage, type Language } from '../../../language/language';
import { adeleIsHere } from '../../../testing/adele';
import { itemInVaultOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, VAULT } from '../../../testing/places';
import VaultPictures from '../vault-pictures';

beforeEach(adeleIsHere);
// What is below the edge of the window is not drawn.
class Unseen {
  observe = vi.fn();
  unobserve = vi.fn();
  disconnect = vi.fn();
}
beforeEach(() => void vi.stubGlobal('IntersectionObserver', Unseen));
afterEach(() => vi.unstubAllGlobals());

const shown = vault.parse({
  subscriptionId: VAULT.subscriptionId,
  resourceGroup: VAULT.resourceGroup,
  id: armId('Microsoft.RecoveryServices/vaults', VAULT.vaultName),
  name: VAULT.vaultName,
  location: 'westeurope',
  crossRegionRestore: false,
  subscriptionName: 'Production',
  provisioningState: 'Succeeded',
  storageReplication: null,
  storageReplicationLocked: null,
  softDelete: null,
  softDeleteDays: null,
  immutability: null,
});

function show(items: readonly Partial<ItemInVault>[] | 'unread', language: Language = 'en') {
  setLanguage(language);
  const client = knownOnly();
  const { queryKey } = standingsQuery(VAULT);
  if (items === 'unread')
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('No answer') });
  else
    client.setQueryData(
      queryKey,
      items.map((item, at) => itemInVaultOf(`VM${String(at)}`, item)),
    );
  mount(<VaultPictures vault={shown} />, { client });
}

test.each([
  {
    language: 'en',
    gone: '2 of the virtual machines backed up here are missing: VM1 and VM2.',
    unseen: 'You can’t see whether this virtual machine still exists: VM3.',
  },
  {
    language: 'de',
    gone: '2 der Computer, die hier gesichert werden, fehlen: VM1 und VM2.',
    unseen: 'Ob es diesen virtuellen Computer noch gibt, dürfen Sie nicht sehen: VM3.',
  },
] as const)('by the number of machines stands which are gone, and of which nobody can tell ($language)', ({ language, gone, unseen }) => {
  show([{}, { machine: 'gone' }, { machine: 'gone' }, { machine: 'unseen' }], language);
  expect(screen.getByText(gone)).toBeDefined();
  expect(screen.getByText(unseen)).toBeDefined();
});

test('where it could not be read whether they are there, that is said', () => {
  show('unread');
  expect(screen.getByText('Whether the virtual machines still exist couldn’t be read.')).toBeDefined();
});

test('where all are there nothing is said, nor of those whose backup was given up', () => {
  show([{}, { machine: 'unseen', protectionState: 'ProtectionStopped' }, { machine: 'gone', deletedAt: '2026-11-27T09:00:00.000Z' }]);
  expect(screen.queryByText(/missing|still exist/)).toBeNull();
});
