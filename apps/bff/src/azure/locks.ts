import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus } from './connection/upstream-failure';
import { API_VERSIONS } from './connection/api-versions';

const lockPage = pageOf(z.object({ properties: z.object({ level: z.string() }) }));

/** `closed`: a lock keeps anything from being made there; `unseen`: the user may not see locks. */
export type GroupLock = 'open' | 'closed' | 'unseen';

/** Whether a lock keeps anything from being made in a resource group, its subscription’s included. */
export async function readGroupLock(session: AzureSession, subscriptionId: string, group: string): Promise<GroupLock> {
  const scope = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/resourceGroups/${group}`;
  const filter = encodeURIComponent('atScope()');
  try {
    const url = `${scope}/providers/Microsoft.Authorization/locks?api-version=${API_VERSIONS.locks}&$filter=${filter}`;
    const locks = await readPagesAt(session, lockPage, url);
    return locks.some(({ properties: { level } }) => level.toLowerCase() === 'readonly') ? 'closed' : 'open';
  } catch (error) {
    if (isStatus(error, 403)) return 'unseen';
    if (isStatus(error, 404)) return 'open';
    throw error;
  }
}
