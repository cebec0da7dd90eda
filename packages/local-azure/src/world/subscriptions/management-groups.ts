import { subscriptionOf } from '../arm-ids';
import { untilChanged } from '../state/until-changed';
import type { World, WorldDocuments } from '../world';

export interface ManagementGroup {
  /** The last segment of its id; that of the root group is the tenant's id. */
  name: string;
  displayName: string;
  /** The name of the group above; null for the root group. */
  parent: string | null;
  /** Those that lie in it itself, in lower case. A subscription lies in one group. */
  subscriptionIds: readonly string[];
}

export const MANAGEMENT_GROUP_TYPE = 'Microsoft.Management/managementGroups';

const groups = (world: WorldDocuments) => world.documents<ManagementGroup>('management-groups');

/** ARM id, with the name as given. */
export const managementGroupId = (name: string): string => `/providers/${MANAGEMENT_GROUP_TYPE}/${name}`;

const GROUP_ID = /^\/providers\/microsoft\.management\/managementgroups\/([^/]+)/i;

/** All of the tenant, the root group among them. */
export const managementGroups = (world: WorldDocuments): readonly ManagementGroup[] => allGroups(world, '');
const allGroups: (world: WorldDocuments, key: string) => readonly ManagementGroup[] = untilChanged((world) => groups(world).list());

/** The group with this name, in any case. */
export const findManagementGroup = (world: WorldDocuments, name: string): ManagementGroup | undefined =>
  managementGroups(world).find((one) => one.name.toLowerCase() === name.toLowerCase());

/** Adds or replaces a group. Whether its subscriptions leave the group they were in is the caller’s to see to. */
export function putManagementGroup(world: World, group: ManagementGroup): void {
  groups(world).put(group.name.toLowerCase(), { ...group, subscriptionIds: group.subscriptionIds.map((id) => id.toLowerCase()) });
}

/** The groups right below a group. */
export const childrenOf = (world: WorldDocuments, { name }: ManagementGroup): ManagementGroup[] =>
  managementGroups(world).filter(({ parent }) => parent?.toLowerCase() === name.toLowerCase());

/** A group and all groups below it, from the top down. */
export const withGroupsBelow = (world: WorldDocuments, group: ManagementGroup): ManagementGroup[] => [
  group,
  ...childrenOf(world, group).flatMap((child) => withGroupsBelow(world, child)),
];

/** The group in which a subscription, or another group, lies itself. */
function groupAround(world: WorldDocuments, id: string): ManagementGroup | undefined {
  const name = GROUP_ID.exec(id)?.[1];
  if (name !== undefined) {
    const parent = findManagementGroup(world, name)?.parent;
    return parent == null ? undefined : findManagementGroup(world, parent);
  }
  const subscriptionId = subscriptionOf(id).toLowerCase();
  return subscriptionId === ''
    ? undefined
    : managementGroups(world).find(({ subscriptionIds }) => subscriptionIds.includes(subscriptionId));
}

/** The groups above what an ARM id names, the nearest first; a subscription that was put in none lies nowhere. */
export function groupsAbove(world: WorldDocuments, id: string): ManagementGroup[] {
  const nearest = groupAround(world, id);
  return nearest ? [nearest, ...groupsAbove(world, managementGroupId(nearest.name))] : [];
}

const idsAbove: (world: WorldDocuments, place: string) => ReadonlySet<string> = untilChanged(
  (world, place) => new Set(groupsAbove(world, place).map(({ name }) => managementGroupId(name).toLowerCase())),
);

/** Whether what is held at a scope holds for an ARM id because the scope is a management group above it. */
export function isInGroup(world: WorldDocuments, id: string, scope: string): boolean {
  if (!GROUP_ID.test(scope)) return false;
  const place = GROUP_ID.exec(id)?.[0] ?? `/subscriptions/${subscriptionOf(id)}`;
  return idsAbove(world, place.toLowerCase()).has(scope.toLowerCase());
}
