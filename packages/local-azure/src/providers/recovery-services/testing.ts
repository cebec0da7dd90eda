import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { serveArm } from '../../arm/serve';
import { Throttle } from '../../arm/throttle';
import { openAuthority } from '../../entra/authority';
import { RouteTable } from '../../http/route-table';
import { seedContoso } from '../../seeds/contoso';
import { PORTAL_APP_ID, PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { openWorld } from '../../world/open-world';
import { routes, timelines } from '..';

/** The demo company in memory, its clock standing, and the official clients of one of its people. */
export async function openCompany(person: keyof typeof people = 'adele') {
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  world.write(() => seedContoso(world));
  for (const plan of timelines) plan(world);
  const authority = await openAuthority(world);
  const room = { world, authority, routes: new RouteTable(routes), throttle: new Throttle(false) };
  const claims = { oid: people[person].objectId, tid: TENANT_ID, azp: PORTAL_APP_ID, aud: 'https://management.azure.com' };
  const token = await authority.sign(claims, 3600);
  const httpClient: HttpClient = {
    async sendRequest(request) {
      world.schedule.settle();
      const answer = await serveArm(room, read(request));
      const headers = createHttpHeaders(Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])));
      return { request, status: answer.status, headers, bodyAsText: answer.body ?? '' };
    },
  };
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  return {
    world,
    advance: (minutes: number) => world.advance(minutes * 60_000),
    vaults: new RecoveryServicesClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
    backup: new RecoveryServicesBackupClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
  };
}

function read(request: PipelineRequest) {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers.toJSON(),
    body: typeof request.body === 'string' ? request.body : '',
    hostname: url.hostname,
    origin: url.origin,
  };
}
