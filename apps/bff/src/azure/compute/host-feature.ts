import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';

const VERSION = '2021-07-01';
const feature = z.object({ properties: z.object({ state: z.string() }) });

/** Whether encryption at host is registered in a subscription; null where the user may not see that. */
export async function readHostFeature(session: AzureSession, subscriptionId: string): Promise<boolean | null> {
  const id = `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`;
  try {
    const { properties } = expectBody(feature, (await callArm(session, 'read', 'GET', id, VERSION)).body);
    return properties.state.toLowerCase() === 'registered';
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return null;
    throw error;
  }
}
