import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { routes } from './routes';
import { startSession } from './session/session';
import { SignInFailure } from './shell/sign-in-failure';
import { Themed } from './theme/themed';
import './theme/page.css';

async function start(root: HTMLElement) {
  const page = createRoot(root);
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
  page.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Themed>
          <RouterProvider router={createBrowserRouter(routes)} />
        </Themed>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) await start(root);
