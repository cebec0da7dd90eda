import { randomUUID } from 'node:crypto';
import { RouteTable } from '../http/route-table';
import { readBack } from '../world/json';
import { cloudOf } from '../world/cloud';
import type { World } from '../world/world';
import { perform } from './perform';
import { notImplemented } from './refusals';
import { parsePath } from './request';
import type { ArmAnswer, ArmRoute, Principal } from './route';

/** Calls an operation on somebody's behalf from inside, with his rights. @throws ArmError as the operation does */
export type Invoke = (world: World, principal: Principal, method: string, pathAndQuery: string, body?: unknown) => ArmAnswer;

/** Deployments reach every other operation the way a caller does. */
export function invokerOf(routes: readonly ArmRoute[]): Invoke {
  const table = new RouteTable(routes);
  return (world, principal, method, pathAndQuery, body) => {
    const answer = perform(world, table, parsePath(pathAndQuery), {
      principal,
      method,
      body,
      origin: `https://${cloudOf(world).resourceManager}`,
      correlationId: randomUUID(),
      clientRequestId: undefined,
      conditions: {},
    });
    if (answer instanceof Promise) throw notImplemented(method, pathAndQuery);
    const { json, ...others } = answer;
    return json === undefined ? others : { ...others, body: readBack(json) };
  };
}
