import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { at, record, text } from '../../world/json';
import { lockKey, locksAt, locksBelow, managementLocks, type ManagementLock } from '../../world/authorization/management-locks';
import { placeOf } from './named-in-scope';

const TYPE = 'Microsoft.Authorization/locks';
const LEVELS = ['CanNotDelete', 'ReadOnly'] as const;

const view = ({ name, scope, level, notes }: ManagementLock) => ({
  properties: { level, ...(notes !== undefined && { notes }) },
  id: `${scope}/providers/${TYPE}/${name}`,
  type: TYPE,
  name,
});

const found = (call: ArmCall): ManagementLock | undefined => managementLocks(call.world).get(lockKey(placeOf(call)));

/** GET of all locks that hold at a scope and, without `atScope()`, of those below it. */
export const listLocks: ArmHandler = (call) => {
  const { scope } = placeOf(call);
  const onlyAtScope = /atScope\(\)/i.test(call.query.get('$filter') ?? '');
  const locks = [...locksAt(call.world, scope), ...(onlyAtScope ? [] : locksBelow(call.world, scope))];
  return { status: 200, body: { value: locks.map(view) } };
};

/** GET of a lock at the scope it was put at. @throws ArmError 404 LockNotFound */
export const getLock: ArmHandler = (call) => {
  const lock = found(call);
  if (lock) return { status: 200, body: view(lock) };
  throw new ArmError(404, 'LockNotFound', `The lock '${placeOf(call).name}' could not be found.`);
};

/** PUT: 201 for a new lock, 200 for a changed one. @throws ArmError 400 without a known level, 404 where nothing stands that could be locked */
export const putLock: ArmHandler = (call) => {
  const { scope, name } = placeOf(call);
  const given = record(at(call.body, 'properties'));
  const wanted = text(given['level'])?.toLowerCase();
  const level = LEVELS.find((one) => one.toLowerCase() === wanted);
  if (!level)
    throw new ArmError(400, 'InvalidLockLevel', `The lock level '${text(given['level']) ?? ''}' is not one of ${LEVELS.join(', ')}.`);
  if (!/^\/subscriptions\/[^/]+$/i.test(scope) && !call.world.resources.get(scope)) {
    throw new ArmError(404, 'ResourceNotFound', `The scope '${scope}' to be locked was not found.`);
  }
  const before = found(call);
  const notes = text(given['notes']);
  const lock: ManagementLock = { name: before?.name ?? name, scope: before?.scope ?? scope, level, ...(notes !== undefined && { notes }) };
  managementLocks(call.world).put(lockKey(lock), lock);
  return { status: before ? 200 : 201, body: view(lock) };
};

/** DELETE: 204 where there is none. */
export const deleteLock: ArmHandler = (call) => ({ status: managementLocks(call.world).delete(lockKey(placeOf(call))) ? 200 : 204 });
