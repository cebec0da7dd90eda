import type { ArmRoute } from '../../arm/route';
import { MANAGEMENT_GROUP_TYPE } from '../../world/subscriptions/management-groups';
import { getManagementGroup, listDescendants, listManagementGroups } from './management-groups';

const all = `/providers/${MANAGEMENT_GROUP_TYPE}`;
const one = `${all}/{managementGroup}`;

/** Microsoft.Management: the groups in which subscriptions lie, to be read. */
export const routes: readonly ArmRoute[] = [
  ['GET', all, null, listManagementGroups],
  ['GET', one, `${MANAGEMENT_GROUP_TYPE}/read`, getManagementGroup],
  ['GET', `${one}/descendants`, `${MANAGEMENT_GROUP_TYPE}/descendants/read`, listDescendants],
];
