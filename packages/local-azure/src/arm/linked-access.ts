import { mayDo } from '../world/access';
import { ArmError, type ArmCall } from './route';

/** What a write uses elsewhere the caller must be allowed to use there, too. @throws ArmError 403 LinkedAuthorizationFailed */
export function requireLinked({ world, principal, path }: ArmCall, action: string, scope: string): void {
  if (mayDo(world, principal.objectId, action, scope)) return;
  throw new ArmError(
    403,
    'LinkedAuthorizationFailed',
    `The client with object id '${principal.objectId}' has permission to perform the write on scope '${path}'; however, it does not have permission to perform action '${action}' on the linked scope '${scope}' or the linked scope is invalid.`,
  );
}
