import type { ArmRoute } from '../../arm/route';
import { checkPolicyRestrictions } from './check-policy-restrictions';

const subscription = '/subscriptions/{subscriptionId}';
const check = 'providers/Microsoft.PolicyInsights/checkPolicyRestrictions';
const action = 'Microsoft.PolicyInsights/checkPolicyRestrictions/read';

/** Microsoft.PolicyInsights: what policies would make of a resource. */
export const routes: readonly ArmRoute[] = [
  ['POST', `${subscription}/${check}`, action, checkPolicyRestrictions],
  ['POST', `${subscription}/resourceGroups/{group}/${check}`, action, checkPolicyRestrictions],
];
