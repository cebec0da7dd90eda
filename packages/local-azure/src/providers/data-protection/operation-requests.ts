import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import { GUARD_TYPE, protectedBy } from '../../world/authorization/resource-guards';

/** The requests of a type that a guard has: the default one where it protects the operation, else none. */
function requestsOf(call: ArmCall, requests: string) {
  const path = call.path.slice(0, call.path.toLowerCase().lastIndexOf(`/${requests.toLowerCase()}`));
  const guard = resourceOf(call, GUARD_TYPE, path);
  const isProtected = protectedBy(guard).some((one) => one.requests === requests);
  return isProtected ? [{ id: `${guard.id}/${requests}/default`, name: 'default', type: `${GUARD_TYPE}/${requests}` }] : [];
}

/** GET of the requests of one kind: one where the Resource Guard protects that operation, else none. @throws ArmError 404 without it */
export const listRequests =
  (requests: string): ArmHandler =>
  (call) => ({ status: 200, body: { value: requestsOf(call, requests) } });

/** GET of one of them by its name, in any case. @throws ArmError 404 */
export const getRequest =
  (requests: string): ArmHandler =>
  (call) => {
    const name = call.params['requestName'] ?? '';
    const found = requestsOf(call, requests).find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found) return { status: 200, body: found };
    throw new ArmError(404, 'ResourceNotFound', `The request '${name}' of '${requests}' was not found.`);
  };
