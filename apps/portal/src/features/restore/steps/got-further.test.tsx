// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import type { KeyChain, KeyVaultTarget, LetIn, Restore, RestoreStep, StepView } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adeleIsHere } from '../../../testing/adele';
import { tagsOffered } from '../../../testing/machine-setting';
import { mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';
import AfterCareStep from './after-care.blade';
import KeysStep from './keys.blade';

beforeEach(adeleIsHere);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
afterEach(() => void vi.unstubAllGlobals());

const stepOf = (step: RestoreStep, state: StepView['state'], command: StepView['command'] = null): StepView => ({
  step,
  state,
  reason: null,
  needs: [],
  command,
});
const started: Restore = { ...someRestore, encrypted: true };
const REST = `/restores/${started.jobId}`;
const never = new Promise<Response>(() => undefined);

/** What the server answers to addresses that end so; to others nothing. */
let answers: Record<string, unknown> = {};

function show(blade: ReactNode, first: Record<string, unknown>) {
  answers = first;
  vi.stubGlobal('fetch', async (request: Request) => {
    const end = Object.keys(answers).find((each) => new URL(request.url).pathname.endsWith(each));
    return end === undefined ? await never : Response.json(answers[end]);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const address = `/vaults/${subscriptionId}/${resourceGroup}/${vaultName}${REST}`;
  return mount(blade, { client, address, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId' });
}

/** Until a restore in which something waits was looked at again, and what follows was read. */
const look = () => act(() => vi.advanceTimersByTimeAsync(5_500));

test('who is let into a new key vault is read again once the server’s own run let Azure Backup in', async () => {
  const letIn: LetIn = { keyVaultName: 'FreshKV', user: true, backup: false, groups: [], people: [], others: 0 };
  const keys = stepOf('keys', 'done');
  show(<KeysStep />, {
    [REST]: { ...started, steps: [keys, stepOf('protection', 'ready', 'protect')] },
    '/key-vaults/access': [letIn],
  });
  await look();
  expect(screen.getByText('These can work in the new key vault FreshKV: you.')).toBeDefined();
  answers = {
    [REST]: { ...started, steps: [keys, stepOf('protection', 'running')] },
    '/key-vaults/access': [{ ...letIn, backup: true }],
  };
  await look();
  expect(screen.getByText('These can work in the new key vault FreshKV: you and Azure Backup.')).toBeDefined();
});

test('the settings of the new machine are read again once the restore got further', async () => {
  const made = stepOf('machine', 'done');
  show(<AfterCareStep />, {
    [REST]: { ...started, steps: [made, stepOf('encryption', 'running')] },
    '/settings': [tagsOffered],
  });
  await look();
  expect(screen.getByText('owner: IT')).toBeDefined();
  answers = {
    [REST]: { ...started, steps: [made, stepOf('encryption', 'done'), stepOf('after-care', 'ready')] },
    '/settings': [{ ...tagsOffered, new: ['owner: Alex'] }],
  };
  await look();
  expect(screen.getByText('owner: Alex')).toBeDefined();
});

const keyVaultId = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/OldKV`;
const target: KeyVaultTarget = { id: keyVaultId, name: 'OldKV', location: 'westeurope', reason: 'deleted' };
const chainWhere = (state: KeyChain['secret']['state']): KeyChain => ({
  secret: {
    name: 'bek',
    version: '1',
    url: 'https://oldkv.vault.example/secrets/bek/1',
    keyVaultId,
    keyVaultName: 'OldKV',
    state,
    expires: null,
    newest: null,
  },
  key: null,
});

test('where keys can go is read again once another person brought the key vault back, though the step is the same', async () => {
  const steps = [stepOf('keys', 'ready', 'restore-keys')];
  show(<KeysStep />, {
    [REST]: { ...started, steps, keyChain: chainWhere('vault-deleted') },
    '/key-vaults': [target],
  });
  await look();
  expect(screen.getByText('No existing key vault can be used.')).toBeDefined();
  answers = {
    [REST]: { ...started, steps, keyChain: chainWhere('missing') },
    '/key-vaults': [{ ...target, reason: null }],
  };
  await look();
  expect(screen.queryByText('No existing key vault can be used.')).toBeNull();
});
