import type { ProviderRegistration } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody, type Answer } from './connection/answer';
import { API_VERSIONS } from './connection/api-versions';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { own } from '../own';
import { readPermissions } from './permissions';

const providerBody = z.object({ registrationState: z.string() });

const STATES: Readonly<Record<string, ProviderRegistration['state']>> = { Registered: 'registered', Registering: 'registering' };

const stateIn = ({ body }: Answer) => own(STATES, expectBody(providerBody, body).registrationState) ?? 'not-registered';

const idOf = (subscriptionId: string, provider: string) => `/subscriptions/${subscriptionId}/providers/${provider}`;

/** How far a resource provider is in a subscription. */
export const readProviderState = async (session: AzureSession, subscriptionId: string, provider: string) =>
  stateIn(await callArm(session, 'read', 'GET', idOf(subscriptionId, provider), API_VERSIONS.resources));

/** How far it is, and whether the user may have it registered, for which Azure asks a right of the provider's own. */
export async function readProvider(session: AzureSession, subscriptionId: string, provider: string): Promise<ProviderRegistration> {
  const state = await readProviderState(session, subscriptionId, provider);
  if (state !== 'not-registered') return { state, mayRegister: false };
  const { may } = await readPermissions(session, `/subscriptions/${subscriptionId}`);
  return { state, mayRegister: may(`${provider}/register/action`) };
}

/** Has a resource provider registered, which takes Azure some minutes. */
export async function registerProvider(session: AzureSession, subscriptionId: string, provider: string): Promise<ProviderRegistration> {
  const answer = await callArm(session, 'once', 'POST', `${idOf(subscriptionId, provider)}/register`, API_VERSIONS.resources);
  return { state: stateIn(answer), mayRegister: false };
}
