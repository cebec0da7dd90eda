import { randomUUID } from 'node:crypto';
import { groupsOf } from '../directory/groups';
import type { RoleDefinition } from './role-definitions';
import { isInGroup } from '../subscriptions/management-groups';
import { findRole } from './roles';
import { untilChanged } from '../state/until-changed';
import { wildcards } from './wildcards';
import type { World, WorldDocuments } from '../world';

export interface RoleAssignment {
  /** The last segment of the assignment's id. */
  name: string;
  /** ARM id the role is held at and below, for instance `/subscriptions/…`, as given. */
  scope: string;
  /** The last segment of the role definition's id. */
  role: string;
  principalId: string;
  principalType: 'User' | 'ServicePrincipal' | 'Group';
  /** Milliseconds since 1970, UTC. */
  createdAt: number;
  /** Object id of the person who gave the role; absent in what the world began with. */
  createdBy?: string;
  description?: string;
  /** From when on it counts, where that is later than its creation; milliseconds since 1970, UTC. */
  countsFrom?: number;
  /** Until when it counts although it was taken away. */
  countsUntil?: number;
  /** When it was given or taken away by the clock that tokens are dated by; seconds since 1970. */
  changedAt?: number;
}

type Test = (action: string) => boolean;

interface Patterns {
  actions: Test;
  notActions: Test;
}

const compiled = new WeakMap<RoleDefinition, { control: Patterns; data: Patterns }>();

/** Whether an action, in lower case, fits one of the patterns. */
function anyOf(patterns: readonly string[]): Test {
  const tests = patterns.map((pattern) => wildcards(pattern.toLowerCase()));
  return (action) => tests.some((test) => test(action));
}

function patternsOf(role: RoleDefinition): { control: Patterns; data: Patterns } {
  const known = compiled.get(role);
  if (known) return known;
  const patterns = {
    control: { actions: anyOf(role.actions), notActions: anyOf(role.notActions) },
    data: { actions: anyOf(role.dataActions), notActions: anyOf(role.notDataActions) },
  };
  compiled.set(role, patterns);
  return patterns;
}

