import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus } from './connection/upstream-failure';

const LOCKS_VERSION = '2016-09-01';
const lockPage = pageOf(z.object({ properties: z.object({ level: z.string() }) }));

/** Whether a lock keeps anything from being made in a resource group, its subscription’s included, as far as the user may see locks. */
export async function isReadOnlyGroup(session: AzureSession, subscriptionId: string, group: string): Promise<boolean> {
  const scope = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/resourceGroups/${group}`;
  const filter = encodeURIComponent('atScope()');
  try {
    const url = `${scope}/providers/Microsoft.Authorization/locks?api-version=${LOCKS_VERSION}&$filter=${filter}`;
    return (await readPagesAt(session, lockPage, url)).some(({ properties: { level } }) => level.toLowerCase() === 'readonly');
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return false;
    throw error;
  }
}
