import { untilChanged } from '../state/until-changed';
import type { WorldDocuments } from '../world';

/** A security group of the directory. */
export interface Group {
  objectId: string;
  displayName: string;
  description: string;
  /** Object ids of its direct members: people, service principals and other groups. */
  members: string[];
}

/** Groups by object id (lower case). */
export function groups(world: WorldDocuments) {
  return world.documents<Group>('groups');
}

/** Finds a group by its object id, in any case. */
export const findGroup = (world: WorldDocuments, objectId: string): Group | undefined => groups(world).get(objectId.toLowerCase());

/** The groups that name a principal as their member. */
export const directMemberships = (world: WorldDocuments, objectId: string): Group[] =>
  groups(world)
    .list()
    .filter(({ members }) => members.some((member) => member.toLowerCase() === objectId.toLowerCase()));

/** The groups that a principal is in, directly or through other groups, each once. */
export const groupsOf: (world: WorldDocuments, objectId: string) => readonly Group[] = untilChanged((world, objectId) => {
  const found = new Map<string, Group>();
  const wanted = [objectId];
  for (const id of wanted) {
    for (const group of directMemberships(world, id)) {
      if (found.has(group.objectId)) continue;
      found.set(group.objectId, group);
      wanted.push(group.objectId);
    }
  }
  return [...found.values()];
});