/** Whether an ARM id is a scope or lies below it, in any case. */
export function isWithin(id: string, scope: string): boolean {
  const outer = scope.toLowerCase().replace(/(?<!\/)\/+$/, '');
  const inner = id.toLowerCase();
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** Whether what is held at a scope holds for an ARM id: at or below it, or in a management group that is the scope. */
export const holdsFor = (world: WorldDocuments, scope: string, id: string): boolean => isWithin(id, scope) || isInGroup(world, id, scope);

/** Role assignments, keyed `principalId|name` in lower case, so that those of one principal lie together. */
export function roleAssignments(world: WorldDocuments) {
  return world.documents<RoleAssignment>('role-assignments');
}

/** Assignments that were taken away and still count for a while, keyed as the others. */
export function endedAssignments(world: WorldDocuments) {
  return world.documents<RoleAssignment>('ended-role-assignments');
}

/** `principalId|name` in lower case, by which assignments are kept. */
export function roleAssignmentKey(assignment: Pick<RoleAssignment, 'principalId' | 'name'>): string {
  return `${assignment.principalId}|${assignment.name}`.toLowerCase();
}

/** Takes every role at a resource that is gone and below it: one that is made in its place, or is brought back, begins without. */
export function forgetRolesAt(world: WorldDocuments, id: string): void {
  for (const assignments of [roleAssignments(world), endedAssignments(world)]) {
    for (const held of assignments.list()) if (isWithin(held.scope, id)) assignments.delete(roleAssignmentKey(held));
  }
}

const holdersOf = (world: WorldDocuments, objectId: string) => [objectId, ...groupsOf(world, objectId).map((group) => group.objectId)];

/** What is assigned to a principal, wherever, itself or as a member of a group, whether it counts already or not. */
export const assignmentsTo: (world: WorldDocuments, objectId: string) => readonly RoleAssignment[] = untilChanged((world, objectId) =>
  holdersOf(world, objectId).flatMap((id) => roleAssignments(world).list(`${id.toLowerCase()}|`)),
);

const everAssigned: (world: WorldDocuments, objectId: string) => { all: readonly RoleAssignment[]; always: boolean } = untilChanged(
  (world, objectId) => {
    const ended = holdersOf(world, objectId).flatMap((id) => endedAssignments(world).list(`${id.toLowerCase()}|`));
    const all = [...assignmentsTo(world, objectId), ...ended];
    return { all, always: all.every(({ countsFrom, countsUntil }) => countsFrom === undefined && countsUntil === undefined) };
  },
);

/** Whether Resource Manager has heard of a change: it asks again what the holder of a new token holds. */
const isKnownTo = ({ changedAt }: RoleAssignment, tokenOf: number | undefined) =>
  tokenOf !== undefined && changedAt !== undefined && changedAt < tokenOf;

/** What counts for a principal at this moment; `tokenOf`: when the token was issued that Resource Manager is shown, in seconds. */
export function assignmentsOf(world: World, objectId: string, tokenOf?: number): readonly RoleAssignment[] {
  const { all, always } = everAssigned(world, objectId);
  if (always) return all;
  const now = world.clock.now();
  return all.filter((held) => {
    const { countsFrom = 0, countsUntil = Number.POSITIVE_INFINITY } = held;
    return isKnownTo(held, tokenOf) ? countsUntil === Number.POSITIVE_INFINITY : countsFrom <= now && now < countsUntil;
  });
}

/** All that decides what a principal may do: principals with the same text may do the same. */
export const rightsOf = (world: World, objectId: string): string =>
  everAssigned(world, objectId).always ? textOfAll(world, objectId) : textOf(assignmentsOf(world, objectId));

const textOf = (held: readonly RoleAssignment[]) =>
  JSON.stringify(held.map(({ scope, role }) => `${scope} ${role}`.toLowerCase()).toSorted());

const textOfAll: (world: WorldDocuments, objectId: string) => string = untilChanged((world, objectId) =>
  textOf(assignmentsTo(world, objectId)),
);

/** Gives a principal a role (by name or id) at a scope. */
export function assignRole(
  world: World,
  grant: { principalId: string; role: string; scope: string; principalType?: RoleAssignment['principalType']; name?: string },
): RoleAssignment {
  const role = findRole(world, grant.role);
  if (!role) throw new Error(`There is no role ${grant.role}.`);
  const assignment: RoleAssignment = {
    name: grant.name ?? randomUUID(),
    scope: grant.scope,
    role: role.name,
    principalId: grant.principalId,
    principalType: grant.principalType ?? 'User',
    createdAt: world.clock.now(),
  };
  roleAssignments(world).put(roleAssignmentKey(assignment), assignment);
  return assignment;
}

function granted(world: World, assignment: RoleAssignment, plane: 'control' | 'data', action: string): boolean {
  const role = findRole(world, assignment.role);
  if (!role) return false;
  const { actions, notActions } = patternsOf(role)[plane];
  const asked = action.toLowerCase();
  return actions(asked) && !notActions(asked);
}

/** Whether a principal may do an action of the management plane (`Microsoft.Compute/virtualMachines/read`) at an ARM id. */
export function mayDo(world: World, objectId: string, action: string, scope: string, tokenOf?: number): boolean {
  return assignmentsOf(world, objectId, tokenOf).some(
    (held) => holdsFor(world, held.scope, scope) && granted(world, held, 'control', action),
  );
}

/** Whether a principal holds any role at, above or below a scope. */
export const holdsSomethingIn = (world: World, objectId: string, scope: string, tokenOf?: number): boolean =>
  assignmentsOf(world, objectId, tokenOf).some((held) => isWithin(held.scope, scope) || holdsFor(world, held.scope, scope));

/** Whether a principal may do a data action (`Microsoft.KeyVault/vaults/secrets/getSecret/action`) at an ARM id. */
export function mayDoData(world: World, objectId: string, dataAction: string, scope: string): boolean {
  return assignmentsOf(world, objectId).some((held) => holdsFor(world, held.scope, scope) && granted(world, held, 'data', dataAction));
}

/** Whether a principal may do an action somewhere below a scope: such a caller gets lists narrowed to what he may see. */
export function mayDoSomewhereBelow(world: World, objectId: string, action: string, scope: string, tokenOf?: number): boolean {
  return assignmentsOf(world, objectId, tokenOf).some((held) => isWithin(held.scope, scope) && granted(world, held, 'control', action));
}
