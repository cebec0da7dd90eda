// @vitest-environment jsdom
import { hashKey, Query, type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { jobId as jobIdOf } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { policiesQuery } from '../../api/queries';
import {
  keyVaultSuggestionQuery,
  keyVaultTargetsQuery,
  machineOptionsQuery,
  restoreQuery,
  restoreScriptValuesQuery,
} from '../../api/restore-queries';
import { newKeyVaultDrafts } from '../../kept/item-drafts';
import { useRestoreScript } from './use-restore-script';
import { forgetSession } from '../../session/stored-session';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly } from '../../testing/mount';
import { VAULT } from '../../testing/places';

beforeEach(adeleWasHere);
afterEach(forgetSession);
afterEach(() => void vi.restoreAllMocks());

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000001');
const secret = { state: 'vault-missing', keyVaultId: '/kv', keyVaultName: 'GoneKV', version: '1', name: 'bek' };

afterEach(() => newKeyVaultDrafts.clear(`adele/${jobId}`));

/** The scripts of a restore, once Azure has said which name of a key vault is free, if it has. */
function mountScripts(free?: string, change: object = {}, known: object = {}) {
  const client = knownOnly();
  const put = ({ queryKey }: { queryKey: readonly unknown[] }, data: unknown) => client.setQueryData([...queryKey], data);
  put(restoreQuery(VAULT, jobId, '2017-01'), {
    keyChain: { secret, key: null },
    vmGroup: 'VmRG',
    machineId: { state: 'known', value: null },
    isolatedGroup: null,
    steps: [{ step: 'disks', state: 'running' }],
    ...change,
  });
  put(restoreScriptValuesQuery(VAULT, jobId), { machine: null, ...known });
  put(policiesQuery(VAULT), []);
  put(machineOptionsQuery(VAULT, jobId), {
    suggested: { name: 'VM-restored', group: 'VmRG', size: null },
    sizes: [],
    subnets: [],
    groups: [],
  });
  put(keyVaultTargetsQuery(VAULT, jobId), []);
  if (free !== undefined) put(keyVaultSuggestionQuery(VAULT, jobId), { name: free });
  return { client, put, hook: renderScripts(client) };
}

function renderScripts(client: QueryClient) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/${VAULT.subscriptionId}/${VAULT.resourceGroup}/${VAULT.vaultName}/${jobId}`]}>
        <Routes>
          <Route path="/:subscriptionId/:resourceGroup/:vaultName/:jobId" element={children} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>
  );
  return renderHook(() => useRestoreScript(), { wrapper });
}

const scriptsOf = (...about: Parameters<typeof mountScripts>) => mountScripts(...about).hook.result.current;

const newKeyVaultIn = (free: string | undefined) => scriptsOf(free).keyVaults.map(({ name }) => name);

test('a machine that stands apart is made without the tags of the old one, and outside its proximity placement group', () => {
  const plain = { keyChain: null, encrypted: false, osType: 'Windows', recoveryPointId: 'p', jobId, pairedRegion: null, targetGroup: 'RG' };
  const known = { storageAccountId: '/account', heldKeys: null, disks: [], location: 'westeurope', serviceAppId: null };
  const apart = { withoutProximityGroup: true, withoutTags: true };
  expect(scriptsOf(undefined, { ...plain, isolatedGroup: 'tresor-isolated-1' }, known).values).toMatchObject({ machine: apart });
  expect(scriptsOf(undefined, plain, known).values).toMatchObject({ machine: expect.not.objectContaining(apart) });
});

test('a script names the new key vault that Azure calls free, as the screen does', () => {
  expect(newKeyVaultIn('GoneKV-4')).toEqual(['GoneKV-4']);
});

test('what a person has typed on the screen goes before it', () => {
  newKeyVaultDrafts.change(`adele/${jobId}`, { name: 'OurKV' });
  expect(newKeyVaultIn('GoneKV-4')).toEqual(['OurKV']);
});

test('what fills the scripts is asked for once the restore is known, and again once that got further', async () => {
  const read = vi.spyOn(Query.prototype, 'fetch').mockReturnValue(new Promise(() => undefined));
  const { client, put, hook } = mountScripts();
  const query = restoreQuery(VAULT, jobId, '2017-01');
  const timesRead = () => {
    const { queryKey } = restoreScriptValuesQuery(VAULT, jobId);
    return read.mock.contexts.filter((each) => each instanceof Query && hashKey(each.queryKey) === hashKey(queryKey)).length;
  };
  const seen = client.getQueryData(query.queryKey);
  expect(timesRead()).toBe(0);
  put(query, { ...seen, vmName: 'VM1' });
  await waitFor(() => expect(hook.result.current.restore?.vmName).toBe('VM1'));
  expect(timesRead()).toBe(0);
  put(query, { ...seen, steps: [{ step: 'disks', state: 'done' }] });
  await waitFor(() => expect(timesRead()).toBe(1));

  hook.unmount();
  client.clear();
  renderScripts(client);
  expect(timesRead()).toBe(1);
});
