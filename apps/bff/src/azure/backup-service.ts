import { LRUCache } from 'lru-cache';
import { atMost } from '../caches';
import * as z from 'zod';
import { expectBody } from './connection/answer';
import type { AzureSession } from './connection/azure';
import { clients } from './connection/clients';
import { onePerServer } from './connection/kept';
import { readUrl } from './connection/read-url';
import { UpstreamFailure } from './connection/upstream-failure';

/** What the service principal of Azure Backup is called where its application id is not published. */
const NAME = 'Backup Management Service';

const found = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Object id of the Backup service in the tenant, as the directory says now; undefined where it does not know it. */
export async function findBackupService(session: AzureSession): Promise<string | undefined> {
  const { graph, backupService } = session.cloud;
  const filter = backupService === null ? `displayName eq '${NAME}'` : `appId eq '${backupService}'`;
  const url = `${graph}/v1.0/servicePrincipals?$filter=${encodeURIComponent(filter)}&$select=id`;
  return expectBody(found, (await readUrl(session, clients.graph(session), url)).body).value[0]?.id;
}

/** By tenant: the id of a service principal never changes and is no secret. */
const keptIds = onePerServer(() => new LRUCache<string, string>(atMost(100)));

/** Object id of the Backup service in the user's tenant; undefined where the directory does not know it or does not say. */
export async function backupServiceId(session: AzureSession): Promise<string | undefined> {
  const known = keptIds(session);
  const { tid } = session.principal;
  const cached = known.get(tid);
  if (cached !== undefined) return cached;
  const id = await findBackupService(session).catch((error: unknown) => {
    if (error instanceof UpstreamFailure && error.kind === 'unreadable') throw error;
    return undefined;
  });
  if (id !== undefined) known.set(tid, id);
  return id;
}
