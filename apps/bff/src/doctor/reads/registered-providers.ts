import * as z from 'zod';
import { expectBody } from '../../azure/connection/answer';
import { callArm } from '../../azure/connection/arm-resource';
import type { AzureSession } from '../../azure/connection/azure';
import { API_VERSIONS } from '../../azure/connection/api-versions';

const providerBody = z.object({ registrationState: z.string() });

/** Whether a resource provider is registered in a subscription. */
export async function isProviderRegistered(session: AzureSession, subscriptionId: string, provider: string): Promise<boolean> {
  const { body } = await callArm(session, 'read', 'GET', `/subscriptions/${subscriptionId}/providers/${provider}`, API_VERSIONS.resources);
  return expectBody(providerBody, body).registrationState === 'Registered';
}
