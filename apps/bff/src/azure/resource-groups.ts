import * as z from 'zod';
import { expectBody } from './connection/answer';
import { callArm, deleteResource } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus, unlessHidden } from './connection/upstream-failure';
import { API_VERSIONS } from './connection/api-versions';

const groupPage = pageOf(z.object({ name: z.string(), location: z.string() }));

export async function listResourceGroups(session: AzureSession, subscriptionId: string): Promise<{ name: string; location: string }[]> {
  const url = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/resourcegroups?api-version=${API_VERSIONS.resources}`;
  const groups = await readPagesAt(session, groupPage, url);
  return groups.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Whether a resource group is there; `unseen` where the user may not look at it, whether it is there or not. */
export async function readGroupStanding(
  session: AzureSession,
  subscriptionId: string,
  group: string,
): Promise<'there' | 'gone' | 'unseen'> {
  try {
    return (await findResourceGroup(session, `/subscriptions/${subscriptionId}/resourceGroups/${group}`)) ? 'there' : 'gone';
  } catch (error) {
    if (isStatus(error, 403)) return 'unseen';
    throw error;
  }
}

/** Whether a resource group is known to be gone, or to go. */
export async function isGroupGone(session: AzureSession, id: string): Promise<boolean> {
  const found = await unlessHidden(findResourceGroup(session, id), null);
  return found === undefined || found?.isGoing === true;
}

const groupBody = z.object({
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({ provisioningState: z.string().nullish() }).nullish(),
});

/** A resource group by its ARM id; undefined where there is none. */
export async function findResourceGroup(
  session: AzureSession,
  id: string,
): Promise<{ tags: Record<string, string>; isGoing: boolean } | undefined> {
  try {
    const { tags, properties } = expectBody(groupBody, (await callArm(session, 'read', 'GET', id, API_VERSIONS.resources)).body);
    return { tags: tags ?? {}, isGoing: properties?.provisioningState === 'Deleting' };
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

export const putResourceGroup = (session: AzureSession, id: string, body: { location: string; tags: Record<string, string> }) =>
  callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.resources, body);

/** Deletes a resource group with everything in it. */
export const deleteResourceGroup = (session: AzureSession, id: string) => deleteResource(session, id, API_VERSIONS.resources);
