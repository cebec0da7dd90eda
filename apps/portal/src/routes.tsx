import type { RouteObject } from 'react-router';
import { accessRoutes } from './access-routes';
import { loadCode } from './api/load-code';
import { bladeRoute } from './blades/blade-route';
import { Shell } from './shell/shell';
import { ShellFailure } from './shell/shell-failure';
import { Home } from './shell/home';
import { titles } from './titles';
import { helpRoutes } from './help-routes';
import { itemRoutes, restoreRoutes } from './item-routes';
import { policyRoutes } from './policy-routes';
import { surveyRoutes } from './survey-routes';
import { newVaultRoute, vaultSetupRoutes } from './vault-routes';
import { prerequisitesRoute, wizardRoutes } from './wizard-routes';

/** The tree of blades. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    errorElement: <ShellFailure />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Home /> },
      {
        path: 'browse',
        element: <Home />,
        children: [{ index: true, lazy: async () => ({ Component: (await loadCode(() => import('./shell/browse'))).Browse }) }],
      },
      bladeRoute({
        path: 'vaults',
        title: titles.vaults,
        pinnable: true,
        load: () => import('./features/vaults/vault-list'),
        children: [
          newVaultRoute,
          bladeRoute({
            path: ':subscriptionId/:resourceGroup/:vaultName',
            title: ({ vaultName }) => vaultName ?? titles.vaults,
            pinnable: true,
            load: () => import('./features/vaults/vault'),
            children: [
              ...wizardRoutes,
              prerequisitesRoute,
              itemRoutes,
              policyRoutes,
              ...vaultSetupRoutes,
              restoreRoutes,
              helpRoutes(),
              ...accessRoutes,
              bladeRoute({
                path: 'jobs',
                title: titles.jobs,
                pinnable: true,
                load: () => import('./features/jobs/job-list'),
                children: [bladeRoute({ path: ':jobId', title: titles.job, load: () => import('./features/jobs/job') })],
              }),
            ],
          }),
        ],
      }),
      bladeRoute({ path: 'items', title: titles.allItems, pinnable: true, load: () => import('./features/items/all-items') }),
      ...surveyRoutes,
      helpRoutes(),
      bladeRoute({ path: 'settings', title: titles.settings, load: () => import('./features/settings/settings') }),
      bladeRoute({ path: '*', title: titles.notFound, load: () => import('./blades/not-found') }),
    ],
  },
];
