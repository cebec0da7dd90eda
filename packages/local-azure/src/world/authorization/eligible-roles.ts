import { groupsOf } from '../directory/groups';
import type { World } from '../world';

/** A role that a principal may activate for some hours, in Privileged Identity Management; until then it gives nothing. */
export interface EligibleRole {
  name: string;
  /** ARM id the role would be held at and below. */
  scope: string;
  /** The last segment of the role definition's id. */
  role: string;
  principalId: string;
  principalType: 'User' | 'Group';
  /** Milliseconds since 1970, UTC. */
  createdAt: number;
  /** Object ids of the people of whom one must approve each activation; absent where it needs nobody's consent. */
  approvers?: readonly string[];
}

/** Eligible roles by the name of their instance. */
export function eligibleRoles(world: World) {
  return world.documents<EligibleRole>('eligible-roles');
}

/** What a principal may activate, by itself or as a member of a group. */
export function eligibleRolesOf(world: World, objectId: string): EligibleRole[] {
  const ids = new Set([objectId, ...groupsOf(world, objectId).map((group) => group.objectId)].map((id) => id.toLowerCase()));
  return eligibleRoles(world)
    .list()
    .filter(({ principalId }) => ids.has(principalId.toLowerCase()));
}
