import { mayDo, mayDoSomewhereBelow } from '../world/access';
import { findUser } from '../world/directory';
import type { World } from '../world/world';
import { forbidden } from './refusals';
import { ArmError, type ArmAnswer, type ArmCall, type Principal } from './route';

/** `narrowed`: the caller may see only some of what the list holds. */
export type Permission = 'full' | 'narrowed';

/** Judges an action at a scope. A list is open to anyone who may see something below it. @throws ArmError 403 */
export function authorize(world: World, principal: Principal, method: string, action: string | null, scope: string): Permission {
  if (action === null || mayDo(world, principal.objectId, action, scope, principal.issuedAt)) return 'full';
  if (method === 'GET' && mayDoSomewhereBelow(world, principal.objectId, action, scope, principal.issuedAt)) return 'narrowed';
  throw forbidden(findUser(world, principal.objectId)?.username ?? principal.appId, principal.objectId, action, scope);
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

/** Leaves of a list what the caller may see. */
export function narrow(world: World, principal: Principal, action: string, answer: ArmAnswer): ArmAnswer {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || !('value' in body) || !Array.isArray(body.value)) return answer;
  const seen: unknown[] = body.value.filter((item: unknown) =>
    mayDo(world, principal.objectId, action, idOf(item) ?? '/', principal.issuedAt),
  );
  return { ...answer, body: { ...body, value: seen } };
}

/** What a write uses elsewhere the caller must be allowed to use there, too. @throws ArmError 403 LinkedAuthorizationFailed */
export function requireLinked({ world, principal, path }: ArmCall, action: string, scope: string): void {
  if (mayDo(world, principal.objectId, action, scope)) return;
  throw new ArmError(
    403,
    'LinkedAuthorizationFailed',
    `The client with object id '${principal.objectId}' has permission to perform the write on scope '${path}'; however, it does not have permission to perform action '${action}' on the linked scope '${scope}' or the linked scope is invalid.`,
  );
}
