import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { DashboardProvider } from './blades/pins';
import { prepareBladesOnIntent } from './blades/prepare-blades';
import { routes } from './routes';
import './session/portal-settings';
import { currentAccount, startSession } from './session/session';
import { SignInFailure } from './shell/sign-in-failure';
import { storedList } from './storage/stored-list';
import { Themed } from './theme/themed';

async function start(root: HTMLElement) {
  const page = createRoot(root);
  // Fetches the code of the blades the address asks for while the session is being looked after.
  const router = createBrowserRouter(routes);
  prepareBladesOnIntent(routes);
  try {
    await startSession();
  } catch (error) {
    page.render(
      <Themed>
        <SignInFailure error={error} />
      </Themed>,
    );
    return;
  }
  const dashboard = { routes, pins: storedList(`tresor.pins.${currentAccount().id}`) };
  page.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Themed>
          <DashboardProvider value={dashboard}>
            <RouterProvider router={router} useTransitions={false} />
          </DashboardProvider>
        </Themed>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
// Not awaited: chunks loaded on the way import this one, which would wait for them.
if (root !== null) void start(root);
