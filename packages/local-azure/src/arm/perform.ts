import type { RouteTable } from '../http/route-table';
import { subscriptionExists } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { authorize, narrow } from './authorize';
import { evaluateLater } from './evaluate-later';
import { requireEnabled } from './require-enabled';
import { requireRegistration } from './require-registration';
import { requireSecondFactor } from './require-second-factor';
import { respectLocks } from './respect-locks';
import { respectPolicies, withPolicyTags } from './respect-policies';
import { respectTagLimits } from './respect-tags';
import * as refusals from './refusals';
import type { ParsedRequest } from './request';
import type { ArmAnswer, ArmCall, ArmHandler, ArmRoute, ArmQuery } from './route';
import type { Throttle } from './throttle';
import { resourceGroupOf, scopeOf, subscriptionOf } from './scope';
import { recordActivity } from '../world/activity-log';
import type { NewActivity } from '../world/activity-log';
import { follow } from './follow';
import { pollPathOf } from './poll';
import { ArmError } from './route';
import { unkindnessOf } from '../world/time/delays';
import type { ProviderThrottle, QueryQuota } from './provider-throttle';
import { kindOf } from './throttle';

/** What a call is made of besides its route. */
type Asked = Omit<ArmCall, 'world' | 'path' | 'params' | 'query' | 'apiVersion'>;

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

/** A POST that needs the right to read only is no activity. */
const isActivity = (action: string): boolean => /\/(?:write|delete|action)$/i.test(action);

/**
 * Runs what may change something, in one transaction with its entry in the activity log. What is refused changes nothing and has an
 * entry, too; what is only accepted has another one when it has ended.
 */
function performLogged(call: ArmCall, action: string | null, scope: string, handle: () => ArmAnswer): ArmAnswer {
  const { world, principal, method, correlationId, clientRequestId } = call;
  const subscriptionId = subscriptionOf(scope.split('/').slice(1));
  if (action === null || subscriptionId === undefined || !isActivity(action)) return world.writeTogether(handle);
  const asked = { subscriptionId, principal, action, resourceId: scope, method, correlationId };
  const activity = (status: number): NewActivity => ({ ...asked, ...(clientRequestId !== undefined && { clientRequestId }), status });
  try {
    return world.writeTogether(() => {
      const answer = handle();
      const pollPath = pollPathOf(answer);
      recordActivity(world, { ...activity(answer.status), ...(pollPath !== undefined && { lasts: true }) });
      if (pollPath !== undefined) follow(world, activity(answer.status), pollPath);
      return answer;
    });
  } catch (error) {
    if (error instanceof ArmError) world.writeTogether(() => recordActivity(world, activity(error.status)));
    throw error;
  }
}

const DISK_IDS = /(\/resourceGroups\/)([^/"]+)(?=\/providers\/Microsoft\.Compute\/disks\/)/gi;

/** Compute repeats the group of a machine's disks in capital letters, however it was spelled, as recorded; a kind world does not. */
function inOtherCase(world: World, action: string | null, answer: ArmAnswer): ArmAnswer {
  if (action !== 'Microsoft.Compute/virtualMachines/read' || answer.body === undefined || unkindnessOf(world) === 'kind') return answer;
  const { body, ...rest } = answer;
  const json = JSON.stringify(body).replace(DISK_IDS, (_whole, word: string, group: string) => word + group.toUpperCase());
  return { ...rest, json };
}

const MACHINE = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/]+/i;

/** Counts what is done with a machine; undefined where it is about something else. @throws ArmError 429 */
function machineQuota(providers: ProviderThrottle, method: string, path: string): string | undefined {
  const [vmId] = MACHINE.exec(path) ?? [];
  return vmId && providers.takeMachine(vmId, kindOf(method) === 'reads');
}

const FULL: QueryQuota = { remaining: 14, resetsAfter: 5 };

const headersOf = ({ remaining, resetsAfter }: QueryQuota) => ({
  'x-ms-user-quota-remaining': String(remaining),
  'x-ms-user-quota-resets-after': `00:00:0${resetsAfter}`,
});

/** Answers a query of Resource Graph while the user has any left; its answers say how many. */
async function withinQuota(call: ArmCall, throttle: Throttle | undefined, query: ArmQuery['query']): Promise<ArmAnswer> {
  const quota = throttle?.providers?.takeQuery(call.principal.objectId);
  if (quota?.refused) return throttled(call, quota);
  const answer = await query(call);
  return answer.status === 200 ? { ...answer, headers: { ...headersOf(quota ?? FULL), ...answer.headers } } : answer;
}

function throttled({ world, correlationId }: ArmCall, quota: QueryQuota): ArmAnswer {
  const timestamp = new Date(world.clock.now()).toISOString();
  const message = `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${correlationId}.`;
  const reason =
    'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.';
  return {
    status: 429,
    headers: headersOf(quota),
    body: { error: { code: 'RateLimiting', message, details: [{ code: 'RateLimiting', message: reason }] } },
  };
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * In ARM's order: the subscription must exist, then the caller must be allowed, then the group must exist, and who writes needs a provider that
 * is registered. @throws ArmError
 */
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
  if (subscription !== undefined && !GUID.test(subscription)) throw refusals.invalidSubscriptionId(subscription);
  if (subscription !== undefined && !subscriptionExists(world, subscription)) throw refusals.subscriptionNotFound(subscription);
  const scope = scopeOf(parsed.segments);
  const permission = authorize(world, principal, { method, action, scope, path: parsed.path });
  if (method === 'GET') throttle?.countResourceRequest(action, principal, subscription ?? '');
  const group = resourceGroupOf(parsed.segments);
  if (group !== undefined && parsed.segments.length > 4) {
    const found = world.resources.get(`/subscriptions/${subscription}/resourceGroups/${group}`);
    if (!found) throw refusals.resourceGroupNotFound(group);
    if (found.properties['provisioningState'] === 'Deleting' && isWriting(method)) throw refusals.resourceGroupBeingDeleted(group);
  }
  if (subscription !== undefined && isWriting(method)) requireRegistration(world, subscription, parsed.segments);
  const { path, query } = parsed;
  const call: ArmCall = { ...asked, world, path, params, query, apiVersion: query.get('api-version') ?? '' };
  if ('query' in handler) return withinQuota(call, throttle, handler.query);
  const quota = throttle?.providers && machineQuota(throttle.providers, method, path);
  const reading = method === 'GET' || method === 'HEAD';
  if (method === 'HEAD' && route[0] === 'GET') return exists(handler, call);
  const change = () => {
    requireEnabled(world, method, action, subscription);
    requireSecondFactor(world, principal, method, scope);
    respectLocks(world, method, action, scope);
    const altered = withPolicyTags(call);
    respectTagLimits(altered);
    respectPolicies(altered);
    const answer = handler(altered);
    if (method === 'PUT' || method === 'PATCH') evaluateLater(world, path, call.apiVersion);
    return answer;
  };
  const answer = reading ? handler(call) : performLogged(call, action, scope, change);
  const isNarrowed = permission === 'narrowed' && action !== null;
  const seen = inOtherCase(world, action, isNarrowed ? narrow(world, principal, { action, scope }, answer) : answer);
  return quota === undefined ? seen : { ...seen, headers: { 'x-ms-ratelimit-remaining-resource': quota, ...seen.headers } };
}
