import { endedAssignments, roleAssignmentKey, roleAssignments, type RoleAssignment } from './access';
import { delayOf } from '../time/delays';
import { tokenSeconds } from '../directory/revoked-tokens';
import type { World } from '../world';

/** Keeps a role assignment, which is shown from now on and counts when Azure has come round to it. */
export function giveAssignment(world: World, assignment: RoleAssignment): void {
  const delay = delayOf(world, 'role-assignments', assignment.name);
  const late = delay > 0 && { countsFrom: assignment.createdAt + delay, changedAt: tokenSeconds() };
  roleAssignments(world).put(roleAssignmentKey(assignment), { ...assignment, ...late });
}

/** Takes a role assignment away, which is shown no longer and counts until Azure has come round to it. */
export function takeAssignment(world: World, assignment: RoleAssignment): void {
  const key = roleAssignmentKey(assignment);
  const delay = delayOf(world, 'role-assignments', `${assignment.name} ended`);
  roleAssignments(world).delete(key);
  if (delay > 0) endedAssignments(world).put(key, { ...assignment, countsUntil: world.clock.now() + delay, changedAt: tokenSeconds() });
}
