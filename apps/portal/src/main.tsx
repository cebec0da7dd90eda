import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { DashboardProvider } from './blades/pins';
import { prepareBladesOnIntent } from './blades/prepare-blades';
import { routes } from './routes';
import './session/portal-settings';
import { currentAccount, startSession } from './session/session';
import { SignInFailure } from './shell/sign-in-failure';
import { storedList } from './kept/stored-list';
import { Themed } from './theme/themed';
import { prepareProblems } from './ui/feedback/problem-bar';

type Router = ReturnType<typeof createBrowserRouter>;

/** Settles once the code of the blades is there that the address asks for. */
const initialized = (router: Router) =>
  new Promise<void>((resolve) => {
    if (router.state.initialized) return resolve();
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve();
    });
  });

const framed = (content: ReactNode) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Themed>{content}</Themed>
    </QueryClientProvider>
  </StrictMode>
);

async function start(root: HTMLElement) {
  const page = createRoot(root);
  // The theme is there when the first view is.
  page.render(framed(null));
  // Fetches the code of the blades the address asks for while the session is being looked after.
  const router = createBrowserRouter(routes);
  prepareBladesOnIntent(routes);
  for (const event of ['pointerover', 'keydown', 'touchstart'])
    document.addEventListener(event, prepareProblems, { once: true, passive: true });
  try {
    await startSession();
  } catch (error) {
    page.render(framed(<SignInFailure error={error} />));
    return;
  }
  const dashboard = { routes, pins: storedList(`tresor.pins.${currentAccount().id}`) };
  await initialized(router);
  // The first view is made bit by bit, while the browser still has much to do; those that follow in one go, which takes half the time.
  startTransition(() =>
    page.render(
      framed(
        <DashboardProvider value={dashboard}>
          <RouterProvider router={router} useTransitions={false} />
        </DashboardProvider>,
      ),
    ),
  );
}

const root = document.getElementById('root');
// Not awaited: chunks loaded on the way import this one, which would wait for them. A task of its own: running all that is imported is long enough.
if (root !== null) setTimeout(() => void start(root));
