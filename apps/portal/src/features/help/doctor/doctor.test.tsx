// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { mount } from '../../../testing/mount';
import Doctor from './doctor.blade';

test.each([
  { code: 'forbidden', isSaid: true },
  { code: 'offline', isSaid: false },
] as const)('for whom the page is says a refusal, not every failure: $code', ({ code, isSaid }) => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const error = new ProblemError({ title: '', status: 0, code, correlationId: null });
  client
    .getQueryCache()
    .build(client, { queryKey: ['doctor'] })
    .setState({ status: 'error', error, data: undefined });
  mount(
    <StackProvider
      value={{
        first: 0,
        last: 0,
        leading: 0,
        windows: { folded: new Set(), maximized: undefined },
        setWindows: () => undefined,
        blades: [],
      }}
    >
      <DirtyBlades value={new Map()}>
        <Doctor />
      </DirtyBlades>
    </StackProvider>,
    { client },
  );
  expect(screen.queryByText(/this page is for people who may assign roles/) !== null).toBe(isSaid);
});
