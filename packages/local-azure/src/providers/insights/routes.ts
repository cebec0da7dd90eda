import type { ArmRoute } from '../../arm/route';
import { listActivities } from './activity-log';

const subscription = '/subscriptions/{subscriptionId}';

/** The right is judged by the list itself: it is one over the subscription, though the path seems to name something below it. */
export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}/providers/Microsoft.Insights/eventtypes/management/values`, null, listActivities],
];
