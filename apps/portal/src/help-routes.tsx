import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** What can go wrong, why, and where it is put right: within a vault, and where none is open. What it is about stands behind the codes. */
export const helpRoutes = () =>
  bladeRoute({
    path: 'help',
    title: titles.help,
    load: () => import('./features/support/help'),
    children: [
      bladeRoute({
        path: ':entry/*',
        title: titles.helpEntry,
        load: () => import('./features/support/help-entry'),
      }),
    ],
  });
