import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode, useLayoutEffect, useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { RouterOfPage, type Router } from './shell/page-router';
import { Shell } from './shell/shell';
import { Page } from './theme/page';

export const framed = (content: ReactNode) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Page>{content}</Page>
    </QueryClientProvider>
  </StrictMode>
);

interface RoutedProps {
  router: Router;
  /** Called once the page is mounted: until then the router must not go on, or React would hydrate another page than the server has written. */
  onMounted?: (() => void) | undefined;
}

/** The first blades are made bit by bit, while the browser still has much to do; those that follow in one go, which takes half the time. */
function Routed({ router, onMounted }: RoutedProps) {
  const [opened, setOpened] = useState(router.state.initialized);
  useLayoutEffect(() => {
    onMounted?.();
    return router.subscribe(({ initialized }) => {
      if (initialized) startTransition(() => setOpened(true));
    });
  }, [router, onMounted]);
  return <RouterProvider router={router} {...(opened && { useTransitions: false })} />;
}

/** The whole page, the same where the build writes it down and where the browser takes it up. */
export const view = (router: Router, onMounted?: () => void) =>
  framed(
    <RouterOfPage value={{ router, written: router.state }}>
      <Shell>
        <Routed router={router} onMounted={onMounted} />
      </Shell>
    </RouterOfPage>,
  );
