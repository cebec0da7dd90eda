import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { RouterProvider, type createMemoryRouter, type RouteObject } from 'react-router';
import { queryClient } from './api/query-client';
import { RoutesProvider } from './blades/pins';
import { Page } from './theme/page';

export type Router = ReturnType<typeof createMemoryRouter>;

export const framed = (content: ReactNode) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Page>{content}</Page>
    </QueryClientProvider>
  </StrictMode>
);

/** The whole page, the same where the build writes it down and where the browser takes it up. */
export const view = (routes: RouteObject[], router: Router) =>
  framed(
    <RoutesProvider value={routes}>
      <RouterProvider router={router} useTransitions={false} />
    </RoutesProvider>,
  );
