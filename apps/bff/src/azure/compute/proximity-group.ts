import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { API_VERSIONS } from '../connection/api-versions';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';

const groupBody = z.object({ location: z.string() });

/** Region of a proximity placement group; undefined where it is gone, or the user may not see it. */
export async function proximityGroupLocation(session: AzureSession, id: string): Promise<string | undefined> {
  try {
    const { body } = await callArm(session, 'read', 'GET', id, API_VERSIONS.compute);
    return expectBody(groupBody, body).location.toLowerCase();
  } catch (error) {
    if (isStatus(error, 404) || isStatus(error, 403)) return undefined;
    throw error;
  }
}
