import { callArm } from './arm-resource';
import type { AzureSession } from './azure';
import { isStatus } from './upstream-failure';

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
