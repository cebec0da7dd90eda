import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** The backup items of a vault, and what can be done with one: the commands of its dashboard. */
export const itemRoutes = bladeRoute({
  path: 'items',
  title: titles.items,
  load: () => import('./features/items/item-list'),
  children: [
    bladeRoute({
      path: ':vmGroup/:vmName',
      title: ({ vmName }) => vmName ?? titles.items,
      load: () => import('./features/items/item'),
      children: [
        bladeRoute({ path: 'backup-now', title: titles.backupNow, load: () => import('./features/items/backup-now') }),
        bladeRoute({ path: 'stop', title: titles.stopBackup, load: () => import('./features/items/stop-backup') }),
        bladeRoute({ path: 'resume', title: titles.resumeBackup, load: () => import('./features/items/resume-backup') }),
        bladeRoute({ path: 'undelete', title: titles.undelete, load: () => import('./features/items/undelete') }),
      ],
    }),
  ],
});
