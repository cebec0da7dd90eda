// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import type { KeptFile, Restore, StepView } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { someRestore } from '../../../testing/restore';
import { Leftovers } from './leftovers';

beforeEach(adeleWasHere);
afterEach(forgetSession);
function show(kept: KeptFile[] | null, leftovers: string[] = [], steps: StepView[] = []) {
  const restore: Restore = {
    ...someRestore,
    steps,
    storageAccountName: 'staging',
    leftovers: { state: 'known', value: leftovers },
    keptLeftovers: { state: 'known', value: kept },
  };
  const client = knownOnly();
  mount(<Leftovers restore={restore} />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId',
    address: `/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/v/restores/${restore.jobId}`,
  });
  return screen.getByRole('status').textContent;
}

test('none are said to be left only where none can be brought back', () => {
  expect(show([])).toBe('No files with key data are left.');
});

test('deleted ones are told with the moment until which they can be brought back, the latest of several', () => {
  const words = show([
    { name: 'one.json', until: '2026-12-05T10:00:00Z' },
    { name: 'other.json', until: '2026-12-07T10:00:00Z' },
  ]);
  expect(words).toMatch(/are deleted\. The storage account staging keeps them until .*7.*2026/);
  expect(words).not.toContain('left');
});

test('former versions are told to have no end, and what nobody could read is told as that', () => {
  expect(show([{ name: 'one.json', until: null }])).toContain('keeps former versions of them until someone deletes these');
  cleanup();
  expect(show(null)).toContain('couldn’t be read');
});

test('a reason can be given where there is something to delete, and is not asked for where there is not', () => {
  show([], ['encryption.json']);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Delete and check', 'Give a reason or ticket']);
  cleanup();
  show([]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('nobody is asked why files go that have to stay', () => {
  show([], ['encryption.json'], [{ step: 'after-care', needs: [], command: null, state: 'blocked', reason: 'leftovers-needed' }]);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Delete and check']);
});
