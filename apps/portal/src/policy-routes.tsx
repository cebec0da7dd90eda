import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';

/** The backup policies of a vault. A policy may be called anything, so its name stands behind a word of its own. */
export const policyRoutes = bladeRoute({
  path: 'policies',
  title: titles.policies,
  pinnable: true,
  load: () => import('./features/policies/policy-list'),
  children: [
    bladeRoute({ path: 'new', title: titles.newPolicy, load: () => import('./features/policies/create-policy') }),
    bladeRoute({
      path: 'of/:policyName',
      title: ({ policyName }) => policyName ?? titles.backupPolicy,
      load: () => import('./features/policies/policy'),
      children: [
        bladeRoute({ path: 'edit', title: titles.editPolicy, load: () => import('./features/policies/edit-policy') }),
        bladeRoute({ path: 'delete', title: titles.deletePolicy, load: () => import('./features/policies/delete-policy') }),
      ],
    }),
  ],
});
