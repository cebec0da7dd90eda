import { randomUUID } from 'node:crypto';
import { readBearer } from '../entra/bearer';
import type { Authority } from '../entra/authority';
import { header } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import type { RouteTable } from '../http/route-table';
import type { World } from '../world/world';
import { toFailure, toHttp } from './answer';
import type { Circumstances } from './answer';
import { perform } from './perform';
import * as refusals from './refusals';
import { parseBody, parseRequest, requireApiVersion } from './request';
import type { ArmRoute, Principal } from './route';
import { subscriptionOf } from './scope';
import type { Throttle } from './throttle';

export interface ArmRoom {
  world: World;
  authority: Authority;
  routes: RouteTable<ArmRoute>;
  throttle: Throttle;
}

async function identify(room: ArmRoom, request: HttpRequest): Promise<Principal> {
  const { resourceManager, serviceManagement } = room.authority.cloud;
  const audiences = [`https://${resourceManager}`, `https://${serviceManagement}`];
  const bearer = await readBearer(room.authority, header(request, 'authorization'), audiences);
  if (bearer.principal) return bearer.principal;
  throw refusals.unauthenticated(bearer.problem, room.authority, bearer.audience);
}

function circumstancesOf(request: HttpRequest): Circumstances {
  const asked =
    header(request, 'x-ms-return-client-request-id') === 'true' || /\/providers\/microsoft\.recoveryservices\//i.test(request.path);
  return {
    method: request.method,
    path: request.path,
    correlationId: header(request, 'x-ms-correlation-request-id') ?? randomUUID(),
    clientRequestId: asked ? header(request, 'x-ms-client-request-id') : undefined,
    remaining: 0,
  };
}

/** Answers a request to Azure Resource Manager, dated by the clock by which everything happens here. */
export async function serveArm(room: ArmRoom, request: HttpRequest): Promise<HttpAnswer> {
  const answer = await answerTo(room, request);
  return { ...answer, headers: { Date: new Date(room.world.clock.now()).toUTCString(), ...answer.headers } };
}

async function answerTo(room: ArmRoom, request: HttpRequest): Promise<HttpAnswer> {
  const circumstances = circumstancesOf(request);
  try {
    const parsed = parseRequest(request);
    const principal = await identify(room, request);
    requireApiVersion(parsed.query);
    circumstances.remaining = room.throttle.take(request.method, principal, subscriptionOf(parsed.segments) ?? '');
    const asked = {
      principal,
      method: request.method,
      // Read when it is known that the caller may do this: nobody else learns what is wrong with it.
      get body() {
        return parseBody(request.body);
      },
      origin: request.origin,
      correlationId: circumstances.correlationId,
      clientRequestId: header(request, 'x-ms-client-request-id'),
      conditions: { ifMatch: header(request, 'if-match'), ifNoneMatch: header(request, 'if-none-match') },
    };
    try {
      return toHttp(await perform(room.world, room.routes, parsed, asked, room.throttle), circumstances);
    } finally {
      // What was refused is written down, too.
      await room.world.onDisk();
    }
  } catch (error) {
    return toHttp(toFailure(error, circumstances.correlationId), circumstances);
  }
}
