import pLimit from 'p-limit';
import * as z from 'zod';
import { expectBody } from './connection/answer';
import { idKey } from './connection/arm-id';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { madeLately } from './connection/made-lately';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus } from './connection/upstream-failure';
import { queryAll, rowsOf, type OrderedQuery } from './machines/resource-graph';

const PARALLEL = 8;
const idRows = rowsOf(z.object({ id: z.string() }));

interface WholeList<T> {
  /** As in an id: `Microsoft.KeyVault/vaults`. */
  type: string;
  apiVersion: string;
  element: z.ZodType<T>;
}

/**
 * The resources of a type in a subscription. Its list may lack for a quarter of an hour what was just made, so what Resource Graph knows
 * besides, and what was made through this server, is read by its own id.
 */
export async function readWholeList<T extends { id: string }>(
  session: AzureSession,
  subscriptionId: string,
  { type, apiVersion, element }: WholeList<T>,
): Promise<T[]> {
  const scope = `/subscriptions/${subscriptionId}`;
  const query: OrderedQuery = `resources | where type =~ '${type}' | project id\n| order by id asc`;
  const [listed, found] = await Promise.all([
    readPagesAt(session, pageOf(element), `${session.cloud.resourceManager}${scope}/providers/${type}?api-version=${apiVersion}`),
    queryAll(session, idRows, query, { subscriptions: [subscriptionId] }),
  ]);
  const known = new Set(listed.map(({ id }) => idKey(id)));
  const made = madeLately(session)
    .ofType(type)
    .filter((id) => id.startsWith(`${scope}/`.toLowerCase()));
  const others = new Set([...found.map(({ id }) => idKey(id)), ...made].filter((id) => !known.has(id)));
  return [...listed, ...(await readEach(session, [...others], apiVersion, element))];
}

/** Resources by their ids, those left out that are gone or not for the user to see. */
export async function readEach<T>(session: AzureSession, ids: readonly string[], apiVersion: string, element: z.ZodType<T>): Promise<T[]> {
  const read = await pLimit(PARALLEL).map(ids, async (id) => {
    try {
      return [expectBody(element, (await callArm(session, 'read', 'GET', id, apiVersion)).body)];
    } catch (error) {
      if (isStatus(error, 404) || isStatus(error, 403)) return [];
      throw error;
    }
  });
  return read.flat();
}
