import type { RouteTable } from '../http/route-table';
import { subscriptionExists } from '../world/subscriptions';
import type { World } from '../world/world';
import { authorize, narrow } from './authorize';
import { performLogged } from './log-activity';
import * as refusals from './refusals';
import type { ParsedRequest } from './request';
import type { ArmAnswer, ArmCall, ArmRoute } from './route';
import type { Throttle } from './throttle';
import { resourceGroupOf, scopeOf, subscriptionOf } from './scope';

/** What a call is made of besides its route. */
export type Asked = Omit<ArmCall, 'world' | 'path' | 'params' | 'query' | 'apiVersion'>;

function requireMatch(routes: RouteTable<ArmRoute>, method: string, { segments, path }: ParsedRequest) {
  const match = routes.match(method, segments);
  if (match) return match;
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined) throw refusals.invalidPath(path);
  const known = routes.namespaces.some((one) => one.toLowerCase() === namespace.toLowerCase());
  throw known ? refusals.notImplemented(method, path) : refusals.invalidNamespace(namespace);
}

const isWriting = (method: string): boolean => ['PUT', 'PATCH', 'POST'].includes(method);

/** In ARM's order: the subscription must exist, then the caller must be allowed, then the group must exist. @throws ArmError */
export function perform(
  world: World,
  routes: RouteTable<ArmRoute>,
  parsed: ParsedRequest,
  asked: Asked,
  throttle?: Throttle,
): ArmAnswer | Promise<ArmAnswer> {
  const { method, principal } = asked;
  const { route, params } = requireMatch(routes, method, parsed);
  const [, , action, handler] = route;
  const subscription = subscriptionOf(parsed.segments);
  if (subscription !== undefined && !subscriptionExists(world, subscription)) throw refusals.subscriptionNotFound(subscription);
  const scope = scopeOf(parsed.segments);
  const permission = authorize(world, principal, method, action, scope);
  if (method === 'GET') throttle?.countResourceRequest(action, principal, subscription ?? '');
  const group = resourceGroupOf(parsed.segments);
  if (group !== undefined && parsed.segments.length > 4) {
    const found = world.resources.get(`/subscriptions/${subscription}/resourceGroups/${group}`);
    if (!found) throw refusals.resourceGroupNotFound(group);
    if (found.properties['provisioningState'] === 'Deleting' && isWriting(method)) throw refusals.resourceGroupBeingDeleted(group);
  }
  const { path, query } = parsed;
  const call: ArmCall = { ...asked, world, path, params, query, apiVersion: query.get('api-version') ?? '' };
  if ('query' in handler) return handler.query(call);
  const reading = method === 'GET' || method === 'HEAD';
  const answer = reading ? handler(call) : performLogged(call, action, scope, () => handler(call));
  return permission === 'narrowed' && action !== null ? narrow(world, principal, action, answer) : answer;
}
