import type { HttpMethods } from '@azure/core-rest-pipeline';
import type { Answer } from './answer';
import type { AzureSession } from './azure';
import { clients } from './clients';
import { madeLately } from './made-lately';
import { sendUrl } from './read-url';
import type { CallKind } from './retry';
import { isStatus } from './upstream-failure';

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
  const url = `${session.cloud.resourceManager}${encodeURI(id)}?api-version=${apiVersion}`;
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
