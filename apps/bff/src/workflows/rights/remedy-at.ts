import type { MissingRights } from '@tresor/contracts';
import { BUILT_IN_ROLES, roleGives, smallestDelegable, smallestRoles, type Need, subscriptionOf } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { readEligibleRoles, type EligibleRole } from '../../azure/eligible-roles';
import { takesEffectBy } from '../../azure/key-vault-access/takes-effect';
import { readOwnRoles, type OwnRole } from '../../azure/own-roles';
import { readPermissions } from '../../azure/permissions';
import { isWithin } from './held-rights';

/** What the user may not do of something at a place, with the roles that would allow it; null where all of it is allowed. */
export async function lackingRights(
  session: AzureSession,
  scope: string,
  actions: readonly string[],
  plane: 'control' | 'data' = 'control',
): Promise<MissingRights | null> {
  const { may, mayData } = await readPermissions(session, scope);
  const holds = plane === 'data' ? mayData : may;
  const needs = actions.filter((action) => !holds(action)).map((action) => ({ plane, action }));
  if (needs.length === 0) return null;
  return remedyAt(session, scope, needs, await readUserRoles(session, [subscriptionOf(scope)]));
}

type Lack = Pick<Need, 'plane' | 'action'>;

/** The roles of the user: those that are assigned, whether they count yet or not, and those that may be activated. */
interface UserRoles {
  own: readonly OwnRole[];
  eligible: readonly EligibleRole[];
}

export async function readUserRoles(session: AzureSession, subscriptionIds: readonly string[]): Promise<UserRoles> {
  const [own, eligible] = await Promise.all([
    Promise.all(subscriptionIds.map((id) => readOwnRoles(session, id))),
    Promise.all(subscriptionIds.map((id) => readEligibleRoles(session, id))),
  ]);
  return { own: own.flat(), eligible: eligible.flat() };
}

/** What gives the user what is missing at a place: the smallest roles, those he may activate himself, and those he was given a moment ago. */
export const remedyAt = (session: AzureSession, scope: string, needs: readonly Lack[], roles: UserRoles): MissingRights => ({
  scope,
  actions: needs.map(({ action }) => action),
  roles: smallestRoles(needs).map(({ name }) => name),
  eligible: roles.eligible.filter((role) => isWithin(scope, role.scope) && gives(role, needs)),
  takesEffectBy: givenLately(session, scope, needs, roles.own),
  delegable: delegableFor(needs),
});

function delegableFor(needs: readonly Lack[]): MissingRights['delegable'] {
  const { roles, never } = smallestDelegable(needs);
  return { roles: roles.map(({ name }) => name), never: never.map(({ action }) => action) };
}

/** Whether one of Azure's own roles gives everything of what is needed. */
function gives({ role }: EligibleRole, needs: readonly Lack[]): boolean {
  const found = BUILT_IN_ROLES.find(({ name }) => name === role);
  return found !== undefined && needs.every((need) => roleGives(found, need));
}

/** By when roles that Azure has accepted and does not act upon yet give everything of what is needed. */
function givenLately(session: AzureSession, scope: string, needs: readonly Lack[], own: readonly OwnRole[]): string | null {
  const holding = needs.map(({ plane, action }) => own.filter((role) => isWithin(scope, role.scope) && role.gives(plane, action)));
  if (holding.some((roles) => roles.length === 0)) return null;
  const moments = holding.flat().map(({ createdOn }) => createdOn);
  return takesEffectBy(session, 'rbac', moments);
}
