import { builtInRoles } from './role-definitions';
import type { RoleDefinition } from './role-definitions';
import { untilChanged } from '../state/until-changed';
import type { World, WorldDocuments } from '../world';

/** A role somebody made. */
export interface CustomRole extends RoleDefinition {
  /** Subscriptions and resource groups at and below which the role can be assigned. */
  assignableScopes: readonly string[];
  /** Milliseconds since 1970, UTC. */
  createdAt: number;
  updatedAt: number;
  /** Object ids. */
  createdBy: string;
  updatedBy: string;
}

/** Custom roles by the last segment of their id, in lower case. */
export function customRoles(world: WorldDocuments) {
  return world.documents<CustomRole>('custom-roles');
}

/** Only a custom role says where it may be assigned; those that are built in may be everywhere. */
export function isCustom(role: RoleDefinition): role is CustomRole {
  return 'assignableScopes' in role;
}

const roles = untilChanged((world) => {
  const all = [...builtInRoles, ...customRoles(world).list()];
  return {
    all,
    byId: new Map(all.map((role) => [role.name.toLowerCase(), role])),
    byName: new Map(all.map((role) => [role.roleName.toLowerCase(), role])),
  };
});

/** Every role, the built-in ones first. */
export const rolesOf = (world: World): readonly RoleDefinition[] => roles(world, '').all;

/** Finds a role by the last segment of its id or by its name, in any case. */
export function findRole(world: World, nameOrId: string): RoleDefinition | undefined {
  const { byId, byName } = roles(world, '');
  return byId.get(nameOrId.slice(nameOrId.lastIndexOf('/') + 1).toLowerCase()) ?? byName.get(nameOrId.toLowerCase());
}
