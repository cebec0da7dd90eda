import type { ArmHandler } from '../../arm/route';
import { assignmentsOf, holdsFor } from '../../world/authorization/access';
import { findRole } from '../../world/authorization/roles';
import { permissionOf } from './role-definitions';

/** What the caller's own roles let him do at a scope. */
export const listPermissions: ArmHandler = (call) => {
  const scope = call.params['scope'] ?? '';
  const roles = assignmentsOf(call.world, call.principal.objectId, call.principal.issuedAt)
    .filter((held) => holdsFor(call.world, held.scope, scope))
    .map((held) => findRole(call.world, held.role))
    .filter((role) => role !== undefined);
  return { status: 200, body: { value: roles.map(permissionOf) } };
};
