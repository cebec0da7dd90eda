import { randomUUID } from 'node:crypto';
import { readBearer } from '../entra/bearer';
import type { Authority } from '../entra/authority';
import { header } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { subscriptionExists } from '../world/subscriptions';
import type { World } from '../world/world';
import { toFailure, toHttp } from './answer';
import type { Circumstances } from './answer';
import { authorize, narrow } from './authorize';
import * as refusals from './refusals';
import { parseBody, parseRequest, requireApiVersion } from './request';
import type { ParsedRequest } from './request';
import type { ArmAnswer, ArmRoute, Principal } from './route';
import type { RouteMatch, RouteTable } from '../http/route-table';
import { resourceGroupOf, scopeOf, subscriptionOf } from './scope';
import type { Throttle } from './throttle';

export interface ArmRoom {
  world: World;
  authority: Authority;
  routes: RouteTable<ArmRoute>;
  throttle: Throttle;
}

const AUDIENCES = ['https://management.azure.com', 'https://management.core.windows.net'];

async function identify(room: ArmRoom, request: HttpRequest): Promise<Principal> {
  const bearer = await readBearer(room.authority, header(request, 'authorization'), AUDIENCES);
  if (bearer.principal) return bearer.principal;
  throw refusals.unauthenticated(bearer.problem, room.authority.tenantId, bearer.audience);
}

function requireMatch(room: ArmRoom, method: string, { segments, path }: ParsedRequest): RouteMatch<ArmRoute> {
  const match = room.routes.match(method, segments);
  if (match) return match;
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined) throw refusals.invalidPath(path);
  const known = room.routes.namespaces.some((one) => one.toLowerCase() === namespace.toLowerCase());
  throw known ? refusals.notImplemented(method, path) : refusals.invalidNamespace(namespace);
}

interface Routed extends ParsedRequest {
  match: RouteMatch<ArmRoute>;
  correlationId: string;
}

/** In ARM's order: the subscription must exist, then the caller must be allowed, then the group must exist. */
function run(room: ArmRoom, principal: Principal, request: HttpRequest, parsed: Routed): ArmAnswer {
  const { world } = room;
  const { method } = request;
  const [, , action, handler] = parsed.match.route;
  const subscription = subscriptionOf(parsed.segments);
  if (subscription !== undefined && !subscriptionExists(world, subscription)) throw refusals.subscriptionNotFound(subscription);
  const permission = authorize(world, principal, method, action, scopeOf(parsed.segments));
  const group = resourceGroupOf(parsed.segments);
  if (group !== undefined && parsed.segments.length > 4 && !world.resources.get(`/subscriptions/${subscription}/resourceGroups/${group}`)) {
    throw refusals.resourceGroupNotFound(group);
  }
  const call = {
    world,
    principal,
    method,
    path: parsed.path,
    params: parsed.match.params,
    query: parsed.query,
    apiVersion: parsed.query.get('api-version') ?? '',
    body: parseBody(request.body),
    origin: request.origin,
    correlationId: parsed.correlationId,
    clientRequestId: header(request, 'x-ms-client-request-id'),
  };
  const reading = method === 'GET' || method === 'HEAD';
  const answer = reading ? handler(call) : world.write(() => handler(call));
  return permission === 'narrowed' && action !== null ? narrow(world, principal, action, answer) : answer;
}

function circumstancesOf(request: HttpRequest): Circumstances {
  const asked =
    header(request, 'x-ms-return-client-request-id') === 'true' || /\/providers\/microsoft\.recoveryservices\//i.test(request.path);
  return {
    method: request.method,
    correlationId: header(request, 'x-ms-correlation-request-id') ?? randomUUID(),
    clientRequestId: asked ? header(request, 'x-ms-client-request-id') : undefined,
    remaining: 0,
  };
}

/** Answers a request to Azure Resource Manager. */
export async function serveArm(room: ArmRoom, request: HttpRequest): Promise<HttpAnswer> {
  const circumstances = circumstancesOf(request);
  try {
    const parsed = parseRequest(request);
    const principal = await identify(room, request);
    requireApiVersion(parsed.query);
    circumstances.remaining = room.throttle.take(request.method, principal, subscriptionOf(parsed.segments) ?? '');
    const match = requireMatch(room, request.method, parsed);
    return toHttp(run(room, principal, request, { ...parsed, correlationId: circumstances.correlationId, match }), circumstances);
  } catch (error) {
    return toHttp(toFailure(error, circumstances.correlationId), circumstances);
  }
}
