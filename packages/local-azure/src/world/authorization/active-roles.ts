import { assignRole, roleAssignmentKey, roleAssignments } from './access';
import type { EligibleRole } from './eligible-roles';
import { text } from '../json';
import { giveAssignment, takeAssignment } from './role-changes';
import { tryAgain } from '../time/try-again';
import type { World } from '../world';

/** An eligible role that somebody has activated: until its end it is a role assignment like any other. */
export interface ActiveRole {
  /** Of the request; the role assignment bears it, too. */
  name: string;
  eligible: EligibleRole;
  /** Object id of the person who activated it. */
  principalId: string;
  justification: string;
  /** As the request named it, such as PT8H. */
  duration: string;
  /** Milliseconds since 1970, UTC. */
  startedAt: number;
  endsAt: number;
  /** Whether its time is over or somebody has given it back. */
  hasEnded?: true;
  /** Where an activation needs consent: what became of that. */
  approval?: { state: 'pending' } | { state: 'approved' | 'denied'; by: string; justification: string };
}

const ROLE_END = 'active-role.end';

/** Activated roles by the name of their request, in lower case; those that have ended as well. */
export function activeRoles(world: World) {
  return world.documents<ActiveRole>('active-roles');
}

/** Gives somebody an eligible role from now until its end. */
export function activateRole(world: World, active: ActiveRole): void {
  const { name, principalId, endsAt } = active;
  const { role, scope } = active.eligible;
  world.write(() => {
    giveAssignment(world, assignRole(world, { name, principalId, role, scope }));
    activeRoles(world).put(name.toLowerCase(), active);
    world.schedule.plan({ id: `${ROLE_END}:${name.toLowerCase()}`, dueAt: endsAt, kind: ROLE_END, payload: name.toLowerCase() });
  });
}

/** Notes that somebody wants to activate a role, which waits for consent. */
export function requestRole(world: World, active: ActiveRole): void {
  activeRoles(world).put(active.name.toLowerCase(), { ...active, approval: { state: 'pending' } });
}

/** Somebody consents to an activation: from now on it counts, for as long as was asked for. */
export function approveRole(world: World, active: ActiveRole, by: string, justification: string): ActiveRole {
  const startedAt = world.clock.now();
  const endsAt = startedAt + active.endsAt - active.startedAt;
  const approved: ActiveRole = { ...active, startedAt, endsAt, approval: { state: 'approved', by, justification } };
  activateRole(world, approved);
  return approved;
}

/** Takes an activated role back; it can be activated again. */
export function endRole(world: World, name: string): void {
  const active = activeRoles(world).get(name.toLowerCase());
  if (!active || active.hasEnded) return;
  world.write(() => {
    const assignment = roleAssignments(world).get(roleAssignmentKey(active));
    if (assignment) takeAssignment(world, assignment);
    activeRoles(world).put(name.toLowerCase(), { ...active, hasEnded: true });
    world.schedule.cancel(`${ROLE_END}:${name.toLowerCase()}`);
  });
}

/** Says what happens when the time of an activated role is over. */
export function planRoleEnds(world: World): void {
  world.schedule.on(ROLE_END, (payload) => endRole(world, text(payload) ?? ''), tryAgain(world));
}
