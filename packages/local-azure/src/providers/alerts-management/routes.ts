import { deleteResource, getResource, listResources, patchEnabled } from '../../arm/resource-handlers';
import type { ArmRoute } from '../../arm/route';
import { putRule, RULE_TYPE } from './alert-processing-rules';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const rules = '/providers/Microsoft.AlertsManagement/actionRules';
const rule = `${group}${rules}/{alertProcessingRule}`;

/** Microsoft.AlertsManagement: the alert processing rules, which say whom alerts reach. */
export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${rules}`, `${RULE_TYPE}/read`, listResources(RULE_TYPE)],
  ['GET', `${group}${rules}`, `${RULE_TYPE}/read`, listResources(RULE_TYPE)],
  ['GET', rule, `${RULE_TYPE}/read`, getResource(RULE_TYPE)],
  ['PUT', rule, `${RULE_TYPE}/write`, putRule],
  ['PATCH', rule, `${RULE_TYPE}/write`, patchEnabled(RULE_TYPE)],
  ['DELETE', rule, `${RULE_TYPE}/delete`, deleteResource],
];
