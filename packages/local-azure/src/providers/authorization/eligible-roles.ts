import { forbidden } from '../../arm/refusals';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { isWithin, mayDo } from '../../world/authorization/access';
import { eligibleRoles, eligibleRolesOf, type EligibleRole } from '../../world/authorization/eligible-roles';
import { roleDefinitionId } from './role-definitions';
import { expandedProperties } from './role-schedules';

const TYPE = 'Microsoft.Authorization/roleEligibilityScheduleInstances';

function view(call: ArmCall, eligible: EligibleRole) {
  const { name, scope, role, principalId, principalType, createdAt } = eligible;
  const started = new Date(createdAt).toISOString();
  const isDirect = principalId.toLowerCase() === call.principal.objectId.toLowerCase();
  return {
    properties: {
      roleEligibilityScheduleId: `${scope}/providers/Microsoft.Authorization/roleEligibilitySchedules/${name}`,
      scope,
      roleDefinitionId: roleDefinitionId(scope, role),
      principalId,
      principalType,
      status: 'Provisioned',
      startDateTime: started,
      endDateTime: null,
      memberType: isDirect ? 'Direct' : 'Group',
      createdOn: started,
      condition: null,
      conditionVersion: null,
      expandedProperties: expandedProperties(call, eligible),
    },
    name,
    id: `${scope}/providers/${TYPE}/${name}`,
    type: TYPE,
  };
}

/** @throws ArmError 403 where the caller may not see what others hold */
export function requireRead({ world, principal }: ArmCall, action: string, scope: string): void {
  if (!mayDo(world, principal.objectId, action, scope)) throw forbidden(principal.appId, principal.objectId, action, scope);
}

function everybodys(call: ArmCall, scope: string): readonly EligibleRole[] {
  requireRead(call, 'Microsoft.Authorization/roleEligibilityScheduleInstances/read', scope);
  return eligibleRoles(call.world).list();
}

/** `asTarget()`: what the caller may activate, which everybody may ask; `atScope()` leaves out what lies below. */
export const listEligibleRoles: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const scope = call.params['scope'] ?? '';
  const all = /asTarget\(\)/i.test(filter) ? eligibleRolesOf(call.world, call.principal.objectId) : everybodys(call, scope);
  const onlyAtScope = /atScope\(\)/i.test(filter);
  const value = all.filter((held) => isWithin(scope, held.scope) || (!onlyAtScope && isWithin(held.scope, scope)));
  return { status: 200, body: { value: value.map((eligible) => view(call, eligible)) } };
};
