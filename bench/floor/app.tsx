import { FluentProvider, RendererProvider, SSRProvider, webLightTheme } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import { RouterProvider, type RouteObject } from 'react-router';
import { Shell } from './shell';
import { VaultTable } from './vault-table';

export const routes: RouteObject[] = [{ path: '/', element: <Shell />, children: [{ path: 'vaults', element: <VaultTable /> }] }];

type AppProps = Pick<ComponentProps<typeof RouterProvider>, 'router'> & Pick<ComponentProps<typeof RendererProvider>, 'renderer'>;

export const App = ({ router, renderer }: AppProps) => (
  <RendererProvider renderer={renderer}>
    <SSRProvider>
      <FluentProvider theme={webLightTheme}>
        <RouterProvider router={router} />
      </FluentProvider>
    </SSRProvider>
  </RendererProvider>
);
