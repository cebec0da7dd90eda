import { randomUUID } from 'node:crypto';
import { RouteTable } from '../http/route-table';
import { readBack } from '../world/json';
import { cloudOf } from '../world/cloud';
import { perform } from './perform';
import { notImplemented } from './refusals';
import { parsePath } from './request';
import type { ArmRoute, Invoke } from './route';

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
