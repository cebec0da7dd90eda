// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { type CommandOutcome } from '@tresor/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { itemQuery } from '../../api/queries';
import { recoveryPointsQuery, restoreOutlookQuery } from '../../api/restore-queries';
import { CommandOutcomeNotice } from '../../azure/commands/command-outcome';
import { paths } from '../../map/paths';
import { dismissFinished, useNotifications } from '../../notifications/notifications';
import { mount, within } from '../../testing/mount';
import { itemOf } from '../../testing/places';
import { backupNowMessages, resumeMessages } from './messages';
import { useItemCommand } from './use-item-command';

afterEach(() => {
  dismissFinished();
});

const path = itemOf('VM1');

test('a command that was refused has the item read again: somebody changed what is shown of it', async () => {
  const client = new QueryClient();
  const outlook = restoreOutlookQuery(path, 'current', { recoveryPointId: undefined, configuration: null });
  const keys = [itemQuery(path).queryKey, recoveryPointsQuery(path, 30).queryKey, outlook.queryKey];
  for (const key of keys) client.setQueryDefaults(key, { enabled: false });
  for (const queryKey of keys) client.getQueryCache().build(client, { queryKey }).setState({ status: 'success', isInvalidated: false });
  const wrapper = within(client);
  const refused = new ProblemError({ title: '', status: 409, code: 'item-deleted', correlationId: null });
  const send = () => Promise.reject(refused);
  const { result } = renderHook(() => useItemCommand(path, () => ({ started: resumeMessages.started, send })), { wrapper });
  act(() => result.current.run());
  await waitFor(() => expect(result.current.error).toBe(refused));
  expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, true, true]);
});

test('what became of a command is asked of that command, whatever is entered by then', async () => {
  let day = '2017-02-17';
  const checking: CommandOutcome = { state: 'checking', jobId: null, checkedUntil: '2017-01-18T12:05:00Z' };
  const sent: string[] = [];
  const pressed = () => {
    const retainUntil = day;
    const send = () => {
      sent.push(retainUntil);
      return Promise.resolve(checking);
    };
    return { started: resumeMessages.started, send };
  };
  const client = new QueryClient();
  const wrapper = within(client);
  const { result } = renderHook(() => useItemCommand(path, pressed), { wrapper });
  act(() => result.current.run());
  await waitFor(() => expect(result.current.outcome).toEqual(checking));
  day = '2027-01-01';
  act(() => result.current.ask());
  await waitFor(() => expect(sent).toEqual(['2017-02-17', '2017-02-17']));
});

const startedAtOnce = () => Promise.resolve<CommandOutcome>({ state: 'started', jobId: null, checkedUntil: null });

test('a command that Azure takes while something else is being entered leads nobody away from that', async () => {
  const done = vi.fn(() => false);
  const Command = () => {
    const { run, outcome } = useItemCommand(path, () => ({ started: resumeMessages.started, send: startedAtOnce, done }));
    return <button onClick={run}>{outcome?.state ?? 'Resume'}</button>;
  };
  const { router } = mount(<Command />, { client: new QueryClient() });
  screen.getByRole('button').click();
  await screen.findByRole('button', { name: 'started' });
  expect(router.state.location.pathname).toBe('/');
});

test('a command that Azure takes after its blade was left is told of, and takes nobody away from where they are', async () => {
  const asked: ((outcome: CommandOutcome) => void)[] = [];
  const send = () => new Promise<CommandOutcome>((resolve) => asked.push(resolve));
  const forgotten = vi.fn(() => true);
  const Command = () => {
    const { run } = useItemCommand(path, () => ({ started: resumeMessages.started, send, done: forgotten }));
    return <button onClick={run}>Resume</button>;
  };
  const { router } = mount(<Command />, { client: new QueryClient(), path: '/', beside: [{ path: '*', element: <p /> }] });
  screen.getByRole('button').click();
  await act(() => router.navigate('/elsewhere'));
  await act(async () => asked[0]?.({ state: 'started', jobId: null, checkedUntil: null }));
  await waitFor(() => expect(forgotten).toHaveBeenCalled());
  expect(router.state.location.pathname).toBe('/elsewhere');
});

const finished = () => Promise.resolve<CommandOutcome>({ state: 'finished', jobId: null, checkedUntil: null });

const Resume = () => {
  const { run } = useItemCommand(path, () => ({ started: resumeMessages.started, ended: resumeMessages.ended, send: finished }));
  return <button onClick={run}>Resume</button>;
};

test('what is as asked for already is told as done, and leads on', async () => {
  const { router } = mount(<Resume />, { client: new QueryClient(), path: '/', beside: [{ path: '*', element: <p /> }] });
  screen.getByRole('button').click();
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.item(path)));
  expect(renderHook(useNotifications).result.current).toMatchObject([{ intent: 'success', title: 'Backup of VM1 has resumed' }]);
});

test('what Azure calls done without a job is told where it was ordered, and pressed again it is another order', async () => {
  const done = vi.fn(() => true);
  const Command = () => {
    const { run, ask, outcome } = useItemCommand(path, () => ({
      started: backupNowMessages.started,
      intentId: 'one',
      send: finished,
      done,
    }));
    return (
      <>
        <button onClick={run}>Backup</button>
        <CommandOutcomeNotice outcome={outcome} ask={ask} />
      </>
    );
  };
  const { router } = mount(<Command />, { client: new QueryClient() });
  screen.getByRole('button').click();
  await screen.findByText(/Azure reports this as finished and names no job/);
  expect(done).toHaveBeenCalledOnce();
  expect(router.state.location.pathname).toBe('/');
});
