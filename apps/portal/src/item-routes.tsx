import { keyVaultRoute } from './access-routes';
import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';
import { machineEncryptionRoute } from './wizard-routes';

/** The backup items of a vault, and what can be done with one: the commands of its dashboard, among them the two steps of a restore. */
export const itemRoutes = bladeRoute({
  path: 'items',
  title: titles.items,
  pinnable: true,
  load: () => import('./features/items/item-list'),
  children: [
    bladeRoute({
      path: ':vmGroup/:vmName',
      title: ({ vmName }) => vmName ?? titles.items,
      pinnable: true,
      load: () => import('./features/items/item'),
      children: [
        bladeRoute({
          path: 'backup-now',
          title: titles.backupNow,
          load: () => import('./features/items/backup-now'),
          children: [
            bladeRoute({ path: 'script/:until', title: titles.script, load: () => import('./features/scripts/backup-now-script') }),
          ],
        }),
        bladeRoute({ path: 'stop', title: titles.stopBackup, load: () => import('./features/items/stop-backup') }),
        bladeRoute({ path: 'resume', title: titles.resumeBackup, load: () => import('./features/items/resume-backup') }),
        machineEncryptionRoute('encryption'),
        bladeRoute({ path: 'undelete', title: titles.undelete, load: () => import('./features/items/undelete') }),
        bladeRoute({
          path: 'restore',
          title: titles.restore,
          load: () => import('./features/restore/restore'),
          sequence: true,
          children: [
            bladeRoute({ path: 'point', title: titles.restorePoint, load: () => import('./features/restore/select-point') }),
            bladeRoute({
              path: 'configuration',
              title: titles.restoreConfiguration,
              load: () => import('./features/restore/configuration'),
            }),
            bladeRoute({ path: 'script', title: titles.script, load: () => import('./features/scripts/disks-script') }),
          ],
        }),
      ],
    }),
  ],
});

/** From restored disks to a running machine: the journey and the blades of its steps. */
export const restoreRoutes = bladeRoute({
  path: 'restores',
  title: titles.restores,
  pinnable: true,
  load: () => import('./features/restore/restore-list'),
  children: [
    bladeRoute({
      path: ':jobId',
      title: titles.restoreJourney,
      pinnable: true,
      load: () => import('./features/restore/journey'),
      sequence: true,
      children: [
        bladeRoute({ path: 'disks', title: titles.disks, load: () => import('./features/restore/disks-step') }),
        bladeRoute({ path: 'keys', title: titles.keys, load: () => import('./features/restore/keys-step') }),
        bladeRoute({ path: 'machine', title: titles.machine, load: () => import('./features/restore/machine-step') }),
        bladeRoute({ path: 'encryption', title: titles.encryption, load: () => import('./features/restore/encryption-step') }),
        bladeRoute({
          path: 'protection',
          title: titles.protectAgain,
          load: () => import('./features/restore/protection-step'),
          children: [keyVaultRoute('key-vaults/')],
        }),
        bladeRoute({ path: 'after-care', title: titles.afterCare, load: () => import('./features/restore/after-care-step') }),
        bladeRoute({ path: 'discard', title: titles.discardRestore, load: () => import('./features/restore/discard') }),
        bladeRoute({ path: 'script/:step', title: titles.script, load: () => import('./features/scripts/restore-script') }),
      ],
    }),
  ],
});
