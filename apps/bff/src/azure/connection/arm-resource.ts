import type { HttpMethods } from '@azure/core-rest-pipeline';
import type { Answer } from './answer';
import type { AzureSession } from './azure';
import { clients } from './clients';
import { madeLately } from './made-lately';
import { sendUrl } from './read-url';
import type { CallKind } from './retry';
import { isStatus, UpstreamFailure } from './upstream-failure';

/** What makes of an id the beginning of another path, a query, or what nobody sees. */
const NO_ID = /^(?!\/)|\/\.{1,2}(?:\/|$)|[?#\\\p{C}]/u;

/** The URL of a resource, or of what is below it, and of nothing else, whatever the id says. */
export function armUrl({ cloud }: AzureSession, id: string, query: string): string {
  if (NO_ID.test(id)) throw new UpstreamFailure('unreadable');
  return `${cloud.resourceManager}${encodeURI(id)}?${query}`;
}

/** One call of ARM on a resource by its id, for resources whose SDK we do without, or whose SDK polls by itself. */
export async function callArm(
  session: AzureSession,
  kind: CallKind,
  method: HttpMethods,
  id: string,
  apiVersion: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Answer> {
  const url = armUrl(session, id, `api-version=${apiVersion}`);
  // An answer that is lost may have been of something that was made.
  if (method === 'PUT') madeLately(session).add(id);
  return sendUrl(session, kind, clients.arm(session), { method, url, body, ...(headers && { headers }) });
}

/** Deletes a resource; one that is gone already is removed. `removing`: Azure has accepted it and is at it. */
export async function deleteResource(session: AzureSession, id: string, apiVersion: string): Promise<'removed' | 'removing'> {
  try {
    const { status } = await callArm(session, 'idempotent-write', 'DELETE', id, apiVersion);
    return status === 202 ? 'removing' : 'removed';
  } catch (error) {
    if (isStatus(error, 404)) return 'removed';
    throw error;
  }
}
