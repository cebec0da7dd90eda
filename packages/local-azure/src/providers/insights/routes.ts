import { deleteResource, getResource, listResources, patchEnabled } from '../../arm/resource-handlers';
import type { ArmRoute } from '../../arm/route';
import { ACTION_GROUP_TYPE, putActionGroup } from './action-groups';
import { listActivities } from './activity-log';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const actionGroups = '/providers/Microsoft.Insights/actionGroups';
const actionGroup = `${group}${actionGroups}/{actionGroup}`;

export const routes: readonly ArmRoute[] = [
  // The right is judged by the list itself: it is one over the subscription, though the path seems to name something below it.
  ['GET', `${subscription}/providers/Microsoft.Insights/eventtypes/management/values`, null, listActivities],
  ['GET', `${subscription}${actionGroups}`, `${ACTION_GROUP_TYPE}/read`, listResources(ACTION_GROUP_TYPE)],
  ['GET', `${group}${actionGroups}`, `${ACTION_GROUP_TYPE}/read`, listResources(ACTION_GROUP_TYPE)],
  ['GET', actionGroup, `${ACTION_GROUP_TYPE}/read`, getResource(ACTION_GROUP_TYPE)],
  ['PUT', actionGroup, `${ACTION_GROUP_TYPE}/write`, putActionGroup],
  ['PATCH', actionGroup, `${ACTION_GROUP_TYPE}/write`, patchEnabled(ACTION_GROUP_TYPE)],
  ['DELETE', actionGroup, `${ACTION_GROUP_TYPE}/delete`, deleteResource],
];
