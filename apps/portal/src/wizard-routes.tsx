import { keyVaultRoute } from './access-routes';
import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** How one machine is encrypted; opened from wherever machines are listed. */
export const machineEncryptionRoute = (path: string) =>
  bladeRoute({ path, title: titles.machineEncryption, load: () => import('./features/encryption/machine-encryption') });

/** What must be true before a backup; opened from the vault's menu and inside the wizard. */
export const prerequisitesRoute = bladeRoute({
  path: 'prerequisites',
  title: titles.prerequisites,
  load: () => import('./features/readiness/prerequisites/prerequisites'),
});

/** The wizard that protects virtual machines: the Backup blade and the blades of its three steps, inside a vault. */
export const wizardRoutes = [
  bladeRoute({
    path: 'backup',
    title: titles.backup,
    load: () => import('./features/backup/backup'),
    sequence: true,
    children: [
      keyVaultRoute('key-vaults/'),
      bladeRoute({ path: 'goal', title: titles.backupGoal, load: () => import('./features/backup/backup-goal') }),
      bladeRoute({
        path: 'policy',
        title: titles.backupPolicy,
        load: () => import('./features/policies/backup-policy'),
        children: [bladeRoute({ path: 'new', title: titles.newPolicy, load: () => import('./features/policies/create-wizard-policy') })],
      }),
      bladeRoute({
        path: 'machines',
        title: titles.selectMachines,
        load: () => import('./features/backup/select-machines'),
        children: [machineEncryptionRoute('encryption/:vmGroup/:vmName')],
      }),
      bladeRoute({ path: 'script', title: titles.script, load: () => import('./features/scripts/protection-script') }),
      prerequisitesRoute,
      bladeRoute({ path: 'result/:batchId', title: titles.protection, load: () => import('./features/backup/protection-result') }),
    ],
  }),
];
