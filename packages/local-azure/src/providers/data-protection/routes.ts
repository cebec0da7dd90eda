import { deleteResource, getResource, listResources } from '../../arm/resource-handlers';
import type { ArmRoute } from '../../arm/route';
import { criticalOperations, GUARD_TYPE } from '../../world/authorization/resource-guards';
import { getRequest, listRequests } from './operation-requests';
import { guardView, patchGuard, putGuard } from './resource-guards';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const guards = '/providers/Microsoft.DataProtection/resourceGuards';
const guard = `${group}${guards}/{resourceGuard}`;

/** The provider names its actions so: `Microsoft.DataProtection/resourceGuards/write` is none. */
const A = 'Microsoft.DataProtection/subscriptions/resourceGroups/providers/resourceGuards';

/** Microsoft.DataProtection: the Resource Guards that protect critical operations of vaults. */
export const routes: readonly ArmRoute[] = [
  [
    'GET',
    `${subscription}${guards}`,
    'Microsoft.DataProtection/subscriptions/providers/resourceGuards/read',
    listResources(GUARD_TYPE, guardView),
  ],
  ['GET', `${group}${guards}`, `${A}/read`, listResources(GUARD_TYPE, guardView)],
  ['GET', guard, `${A}/read`, getResource(GUARD_TYPE, guardView)],
  ['PUT', guard, `${A}/write`, putGuard],
  ['PATCH', guard, `${A}/write`, patchGuard],
  ['DELETE', guard, `${A}/delete`, deleteResource],
  ...criticalOperations.flatMap(({ requests }): ArmRoute[] => [
    ['GET', `${guard}/${requests}`, `${A}/{operationName}/read`, listRequests(requests)],
    ['GET', `${guard}/${requests}/{requestName}`, `${A}/{operationName}/read`, getRequest(requests)],
  ]),
];
