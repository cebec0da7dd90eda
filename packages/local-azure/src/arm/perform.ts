import type { RouteTable } from '../http/route-table';
import { subscriptionExists } from '../world/subscriptions';
import type { World } from '../world/world';
import { authorize, narrow } from './authorize';
import { performLogged } from './log-activity';
import { inOtherCase } from './other-case';
import * as refusals from './refusals';
import type { ParsedRequest } from './request';
import type { ArmAnswer, ArmCall, ArmHandler, ArmRoute } from './route';
import { machineQuota, withinQuota } from './quotas';
import type { Throttle } from './throttle';
import { resourceGroupOf, scopeOf, subscriptionOf } from './scope';

/** What a call is made of besides its route. */
export type Asked = Omit<ArmCall, 'world' | 'path' | 'params' | 'query' | 'apiVersion'>;

/** What Resource Manager itself can do with subscriptions and groups that no provider is asked for. */
const ofManager =
  /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?\/(?:tagNames|exportTemplate|moveResources|validateMoveResources)(?:\/|$)/i;

/** Whether a path ends with the name of a resource: after the namespace types and names take turns. */
function namesResource(segments: readonly string[]): boolean {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const after = segments.length - at - 1;
  return at >= 0 && after >= 3 && after % 2 === 1;
}

function requireMatch(routes: RouteTable<ArmRoute>, method: string, { segments, path }: ParsedRequest) {
  const match =
    routes.match(method, segments) ?? (method === 'HEAD' && namesResource(segments) ? routes.match('GET', segments) : undefined);
  if (match) return match;
  if (ofManager.test(path)) throw refusals.notImplemented(method, path);
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined) throw refusals.invalidPath(path);
  const known = routes.namespaces.some((one) => one.toLowerCase() === namespace.toLowerCase());
  throw known ? refusals.notImplemented(method, path) : refusals.invalidNamespace(namespace);
}

/** HEAD of a resource: 204 when it can be read; its absence is thrown. */
function exists(handler: ArmHandler, call: ArmCall): ArmAnswer {
  handler({ ...call, method: 'GET' });
  return { status: 204 };
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
  if ('query' in handler) return withinQuota(call, throttle, handler.query);
  const quota = throttle?.providers && machineQuota(throttle.providers, method, path);
  const reading = method === 'GET' || method === 'HEAD';
  if (method === 'HEAD' && route[0] === 'GET') return exists(handler, call);
  const answer = reading ? handler(call) : performLogged(call, action, scope, () => handler(call));
  const seen = inOtherCase(world, action, permission === 'narrowed' && action !== null ? narrow(world, principal, action, answer) : answer);
  return quota === undefined ? seen : { ...seen, headers: { 'x-ms-ratelimit-remaining-resource': quota, ...seen.headers } };
}
