// @vitest-environment jsdom
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { EstateSight, VaultAlerts, ItemInVault, Restore } from '@tresor/contracts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { StepId } from '@tresor/support-matrix';
import { afterEach, expect, test, vi } from 'vitest';
import { isJobId, isKeyVaultId, isResourceGroupName } from '../api/known-ids';
import { allItemsQuery, estateSightQuery, vaultAlertsQuery, vaultQuery } from '../api/queries';
import { provenRestoresQuery } from '../api/recovery-queries';
import { rightsQuery, type RightsQuestion } from '../api/rights-query';
import { allRestoresQuery, restoreQuery } from '../api/restore-queries';
import { proofDays } from '../kept/proof-days';
import { adeleIsHere } from '../testing/adele';
import { itemInVaultOf } from '../testing/backup-item';
import { knownOnly, mount } from '../testing/mount';
import { VAULT } from '../testing/places';
import Attention from './attention';
import { attentionOf } from './attention-of';

afterEach(() => proofDays.set('90'));

const JOB = 'a0b1c2d3-0000-4000-8000-00000000000';

const jobIdOf = (at: number) => `${JOB}${String(at)}`;

const KEY_VAULT = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`;
const PLACES = { targetGroup: 'RestoreRG', machineId: { state: 'known', value: null } };
const IN_VAULT = { subscriptionId: VAULT.subscriptionId, vault: { resourceGroup: VAULT.resourceGroup, vaultName: VAULT.vaultName } };

/** A restore as its list and its own answer tell of it. */
function putRestores(
  client: QueryClient,
  found: { vmName: string; next: Restore['next']; expires?: string; isolatedGroup?: Restore['isolatedGroup'] }[],
) {
  const listed = found.map(({ vmName }, at) => ({
    jobId: jobIdOf(at),
    vmName,
    status: 'Completed',
    startTime: null,
    reasons: [],
    vault: VAULT,
  }));
  client.setQueryData(allRestoresQuery().queryKey, { total: listed.length, restores: listed });
  for (const [at, { next, expires = null, isolatedGroup = null }] of found.entries()) {
    const secret = { name: 'bek', state: 'present', expires, keyVaultId: KEY_VAULT };
    const id = jobIdOf(at);
    if (isJobId(id))
      client.setQueryData([...restoreQuery(VAULT, id, '2017-01').queryKey], {
        next,
        isolatedGroup,
        keyChain: { secret, key: null },
        ...PLACES,
      });
  }
}

function show(
  items: ItemInVault[],
  restores: Parameters<typeof putRestores>[1] = [],
  unreadable: EstateSight['unreadable'] = [],
  alerts: VaultAlerts[] = [],
  softDeleteDays?: number,
) {
  const client = knownOnly();
  client.setQueryData(allItemsQuery().queryKey, items);
  if (softDeleteDays !== undefined) client.setQueryData([...vaultQuery(VAULT).queryKey], { softDeleteDays });
  putRestores(client, restores);
  return showWith(client, unreadable, alerts);
}

const missingAt = (scope: string, more: object = {}) => ({
  scope,
  actions: ['write'],
  roles: [],
  eligible: [],
  takesEffectBy: null,
  ...more,
});

/** What a person lacks of these steps. */
function putRights(
  client: QueryClient,
  meant: Omit<RightsQuestion, 'subscriptionId' | 'vault'>,
  lacking: Partial<Record<StepId, object[]>>,
) {
  const rights = Object.entries(lacking).map(([step, missing]) => ({ step, needs: [], missing }));
  client.setQueryData([...rightsQuery({ ...IN_VAULT, ...meant }).queryKey], rights);
}

function showWith(client: QueryClient, unreadable: EstateSight['unreadable'] = [], alerts: VaultAlerts[] = []) {
  client.setQueryData(provenRestoresQuery().queryKey, []);
  client.setQueryData(vaultAlertsQuery().queryKey, alerts);
  client.setQueryData(estateSightQuery().queryKey, { subscriptions: 50, unreadable });
  return mount(<Attention />, { client });
}

test('machines that are gone come first, then data that will be, then backups that fail; the rest is well', () => {
  const items = [
    itemInVaultOf('well'),
    itemInVaultOf('failing', { lastBackupStatus: 'Failed' }),
    itemInVaultOf('stopped', { lastBackupStatus: 'Failed', protectionState: 'ProtectionStopped' }),
    itemInVaultOf('expiring', { deletedAt: '2026-01-01T00:00:00.000Z', machine: 'gone' }),
    itemInVaultOf('given up', { machine: 'gone', protectionState: 'ProtectionStopped' }),
    itemInVaultOf('unseen', { machine: 'unseen' }),
    itemInVaultOf('missing', { machine: 'gone', lastBackupStatus: 'Failed' }),
  ];
  expect(attentionOf(items).map(({ item: { name }, trouble }) => [name, trouble])).toEqual([
    ['missing', 'missing'],
    ['expiring', 'expiring'],
    ['failing', 'failing'],
  ]);
});

test('each case has its words and the one button that helps', () => {
  show([
    itemInVaultOf('DBVM2', { machine: 'gone' }),
    itemInVaultOf('OldVM', { deletedAt: '2026-01-01T00:00:00.000Z' }),
    itemInVaultOf('RevokedVM1', { lastBackupStatus: 'Failed' }),
  ]);
  expect(screen.getByText('The virtual machine DBVM2 no longer exists.')).toBeDefined();
  expect(screen.getByText('The backup data of OldVM is deleted and will be permanently gone after some time.')).toBeDefined();
  expect(screen.getByText('The last backup of RevokedVM1 failed.')).toBeDefined();
  expect(
    within(screen.getByRole('region', { name: 'Needs your attention' }))
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label')),
  ).toEqual(['Restore: DBVM2', 'Undelete: OldVM', 'View: RevokedVM1']);
});

test('deleted data is gone after as many days as its vault keeps it', () => {
  show([itemInVaultOf('OldVM', { deletedAt: '2026-01-01T00:00:00.000Z' })], [], [], [], 30);
  expect(screen.getByText(/backup data of OldVM is deleted and will be permanently gone on 0?1\/31\/2026/)).toBeDefined();
});

test('a restore that waits for somebody leads to its step, one that Azure is at is told of, and keys that run out', () => {
  show(
    ['WaitsVM', 'RunsVM', 'ExtendedVM'].map((name) => itemInVaultOf(name, { machine: 'gone' })),
    [
      { vmName: 'WaitsVM', next: { kind: 'command', step: 'keys', command: 'restore-keys' } },
      { vmName: 'RunsVM', next: { kind: 'wait', step: 'disks' } },
      { vmName: 'ExtendedVM', next: { kind: 'done' }, expires: new Date(Date.now() + 20 * 86_400_000).toISOString() },
      { vmName: 'DoneVM', next: { kind: 'done' } },
    ],
  );
  expect(screen.getByText(/restore of WaitsVM is waiting for someone/)).toBeDefined();
  expect(screen.getByText(/Azure is working on the restore of RunsVM/)).toBeDefined();
  expect(screen.getByText(/unlocks the disks of ExtendedVM expires on .*: bek/)).toBeDefined();
  // No second restore is offered beside the first.
  expect(screen.getByText(/no longer exists/).textContent).toBe('The virtual machine ExtendedVM no longer exists.');
  expect(screen.queryByText(/DoneVM/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Continue: WaitsVM' }).getAttribute('href')).toMatch(/\/restores\/.*0\/keys$/);
});

test('a restore that was given up for a newer one is not told of, one beside a rehearsal or an isolated run is', () => {
  const keys = { kind: 'command', step: 'keys', command: 'restore-keys' } as const;
  const trials = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(
    (vmName) => ({ vmName, next: { kind: 'removed' }, isolatedGroup: 'tresor-rehearsal' }) as const,
  );
  show(
    [],
    [
      ...trials,
      { vmName: 'A', next: keys },
      { vmName: 'IsolatedVM', next: { kind: 'wait', step: 'disks' }, isolatedGroup: 'tresor-isolated' },
      { vmName: 'IsolatedVM', next: { kind: 'wait', step: 'keys' } },
      { vmName: 'RenewedVM', next: { kind: 'done' } },
      { vmName: 'RenewedVM', next: keys },
    ],
  );
  const region = screen.getByRole('region', { name: 'Needs your attention' });
  expect(within(region).getByText(/restore of A is waiting for someone/)).toBeDefined();
  expect(within(region).getAllByText(/the restore of IsolatedVM/)).toHaveLength(2);
  expect(within(region).queryByText(/RenewedVM/)).toBeNull();
});

test('what is backed up and was never brought up leads, for as many days as the person says', () => {
  show([itemInVaultOf('one'), itemInVaultOf('two'), itemInVaultOf('given up', { protectionState: 'ProtectionStopped' })]);
  const region = screen.getByRole('region', { name: 'What no one reports' });
  expect(region.textContent).toContain(
    'No plan or rehearsal has proven a restore in the last 90 days for 2 of 2 backed-up virtual machines.',
  );
  fireEvent.change(screen.getByLabelText('A proof counts for'), { target: { value: '30' } });
  expect(region.textContent).toContain('in the last 30 days');
  expect(screen.getByRole('link', { name: 'View: restores not proven' }).getAttribute('href')).toBe('/items?unproven=30');
});

const named = (name: string) => ({ subscriptionId: VAULT.subscriptionId, name, state: 'Enabled' });

test('where subscriptions cannot be read no count passes for all, not even of nothing', () => {
  show([], [], [named('Finance'), named('Research'), named('Ships')]);
  const region = screen.getByRole('region', { name: 'What no one reports' });
  expect(region.textContent).toContain('You can’t fully read 3 of 50 subscriptions: Finance, Research, and Ships.');
  expect(region.textContent).not.toContain('0 of');
});

const alertsOf = (...states: VaultAlerts['state'][]) => states.map((state) => ({ vault: VAULT, state, rules: [], groups: [] }));

test('vaults whose alerts reach no one are counted, and those of which nobody knows apart', () => {
  show([], [], [], alertsOf('reached', 'nobody', 'off', 'suppressed', 'unseen'));
  const region = screen.getByRole('region', { name: 'What no one reports' });
  expect(region.textContent).toContain(
    'The alerts of 3 of 5 vaults reach no one. For one vault, it couldn’t be determined whether alerts reach anyone.',
  );
  expect(screen.getByRole('link', { name: 'View: vault alerts' }).getAttribute('href')).toBe('/alerts?show=silent');
});

test('where it cannot be told whom alerts reach, none is said to reach no one', () => {
  show([], [], [], alertsOf('unseen', 'unsure'));
  const region = screen.getByRole('region', { name: 'What no one reports' });
  expect(region.textContent).toContain('For 2 vaults, it couldn’t be determined whether alerts reach anyone.');
  expect(region.textContent).not.toContain('0 of');
});

/** A read that was refused. */
const fail = (client: QueryClient, queryKey: QueryKey) =>
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ status: 'error', error: new Error('refused'), data: undefined });

test('backup items and restores that could not be read are called that, and nothing passes for well', () => {
  const client = knownOnly();
  fail(client, allItemsQuery().queryKey);
  fail(client, allRestoresQuery().queryKey);
  showWith(client);
  const region = screen.getByRole('region', { name: 'Needs your attention' });
  expect(region.textContent).toContain('The backup items couldn’t be read.');
  expect(region.textContent).toContain('Not all restores could be read.');
});

test('one restore that could not be looked into leaves open whether it waits for somebody', () => {
  const client = knownOnly();
  client.setQueryData(allItemsQuery().queryKey, []);
  putRestores(client, [{ vmName: 'WaitsVM', next: { kind: 'command', step: 'keys', command: 'restore-keys' } }]);
  const jobId = jobIdOf(0);
  if (isJobId(jobId)) fail(client, restoreQuery(VAULT, jobId, '2017-01').queryKey);
  showWith(client);
  const region = screen.getByRole('region', { name: 'Needs your attention' });
  expect(region.textContent).toContain('Not all restores could be read.');
  expect(region.textContent).not.toContain('backup items');
});

test('where nothing is backed up and all is seen nothing is said', () => {
  const { container } = show([]);
  expect(container.textContent).toBe('');
});

const offered = () =>
  within(screen.getByRole('region', { name: 'Needs your attention' }))
    .getAllByRole('link')
    .map((link) => link.getAttribute('aria-label'));

test('who may only read is led to look, and who can activate the role is not', () => {
  const client = knownOnly();
  const items = [itemInVaultOf('DBVM2', { machine: 'gone' }), itemInVaultOf('OldVM', { deletedAt: '2026-01-01T00:00:00.000Z' })];
  client.setQueryData(allItemsQuery().queryKey, items);
  putRestores(client, []);
  const eligible = [{ role: 'Backup Operator', scope: '/subscriptions/s' }];
  putRights(client, {}, { 'restore-disks': [missingAt('/vault', { eligible })], undelete: [missingAt('/vault')] });
  showWith(client);
  expect(offered()).toEqual(['Restore: DBVM2', 'View: OldVM']);
  expect(screen.getByRole('link', { name: 'View: OldVM' }).getAttribute('href')).toMatch(/\/items\/VmRG\/OldVM$/);
});

test('a restore is offered to be continued to those who may take its next step', () => {
  const client = knownOnly();
  client.setQueryData(allItemsQuery().queryKey, []);
  putRestores(client, [
    { vmName: 'DisksVM', next: { kind: 'command', step: 'machine', command: 'create-machine' } },
    { vmName: 'KeysVM', next: { kind: 'command', step: 'keys', command: 'restore-keys' } },
  ]);
  const diskGroups = ['RestoreRG'].filter(isResourceGroupName);
  putRights(client, { diskGroups, vmIds: [], keyVaultIds: [] }, { 'create-machine': [missingAt('/group')] });
  putRights(client, { diskGroups, vmIds: [], keyVaultIds: [KEY_VAULT].filter(isKeyVaultId) }, { 'restore-keys': [missingAt('/kv')] });
  putRights(client, { groups: diskGroups }, { 'create-key-vault': [] });
  showWith(client);
  expect(offered()).toEqual(['View: DisksVM', 'Continue: KeysVM']);
  cleanup();
  putRights(client, { groups: diskGroups }, { 'create-key-vault': [missingAt('/group')] });
  showWith(client);
  expect(offered()).toEqual(['View: DisksVM', 'View: KeysVM']);
});

test('one that is stuck is offered to be continued to those who could mend its step', () => {
  const client = knownOnly();
  client.setQueryData(allItemsQuery().queryKey, []);
  putRestores(client, [
    { vmName: 'EncryptedVM', next: { kind: 'stuck', step: 'encryption' } },
    { vmName: 'RefusedVM', next: { kind: 'stuck', step: 'protection' } },
  ]);
  const meant = { diskGroups: ['RestoreRG'].filter(isResourceGroupName), vmIds: [], keyVaultIds: [] };
  putRights(client, meant, { 'renew-encryption': [missingAt('/machine')], 'enable-backup': [] });
  showWith(client);
  expect(offered()).toEqual(['View: EncryptedVM', 'Continue: RefusedVM']);
});

test('what Azure does not answer is said to be unknown, and not asked for again at once', async () => {
  await adeleIsHere();
  const asked: string[] = [];
  vi.stubGlobal('fetch', (input: Request) => {
    const { pathname } = new URL(input.url);
    if (asked.includes(pathname)) return new Promise(() => undefined);
    asked.push(pathname);
    const problem = { title: 'azure-failed', status: 502, code: 'azure-failed', correlationId: null };
    return Promise.resolve(Response.json(problem, { status: 502, headers: { 'content-type': 'application/problem+json' } }));
  });
  mount(<Attention />, { client: new QueryClient({ defaultOptions: { queries: { retry: false } } }) });
  await screen.findByText(/^The backup items couldn’t be read\./);
  await act(() => Promise.resolve());
  expect(screen.getByText(/^The backup items couldn’t be read\./)).toBeDefined();
});
