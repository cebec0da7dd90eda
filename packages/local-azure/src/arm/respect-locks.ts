import { locksAt, locksBelow } from '../world/authorization/management-locks';
import type { World } from '../world/world';
import { scopeLocked } from './refusals';

/** Locks themselves can be changed under any lock; otherwise none could be taken away. */
const OF_LOCKS = /^Microsoft\.Authorization\/locks\//i;

/**
 * Refuses what a management lock forbids. `CanNotDelete` forbids DELETE, `ReadOnly` every change and every action, whatever it does; what
 * is deleted takes all below it along, so locks there count as well. Only Resource Manager asks: data planes do not know locks. The rule is
 * that of learn.microsoft.com/azure/azure-resource-manager/management/lock-resources. @throws ArmError 409 ScopeLocked
 */
export function respectLocks(world: World, method: string, action: string | null, scope: string): void {
  if (action === null || /\/read$/i.test(action) || OF_LOCKS.test(action)) return;
  const deletes = method === 'DELETE';
  const locks = deletes
    ? [...locksAt(world, scope), ...locksBelow(world, scope)]
    : locksAt(world, scope).filter(({ level }) => level === 'ReadOnly');
  if (locks.length > 0) throw scopeLocked(scope, deletes ? 'delete' : 'write', [...new Set(locks.map((lock) => lock.scope))]);
}
