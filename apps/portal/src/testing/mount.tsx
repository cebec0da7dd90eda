import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, MemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { DirtyBlades } from '../blades/leave-guard';
import { StackProvider } from '../blades/stack-context';

/** Answers that a test puts in; nothing is asked for. */
export const knownOnly = () => new QueryClient({ defaultOptions: { queries: { enabled: false, retry: false, staleTime: Infinity } } });

/** What stands around a hook. */
export const within = (client: QueryClient) =>
  function Within({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={client}>
        <MemoryRouter>{children}</MemoryRouter>
      </QueryClientProvider>
    );
  };

interface Place {
  client?: QueryClient;
  address?: string;
  /** Of the route, with the names that a blade takes from its address. */
  path?: string;
  /** Where else one can go from there. */
  beside?: RouteObject[];
  unsaved?: Map<string, () => void>;
}

/** Shows a blade that stands alone, or a part of one. */
export function mount(
  element: ReactNode,
  { client = knownOnly(), address = '/', path = '*', beside = [], unsaved = new Map() }: Place = {},
) {
  const router = createMemoryRouter([{ path, element }, ...beside], { initialEntries: [address] });
  const windows = { folded: new Set<number>(), maximized: undefined };
  const mounted = render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <DirtyBlades value={unsaved}>
          <RouterProvider router={router} />
        </DirtyBlades>
      </StackProvider>
    </QueryClientProvider>,
  );
  return { ...mounted, router };
}
