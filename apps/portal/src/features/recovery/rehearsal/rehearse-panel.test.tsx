// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { itemInVault, itemPath, type RecoveryMachineView, type RecoveryOutlook, type RecoveryPlan } from '@tresor/contracts';
import { MOST_LOOKED_AT } from '@tresor/contracts/limits';
import { expect, test, vi } from 'vitest';
import { chunksOf } from '../../../api/in-chunks';
import { allItemsQuery } from '../../../api/queries';
import { recoveryOutlookReads, recoveryPlansQuery } from '../../../api/recovery-queries';
import * as session from '../../../session/session';
import { ADELE } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import RehearsePanel from './rehearse-panel';

const itemOf = (vmName: string) =>
  itemPath.parse({
    subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
    resourceGroup: 'rg',
    vaultName: 'vault',
    vmGroup: 'VmRG',
    vmName,
  });

const machineOf = (vmName: string): RecoveryMachineView => ({
  item: itemOf(vmName),
  wave: 1,
  tags: null,
  wanted: null,
  state: 'waiting',
  jobId: null,
  pointTime: null,
  begunAt: null,
  endedAt: null,
  refusal: null,
  stop: null,
  steps: [],
  seenAt: null,
  times: [],
  recoverySeconds: null,
  proof: null,
});

const plan: RecoveryPlan = {
  planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11',
  name: 'Tonight',
  edition: 'current',
  moment: { kind: 'newest' },
  target: { kind: 'as-it-was' },
  objectives: { rtoMinutes: null, rpoMinutes: null },
  tagObjectives: [],
  rehearsal: null,
  by: { name: 'Adele Vance', username: 'adele@contoso.com' },
  at: '2026-11-24T02:00:00Z',
  revision: 1,
  changed: null,
  standing: { state: 'planned' },
  servers: 0,
  startedAt: null,
  approvals: [],
  voided: [],
  removed: null,
  machines: [machineOf('Build1'), machineOf('Orders1')],
  unseen: 0,
  mayRun: true,
  mine: { isMade: true, isChanged: false, isApproved: false },
};

const outlookOf = ({ item }: RecoveryMachineView): RecoveryOutlook => ({
  item,
  machine: 'there',
  point: { id: '1', time: '2026-11-24T02:00:00Z', tiers: ['vault'], encrypted: true, threat: null },
  hasSuspicious: false,
  verdict: { state: 'restorable', reasons: [] },
  keyChain: null,
  steps: [],
  keysWay: null,
  target: { name: item.vmName, group: item.vmGroup, size: null, oldSize: null },
  conflicts: [],
  locksInIsolation: item.vmName === 'Build1',
  unseen: [],
  subnet: null,
  leftInterface: null,
  storageAccountId: null,
});

const neverBackedUp = (vmName: string) =>
  itemInVault.parse({
    id: vmName,
    vmId: vmName,
    name: vmName,
    resourceGroup: 'VmRG',
    protectionState: 'Protected',
    lastBackupStatus: null,
    lastBackupTime: null,
    latestRecoveryPoint: null,
    policyName: null,
    deletedAt: null,
    machine: 'gone',
    tags: null,
    vault: { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' },
  });

function show(outlooks: RecoveryOutlook[] | 'unread' | null, of = plan, never: string[] = []) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retryOnMount: false, staleTime: Infinity } } });
  client.setQueryData(allItemsQuery().queryKey, never.map(neverBackedUp));
  for (const items of chunksOf(
    of.machines.map(({ item }) => item),
    MOST_LOOKED_AT,
  )) {
    const queryKey = [...recoveryOutlookReads(of).key, items];
    if (outlooks === 'unread')
      client
        .getQueryCache()
        .build(client, { queryKey })
        .setState({ status: 'error', error: new Error('Azure did not answer.') });
    else if (outlooks !== null)
      client.setQueryData(
        queryKey,
        outlooks.filter(({ item }) => items.includes(item)),
      );
  }
  mount(<RehearsePanel plan={of} onClose={() => undefined} />, { client });
  return client;
}

test('a rehearsal whose answer was lost may have begun: the rehearsals of the plan are read again', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue(ADELE);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const client = show(plan.machines.map(outlookOf));
  const { queryKey } = recoveryPlansQuery();
  client.setQueryData(queryKey, []);
  fireEvent.click(screen.getByRole('button', { name: 'Rehearse 2 virtual machines' }));
  await waitFor(() => expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true));
});

test('of which machines the data stays locked is said before, as long as they are among those rehearsed', () => {
  show(plan.machines.map(outlookOf));
  expect(screen.getByText(/^On Build1, any encrypted data disks stay locked in the rehearsal: this machine runs Linux/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Choose virtual machines' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Build1' }));
  expect(screen.queryByText(/stay locked/)).toBeNull();
});

test('as long as it is not known, that is said', () => {
  show(null);
  expect(screen.getByText('Still checking whether any disks stay locked.')).toBeTruthy();
});

test('of how many it could not be read is said, as long as they are among those rehearsed', () => {
  show('unread');
  expect(screen.getByText('For 2 virtual machines, whether any disks stay locked couldn’t be read.')).toBeTruthy();
  expect(screen.queryByText(/Still checking/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Choose virtual machines' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Build1' }));
  expect(screen.getByText(/^For one virtual machine, /)).toBeTruthy();
});

test('of many machines some are named, and how many there are beside them', () => {
  const machines = Array.from({ length: 12 }, (_, index) => machineOf(`Build${index + 10}`));
  show(
    machines.map((machine) => ({ ...outlookOf(machine), locksInIsolation: true })),
    { ...plan, machines },
  );
  expect(screen.getByText(/^On Build10, .*Build19, and 2 more, any encrypted data disks/)).toBeTruthy();
});

test('what was never backed up is not counted among what is rehearsed, as it is not among what comes back', () => {
  show(plan.machines.map(outlookOf), plan, ['Orders1']);
  expect(screen.getByRole('button', { name: 'Rehearse one virtual machine' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Choose virtual machines' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Build1' }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Rehearse 0 virtual machines' }).title).toBe(
    'None of them was ever backed up.',
  );
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a rehearsal that was refused for rights is not offered again as it is, but with other machines', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue(ADELE);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  const refusal = { title: '', status: 403, code: 'isolation-forbidden', correlationId: 'c-1' };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(refusal, { status: 403 })));
  show(plan.machines.map(outlookOf));
  fireEvent.click(button('Rehearse 2 virtual machines'));
  await waitFor(() => expect(button('Rehearse 2 virtual machines').title).toMatch(/^You’re still missing a right for this\./));
  fireEvent.click(screen.getByRole('button', { name: 'Choose virtual machines' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Build1' }));
  expect(button('Rehearse one virtual machine').title).toBe('');
});
