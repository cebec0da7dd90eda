// @vitest-environment jsdom
import type { ItemInVault } from '@tresor/contracts';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingsQuery } from '../../../azure/items/standings';
import { setLanguage, type Language } from '../../../language/language';
import { adeleIsHere } from '../../../testing/adele';
import { itemInVaultOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { someVault } from '../../../testing/vault';
import VaultPictures from '../vault-pictures';
import { MissingMachines } from './missing-machines';

beforeEach(adeleIsHere);
// What is below the edge of the window is not drawn.
class Unseen {
  observe = vi.fn();
  unobserve = vi.fn();
  disconnect = vi.fn();
}
beforeEach(() => void vi.stubGlobal('IntersectionObserver', Unseen));
afterEach(() => void vi.unstubAllGlobals());
afterEach(() => void vi.useRealTimers());

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
  mount(<VaultPictures vault={someVault} />, { client });
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

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('they are looked for once all that the page shows first has been read, and nothing more was asked for a moment', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const client = knownOnly();
  const reading = (name: string, ms: number) =>
    void client.fetchQuery({ queryKey: [name], queryFn: () => new Promise((resolve) => setTimeout(resolve, ms, name)) });
  const isAsked = () => client.isFetching(standingsQuery(VAULT)) > 0;

  reading('vault', 10_000);
  mount(<MissingMachines vault={VAULT} />, { client });
  await pass(10_200);
  reading('what follows from it', 200);
  await pass(400);
  expect(isAsked()).toBe(false);
  await pass(100);
  expect(isAsked()).toBe(true);
});
