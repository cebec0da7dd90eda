import { isWithin } from './access';
import { untilChanged } from '../state/until-changed';
import type { World, WorldDocuments } from '../world';

/** Forbids changes at a scope and below it to everybody, whatever their roles. */
export interface ManagementLock {
  /** The last segment of the lock's id. */
  name: string;
  /** ARM id at which, and below which, it holds: a subscription, a group or a resource, as given. */
  scope: string;
  level: 'CanNotDelete' | 'ReadOnly';
  notes?: string;
}

/** Locks by scope and name, in lower case. */
export function managementLocks(world: WorldDocuments) {
  return world.documents<ManagementLock>('management-locks');
}

/** `scope|name` in lower case, by which locks are kept. */
export const lockKey = ({ scope, name }: Pick<ManagementLock, 'scope' | 'name'>): string => `${scope}|${name}`.toLowerCase();

const allLocks: (world: WorldDocuments, key: string) => readonly ManagementLock[] = untilChanged((world) => managementLocks(world).list());

/** Every lock that holds at a scope, whether it was put there or above. */
export const locksAt = (world: World, scope: string): readonly ManagementLock[] =>
  allLocks(world, 'all').filter((lock) => isWithin(scope, lock.scope));

/** Every lock below a scope. */
export const locksBelow = (world: World, scope: string): readonly ManagementLock[] =>
  allLocks(world, 'all').filter((lock) => isWithin(lock.scope, scope) && lock.scope.toLowerCase() !== scope.toLowerCase());
