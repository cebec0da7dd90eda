import { mayDo, mayDoSomewhereBelow } from '../world/authorization/access';
import { findUser } from '../world/directory/directory';
import type { World } from '../world/world';
import { forbidden } from './refusals';
import { ArmError, type ArmAnswer, type ArmCall, type Principal } from './route';

/** `narrowed`: the caller may see only some of what the list holds. */
type Permission = 'full' | 'narrowed';

/** What is asked of Resource Manager: by the path, an action at a scope. */
interface Asked {
  method: string;
  action: string | null;
  scope: string;
  path: string;
}

/** A subscription is shown to anyone who may see something in it; of lists, those of a subscription and of a group. */
const isTrimmed = ({ scope, path }: Asked): boolean =>
  /^\/subscriptions\/[^/]+$/i.test(scope) || (/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(scope) && path !== scope);

/** Judges an action at a scope. @throws ArmError 403 */
export function authorize(world: World, principal: Principal, asked: Asked): Permission {
  const { method, action, scope } = asked;
  if (action === null || mayDo(world, principal.objectId, action, scope, principal.issuedAt)) return 'full';
  const reaches = method === 'GET' && isTrimmed(asked);
  if (reaches && mayDoSomewhereBelow(world, principal.objectId, action, scope, principal.issuedAt)) return 'narrowed';
  throw refusal(world, principal, action, scope);
}

const refusal = (world: World, { objectId, appId }: Principal, action: string, scope: string) =>
  forbidden(findUser(world, objectId)?.username ?? appId, objectId, action, scope);

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

/** Leaves of a list what the caller may see. @throws ArmError 403 for one of things that have no place of their own, such as sizes */
export function narrow(
  world: World,
  principal: Principal,
  { action, scope }: { action: string; scope: string },
  answer: ArmAnswer,
): ArmAnswer {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || !('value' in body) || !Array.isArray(body.value)) return answer;
  const seen: unknown[] = body.value.filter((item: unknown) => {
    const id = idOf(item);
    if (id === undefined) throw refusal(world, principal, action, scope);
    return mayDo(world, principal.objectId, action, id, principal.issuedAt);
  });
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
