import { grantsAction } from './permissions';
import { roleGives, smallestRoles } from './remedy';
import { BUILT_IN_ROLES, type BuiltInRole } from './roles';
import type { Need } from './step';

const GIVING_ROLES = ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete'];

/**
 * Whether somebody can hold a role by a delegation (Azure Lighthouse): neither Owner nor a role with data actions nor one that lets him give or
 * take roles. User Access Administrator can be delegated, but gives nothing then except assigning roles to managed identities.
 * Source: https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles#role-support-for-azure-lighthouse
 */
export const mayBeDelegated = (role: BuiltInRole): boolean =>
  (role.dataActions ?? []).length === 0 && !GIVING_ROLES.some((action) => grantsAction([role], action));

const DELEGABLE = BUILT_IN_ROLES.filter(mayBeDelegated);

/**
 * The smallest roles that give what is missing to somebody who holds roles by a delegation alone, and what none of these gives: no access policy
 * names him either, for it names people of the customer's tenant. Source: that of `mayBeDelegated`
 */
export function smallestDelegable<Lack extends Pick<Need, 'plane' | 'action'>>(
  missing: readonly Lack[],
): { roles: BuiltInRole[]; never: Lack[] } {
  const isGiven = (need: Lack) => DELEGABLE.some((role) => roleGives(role, need));
  return { roles: smallestRoles(missing.filter(isGiven), DELEGABLE), never: missing.filter((need) => !isGiven(need)) };
}
