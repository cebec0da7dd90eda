import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** Making, setting up and deleting vaults. */
export const vaultSetupRoutes = [
  bladeRoute({
    path: 'infrastructure',
    title: titles.infrastructure,
    load: () => import('./features/vault-setup/infrastructure'),
    children: [
      bladeRoute({ path: 'configuration', title: titles.configuration, load: () => import('./features/vault-setup/backup-configuration') }),
    ],
  }),
  bladeRoute({ path: 'delete', title: titles.deleteVault, load: () => import('./features/vault-setup/delete-vault') }),
];

export const newVaultRoute = bladeRoute({ path: 'new', title: titles.newVault, load: () => import('./features/vault-setup/create-vault') });
