import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';

const groupPage = pageOf(z.object({ name: z.string(), location: z.string() }));

export async function listResourceGroups(session: AzureSession, subscriptionId: string): Promise<{ name: string; location: string }[]> {
  const url = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/resourcegroups?api-version=2021-04-01`;
  const groups = await readPagesAt(session, groupPage, url);
  return groups.toSorted((a, b) => a.name.localeCompare(b.name));
}
