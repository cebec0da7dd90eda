// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { RecoveryMachineView, RecoveryOutlook } from '@tresor/contracts';
import { MOST_LOOKED_AT } from '@tresor/contracts/limits';
import { expect, test, vi } from 'vitest';
import { chunksOf } from '../../../api/in-chunks';
import { allItemsQuery } from '../../../api/queries';
import { recoveryOutlookReads, recoveryPlansQuery } from '../../../api/recovery-queries';
import { adeleIsHere } from '../../../testing/adele';
import { itemInVaultOf } from '../../../testing/backup-item';
import { mount } from '../../../testing/mount';
import { recoveryMachineOf, recoveryOutlookOf, recoveryPlanOf } from '../../../testing/recovery-plan';
import RehearsePanel from './rehearse-panel';

const plan = recoveryPlanOf(['Build1', 'Orders1']);

const outlookOf = ({ item }: RecoveryMachineView) => recoveryOutlookOf(item.vmName, { item, locksInIsolation: item.vmName === 'Build1' });

const neverBackedUp = (vmName: string) => itemInVaultOf(vmName, { lastBackupStatus: null, machine: 'gone', tags: null });

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
  await adeleIsHere();
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
  const machines = Array.from({ length: 12 }, (_, index) => recoveryMachineOf(`Build${index + 10}`));
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
  await adeleIsHere();
  const refusal = { title: '', status: 403, code: 'isolation-forbidden', correlationId: 'c-1' };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(refusal, { status: 403 })));
  show(plan.machines.map(outlookOf));
  fireEvent.click(button('Rehearse 2 virtual machines'));
  await waitFor(() => expect(button('Rehearse 2 virtual machines').title).toMatch(/^You’re still missing a right for this\./));
  fireEvent.click(screen.getByRole('button', { name: 'Choose virtual machines' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Build1' }));
  expect(button('Rehearse one virtual machine').title).toBe('');
});
