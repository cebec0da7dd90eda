// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { adeleIsHere } from '../../testing/adele';
import { within } from '../../testing/mount';
import { recoveryPlanOf } from '../../testing/recovery-plan';
import { useRunCommands } from './use-run-commands';

const plan = recoveryPlanOf([], { target: { kind: 'isolated' } });

test('a plan that could not be started for rights is not offered again before somebody looks again', async () => {
  await adeleIsHere();
  const refusal = { title: '', status: 403, code: 'isolation-forbidden', correlationId: 'c-1' };
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(refusal, { status: 403 }));
  const { result } = renderHook(() => useRunCommands(plan.planId, { data: plan, error: null }), { wrapper: within(new QueryClient()) });
  expect(result.current.whyNotStart).toBeUndefined();
  act(() => result.current.start?.());
  await waitFor(() => expect(result.current.whyNotStart).toMatch(/^You’re still missing a right for this\./));
  act(() => result.current.forget());
  await waitFor(() => expect(result.current.whyNotStart).toBeUndefined());
});

test('a plan that is gone when it is deleted once more, as after a lost answer, is deleted', async () => {
  await adeleIsHere();
  const gone = { title: '', status: 404, code: 'recovery-plan-not-found', correlationId: 'c-1' };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(gone, { status: 404 }));
  const { result } = renderHook(() => useRunCommands(plan.planId, { data: plan, error: null }), { wrapper: within(new QueryClient()) });
  act(() => result.current.commands.find(({ id }) => id === 'remove')?.onClick?.());
  act(() => result.current.question?.onYes());
  await waitFor(() => expect(result.current.question).toBeNull());
  expect(result.current.error).toBeNull();
});

test('of a plan that somebody has deleted meanwhile nothing is offered', () => {
  const error = new ProblemError({ title: '', status: 404, code: 'recovery-plan-not-found', correlationId: null, onlyRead: true });
  const { result } = renderHook(() => useRunCommands(plan.planId, { data: plan, error }), { wrapper: within(new QueryClient()) });
  const gone = 'This doesn’t exist, or you can’t see it.';
  expect(result.current.whyNotStart).toBe(gone);
  for (const id of ['edit', 'approve', 'pause', 'cancel', 'retry', 'remove'])
    expect(result.current.commands.find((command) => command.id === id)?.reason).toBe(gone);
});
