import { applications, type Application, type AppRole } from './directory';
import { directMemberships } from './groups';
import { list, record, text } from '../json';
import { identifierUrisOf } from './registration';
import type { World } from '../world';

/** That a person, or the direct members of a group, have a role of an application (Graph's `appRoleAssignment`). */
export interface AppRoleAssignment {
  id: string;
  /** Object id of the person or group. */
  principalId: string;
  principalType: 'User' | 'Group';
  /** Application id of the application that defines the role. */
  resourceAppId: string;
  appRoleId: string;
  /** ISO 8601, of the real clock. */
  createdDateTime: string;
}

/** Assignments by their id. */
export function appRoleAssignments(world: World) {
  return world.documents<AppRoleAssignment>('app-role-assignments');
}

const textOf = (what: unknown) => text(what) ?? '';

/** The roles in a registration as it was written. */
export const appRolesIn = (manifest: Readonly<Record<string, unknown>>): AppRole[] =>
  list(manifest['appRoles']).map((one) => {
    const { id, value, displayName, description, isEnabled } = record(one);
    return {
      id: textOf(id),
      value: textOf(value),
      displayName: textOf(displayName),
      description: textOf(description),
      isEnabled: isEnabled !== false,
    };
  });

function forAudience(world: World, audience: string): Application | undefined {
  const all = applications(world);
  return all.get(audience.toLowerCase()) ?? all.list().find((one) => identifierUrisOf(one).includes(audience));
}

/** What goes with the principal of an application. */
export function forgetAssignments(world: World, appId: string): void {
  const assignments = appRoleAssignments(world);
  for (const { id, resourceAppId } of assignments.list()) if (resourceAppId.toLowerCase() === appId.toLowerCase()) assignments.delete(id);
}

/** The values of the roles that a person has at the application a token is meant for. Members of groups in a group that is assigned have none, as in Entra. */
export function appRolesOf(world: World, audience: string, objectId: string): string[] {
  const application = forAudience(world, audience);
  const { appId, appRoles = [] } = application ?? {};
  if (appId === undefined || appRoles.length === 0) return [];
  const holders = new Set([objectId, ...directMemberships(world, objectId).map((group) => group.objectId)]);
  const held = appRoleAssignments(world)
    .list()
    .filter(({ resourceAppId, principalId }) => resourceAppId === appId && holders.has(principalId));
  return appRoles.filter(({ id, isEnabled }) => isEnabled && held.some(({ appRoleId }) => appRoleId === id)).map(({ value }) => value);
}
