// The least an application of this kind can be: React, React Router and Fluent's shell with one table; no sign-in, no API.
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Shell } from './shell';
import { VaultTable } from './vault-table';

const router = createBrowserRouter([{ path: '/', element: <Shell />, children: [{ path: 'vaults', element: <VaultTable /> }] }]);

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <RouterProvider router={router} />
    </FluentProvider>,
  );
