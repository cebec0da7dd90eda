import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** One key vault: beside the list of them, and beside the wizard. */
export const keyVaultRoute = (prefix = '') =>
  bladeRoute({
    path: `${prefix}:kvSubscription/:kvGroup/:kvName`,
    title: ({ kvName }) => kvName ?? titles.keyVaults,
    load: () => import('./features/key-vaults/key-vault'),
  });

/** Who may do what, the Backup service in key vaults and the signed-in person, and who did what. */
export const accessRoutes = [
  bladeRoute({
    path: 'key-vaults',
    title: titles.keyVaults,
    pinnable: true,
    load: () => import('./features/key-vaults/key-vault-list'),
    children: [keyVaultRoute()],
  }),
  bladeRoute({ path: 'activity', title: titles.activity, load: () => import('./features/activity/activity-log') }),
  bladeRoute({ path: 'permissions', title: titles.permissions, load: () => import('./features/permissions/permissions') }),
];
