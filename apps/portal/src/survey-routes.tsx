import { bladeRoute } from './blades/blade-route';
import { titles } from './titles';
import { machineEncryptionRoute } from './wizard-routes';

/** What one looks at without a vault: the rules, and how ready the machines of a subscription are. */
export const surveyRoutes = [
  bladeRoute({
    path: 'support-matrix',
    title: titles.supportMatrix,
    load: () => import('./features/support/support-matrix'),
    children: [
      bladeRoute({
        path: ':entry',
        title: ({ entry }) => entry ?? titles.supportMatrix,
        load: () => import('./features/support/support-matrix-entry'),
      }),
    ],
  }),
  bladeRoute({ path: 'readiness', title: titles.readiness, load: () => import('./features/readiness/readiness-start') }),
  bladeRoute({
    path: 'readiness/:subscriptionId',
    title: titles.readiness,
    pinnable: true,
    load: () => import('./features/readiness/readiness'),
    children: [machineEncryptionRoute(':vmGroup/:vmName')],
  }),
];
