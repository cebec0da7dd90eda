import type { MissingRights } from '@tresor/contracts';
import { BUILT_IN_ROLES, roleGives, smallestRoles, type Need } from '@tresor/support-matrix';
import type { EligibleRole } from '../../azure/eligible-roles';
import { isWithin } from './held-rights';

type Lack = Pick<Need, 'plane' | 'action'>;

/** What gives the user what is missing at a place: the smallest roles, and those he may activate himself. */
export const remedyAt = (scope: string, needs: readonly Lack[], eligible: readonly EligibleRole[]): MissingRights => ({
  scope,
  actions: needs.map(({ action }) => action),
  roles: smallestRoles(needs).map(({ name }) => name),
  eligible: eligible.filter((role) => isWithin(scope, role.scope) && gives(role, needs)),
});

/** Whether one of Azure's own roles gives everything of what is needed. */
function gives({ role }: EligibleRole, needs: readonly Lack[]): boolean {
  const found = BUILT_IN_ROLES.find(({ name }) => name === role);
  return found !== undefined && needs.every((need) => roleGives(found, need));
}
